/**
 * 文例集: sentences that help to write a plan (目標, 手立て・支援, 合理的配慮, 評価の観点, 引継ぎの文), by need, area and
 * stage: a base in our own words, what the municipality and its organisations add, and what each
 * writer marked or used last (D11, E9, E18). No word of any child; below the writing screen, which
 * shows it.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "base.database",
      "base.access",
      "base.name",
      "base.ui",
      "base.trace",
      "people.organisation",
      "people.staff"
    })
package jp.tsunagi.record.idea;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
