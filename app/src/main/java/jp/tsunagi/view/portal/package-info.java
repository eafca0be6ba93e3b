/**
 * 保護者ポータル: what a family sees and does on its own phone: what waits for it, what was agreed, who
 * looked, what was written about the child, and the family's own words (A3, A4, A6, A7, F1).
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "base.database",
      "base.access",
      "base.calendar",
      "base.name",
      "base.ui",
      "base.trace",
      "people.organisation",
      "people.staff",
      "people.child",
      "people.involvement",
      "record.item",
      "record.form",
      "record.file",
      "record.ground",
      "record.sheet",
      "work.relocation",
      "record.emergency",
      "record.law"
    })
package jp.tsunagi.view.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
