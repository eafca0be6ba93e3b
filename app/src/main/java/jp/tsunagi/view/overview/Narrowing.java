package jp.tsunagi.view.overview;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.calendar.Cohort;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ProgrammeId;
import org.jspecify.annotations.Nullable;

/** How a hub's list is narrowed, and from where on it is shown. */
record Narrowing(@Nullable Age age, @Nullable ProgrammeId programme, @Nullable Cursor after) {
  static final Narrowing ALL = new Narrowing(null, null, null);

  /** The last line of the page before. */
  record Cursor(ChildId child, UUID key) {}

  /** Ages a reader filters by. */
  enum Age {
    PRESCHOOL(-20, 0),
    PRIMARY(1, 6),
    LOWER(7, 9),
    UPPER(10, 40);

    private final int lowest;
    private final int highest;

    Age(int lowest, int highest) {
      this.lowest = lowest;
      this.highest = highest;
    }

    /** The birth dates, by the school year of the birth date. */
    Period births(LocalDate today) {
      return Narrowing.births(lowest, highest, today);
    }
  }

  /** Birth dates of the levels (1–12 school, 0 the year before) in today's fiscal year. */
  static Period births(int lowest, int highest, LocalDate today) {
    int year = FiscalYear.of(today).year();
    LocalDate from = new Cohort(year - 6 - highest).births().from();
    return new Period(from, new Cohort(year - 6 - lowest).births().to());
  }

  static Narrowing of(Optional<String> age, Optional<String> programme, Optional<String> after) {
    return new Narrowing(
        age.flatMap(Narrowing::age).orElse(null),
        programme.flatMap(Narrowing::uuid).map(ProgrammeId::new).orElse(null),
        after.flatMap(Narrowing::cursor).orElse(null));
  }

  private static Optional<Age> age(String word) {
    return java.util.Arrays.stream(Age.values())
        .filter(one -> one.name().equalsIgnoreCase(word))
        .findFirst();
  }

  private static Optional<Cursor> cursor(String text) {
    String[] ids = text.split("_", -1);
    return ids.length == 2
        ? uuid(ids[0])
            .flatMap(child -> uuid(ids[1]).map(key -> new Cursor(new ChildId(child), key)))
        : Optional.empty();
  }

  private static Optional<UUID> uuid(String text) {
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  Narrowing all() {
    return new Narrowing(age, programme, null);
  }
}
