/**
 * 大きな見本のまち: a made-up city of any size, copied into an empty database in minutes, for benchmarks
 * and drills. What follows from its facts (who reaches whom, what is granted) the program works out
 * itself, by the rules it keeps for everybody.
 *
 * <p>Why facts are copied and not played: docs/adr/0012-a-city-is-copied.md.
 */
@ApplicationModule(
    allowedDependencies = {
      "base.access",
      "base.calendar",
      "base.database",
      "base.name",
      "base.trace",
      "people.organisation",
      "people.staff",
      "people.involvement",
      "record.form",
      "work.programme"
    })
@NullMarked
package jp.tsunagi.run.city;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
