/**
 * 決裁: which posts of a place decide about its sheets, in which order, for which forms; and the
 * rounds in which a sheet goes from post to post. What a decision does to the sheet is the sheet's.
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
      "record.form"
    })
package jp.tsunagi.record.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
