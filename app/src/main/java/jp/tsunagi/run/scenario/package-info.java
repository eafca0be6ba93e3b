/**
 * 見本のまち: scenario files, made-up municipalities for demonstration, tests and trials. This part
 * reads them, with the line of every mistake, and knows nothing of the system they are played into.
 *
 * <p>How to write one: docs/scenario.md.
 */
@ApplicationModule(
    allowedDependencies = {
      "base.access",
      "base.calendar",
      "people.organisation",
      "people.staff",
      "people.child",
      "record.ground",
      "record.form"
    })
@NullMarked
package jp.tsunagi.run.scenario;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
