/**
 * 引継ぎ: what goes with a child to the next place. With a terminal the receiver confirms the receipt
 * and reads what the guardian agreed to (A6, A7); without one a 支援シート is handed over (A10).
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
      "record.print"
    })
package jp.tsunagi.work.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
