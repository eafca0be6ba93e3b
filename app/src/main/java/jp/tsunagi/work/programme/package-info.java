/**
 * 支援事業: the programmes of an organisation (元気キッズ, 茶おちゃお …) and who takes part in which fiscal year.
 * The yearly 支援内容 of a participant is a sheet; what is not written yet is seen here (A5).
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
      "record.form",
      "record.sheet"
    })
package jp.tsunagi.work.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
