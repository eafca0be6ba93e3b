/**
 * 閲覧の記録: what the auditor (監査担当) sees of the trace: who looked at what, when and on which ground,
 * and what is unusual about it (F1). No word of the record is shown here.
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
      "people.child"
    })
package jp.tsunagi.view.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
