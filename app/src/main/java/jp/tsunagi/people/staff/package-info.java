/**
 * 職員: accounts and sign-in, staff, their posts (担任, 特支CO, 相談員 …) with ceiling and rights, their
 * assignments, and who is acting in a request.
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
      "people.organisation"
    })
package jp.tsunagi.people.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
