/**
 * 台帳の取りこみ: takes the ledger that a centre keeps today (Excel or CSV) into the record. Checked
 * first, row by row; what is sound comes in as one act, what is not goes back with the reason, and
 * families without a consent become a list of families to ask, not records.
 */
@NullMarked
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
      "record.ground",
      "work.programme"
    })
package jp.tsunagi.run.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
