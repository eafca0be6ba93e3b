/**
 * 計画の求め: an organisation asks another for a sheet of a child or parts of it; the one that wrote it
 * and the family agree, and it is readable for a time (B4). A module of its own: what is asked for
 * is work between two places, the consent that may come of it is {@code record.ground}'s, and what
 * stands in the sheet {@code record.print} and {@code record.sheet} read.
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
      "record.form",
      "record.item",
      "record.ground",
      "record.sheet",
      "record.print"
    })
package jp.tsunagi.work.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
