/**
 * 記録の移しかえ: a sheet that was written on the wrong child goes to the right one, whole. Before that is
 * shown who has read it meanwhile and what was printed of it, so that these people can be told;
 * afterwards it is absent at the first child, as if it had never been there (docs/access.md).
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
      "record.ground",
      "record.law",
      "record.sheet",
      "record.print",
      "work.request",
      "work.submission"
    })
package jp.tsunagi.work.relocation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
