/**
 * 限られた人だけの記録 (compartments): 住所の秘匿, where a family's address must not become known, and records for
 * a named few (要対協). Who opens one, who is named, what is written into it (docs/access.md).
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
      "record.item"
    })
package jp.tsunagi.record.compartment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
