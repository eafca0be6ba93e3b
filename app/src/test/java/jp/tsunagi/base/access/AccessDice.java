package jp.tsunagi.base.access;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.record.ground.ScopeLine;

/** What a random town is made of: days, periods, scopes. */
final class AccessDice {
  static final LocalDate FIRST = LocalDate.of(2022, 4, 1);
  private static final int DAYS = 5 * 365;
  static final List<Category> CATEGORIES =
      List.of(
          Category.PROFILE,
          Category.SUPPORT,
          Category.CONSULTATION,
          Category.PLAN,
          Category.LOCATION);
  static final List<String> SECTIONS = List.of("form/one", "form/two");

  private final Random random;

  AccessDice(Random random) {
    this.random = random;
  }

  /** A child of 3 to 21 years; many come of age in these years. */
  LocalDate birth() {
    return LocalDate.of(2004 + random.nextInt(16), 1 + random.nextInt(12), 1 + random.nextInt(28));
  }

  LocalDate day() {
    return FIRST.plusDays(random.nextInt(DAYS));
  }

  List<ScopeLine> scope() {
    return some(CATEGORIES).stream()
        .map(category ->
            random.nextBoolean()
                ? ScopeLine.of(category)
                : new ScopeLine(category, Optional.of(pick(SECTIONS))))
        .toList();
  }

  /** The same, some of its lines about one of the sheets alone. */
  List<ScopeLine> scope(List<SheetId> sheets) {
    return scope().stream()
        .map(line ->
            line.section().isEmpty() || random.nextInt(4) == 0
                ? line
                : new ScopeLine(
                    line.category(),
                    line.section(),
                    Optional.of(new ScopeLine.OfSheet(pick(sheets), 2025))))
        .toList();
  }

  static Set<String> words(List<ScopeLine> scope) {
    return scope.stream()
        .map(line ->
            line.category().name()
                + line.section().map(it -> " " + it).orElse("")
                + line.sheet().map(it -> " " + it.id()).orElse(""))
        .collect(toSet());
  }

  /** With an end, as every ground in law has one. */
  Period closed() {
    LocalDate from = day();
    return new Period(from, from.plusDays(1 + random.nextInt(366)));
  }

  Period period() {
    LocalDate from = day();
    return random.nextInt(3) == 0
        ? Period.since(from)
        : new Period(from, from.plusDays(1 + random.nextInt(700)));
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  <T> Set<T> some(List<T> from) {
    return Stream.concat(Stream.of(pick(from)), from.stream().filter(one -> random.nextInt(3) == 0))
        .collect(toSet());
  }
}
