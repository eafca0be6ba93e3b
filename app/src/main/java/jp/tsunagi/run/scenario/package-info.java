/**
 * 見本のまち: scenario files, made-up municipalities for demonstration, tests and trials. Read with the
 * line of every mistake, then played through the production actions, day by day.
 *
 * <p>How to write one: docs/scenario.md.
 */
@ApplicationModule(
    allowedDependencies = {
      "base.access",
      "base.calendar",
      "base.database",
      "base.name",
      "base.trace",
      "base.ui",
      "people.organisation",
      "people.staff",
      "people.child",
      "people.involvement",
      "record.item",
      "record.ground",
      "record.form",
      "record.sheet",
      "work.programme",
      "work.handover",
      "work.request"
    })
@NullMarked
package jp.tsunagi.run.scenario;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
