/** 計画: what is done with the plans of a whole class at once. The plans themselves are sheets. */
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
      "record.form",
      "record.item",
      "record.sheet"
    })
package jp.tsunagi.work.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
