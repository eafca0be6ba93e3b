/**
 * 関わり: which organisation deals with which child, how, from when to when, and in which class; and
 * the reach of every assignment that follows from it, kept in the same transaction.
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
      "people.child"
    })
package jp.tsunagi.people.involvement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
