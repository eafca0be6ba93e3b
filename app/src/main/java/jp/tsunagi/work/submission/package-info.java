/**
 * 設置者・町への提出: the sheets of a class, or of all children of a place, handed in to the office in one
 * list that a second person approves (D2). A module of its own: the list is work between a place
 * and an office, the grounds it opens are {@code record.law}'s.
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
      "record.ground",
      "record.law"
    })
package jp.tsunagi.work.submission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
