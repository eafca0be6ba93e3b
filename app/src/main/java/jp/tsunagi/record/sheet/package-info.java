/**
 * 記入: forms filled in for a child (個人票, 支援内容 …): starting, writing together, the guardian's
 * confirmation, 確定, 訂正 and 変更, and reading them. One engine for every form; who may read a part is
 * the predicate's, when a sheet is due is its kind's.
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
      "record.approval",
      "record.item",
      "record.file",
      "record.form",
      "record.idea",
      "record.ground"
    })
package jp.tsunagi.record.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
