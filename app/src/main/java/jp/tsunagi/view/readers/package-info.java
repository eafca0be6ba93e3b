/**
 * だれが見られるか: which places and posts see what of one child, by what, until when; which do not, and
 * what would be needed (docs/access.md). For those who answer for a place, and for the family (F2).
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
package jp.tsunagi.view.readers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
