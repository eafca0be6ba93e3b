/**
 * 児童: who a child is (names and addresses as periods, birth date, standing), the guardians and
 * their authority, grade, and how a child is found.
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
      "people.staff"
    })
package jp.tsunagi.people.child;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
