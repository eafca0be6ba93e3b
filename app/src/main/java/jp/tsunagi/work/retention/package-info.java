/**
 * 保存期間と廃棄: how long each kind of record is kept, from when on, what has come to its end, what is
 * kept longer, and its disposal by two people, of which a record stays (docs/retention.md).
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "base.database",
      "base.access",
      "base.calendar",
      "base.ui",
      "base.trace",
      "people.organisation",
      "people.staff",
      "people.child",
      "record.file",
      "record.form",
      "record.item",
      "record.compartment",
      "record.ground",
      "record.law",
      "record.emergency",
      "record.sheet",
      "record.print",
      "work.handover",
      "work.request",
      "work.submission",
      "work.relocation"
    })
package jp.tsunagi.work.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
