/**
 * 緊急閲覧: a record opened in an emergency, by one person, for an hour at most; every opening is
 * reviewed by somebody else and shown to the guardians (F1, F2; docs/access.md, branch 4).
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
      "people.involvement"
    })
package jp.tsunagi.record.emergency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
