/**
 * 機関: the centre, 園, schools, services and offices around a child: tier, sector, district, stage of
 * connection (A11) and their classes per fiscal year.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "base.database",
      "base.access",
      "base.calendar",
      "base.name",
      "base.ui",
      "base.trace"
    })
package jp.tsunagi.people.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
