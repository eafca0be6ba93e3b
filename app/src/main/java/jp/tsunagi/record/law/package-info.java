/**
 * 法令による共有: what is opened to an organisation without consent, by law, for a time, when a second
 * person has approved it (docs/access.md, branch 3).
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
      "people.involvement",
      "record.ground"
    })
package jp.tsunagi.record.law;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
