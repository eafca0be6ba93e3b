package jp.tsunagi.people.organisation;

import static jp.tsunagi.base.ui.FieldRefusal.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.ui.FieldRefusal;

/**
 * Another name as somebody typed it.
 *
 * @param kana empty for a class, which has no reading
 * @param from the first day of the new name
 * @param corrects the name was typed wrong: it was never borne
 */
record Renaming(String name, String kana, String from, boolean corrects) {
  static final String CORRECTS = "corrects";

  static Renaming of(Map<String, String> typed) {
    return new Renaming(
        typed.getOrDefault("name", "").strip(),
        typed.getOrDefault("kana", "").strip(),
        typed.getOrDefault("from", "").strip(),
        typed.getOrDefault("how", "").equals(CORRECTS));
  }

  /**
   * What is wrong with the day: it has come, and the names before it keep theirs.
   *
   * @param former the names borne before, the last one first
   */
  Optional<FieldRefusal> dayRefused(LocalDate today, List<NameSql.Former> former) {
    if (corrects) {
      return Optional.empty();
    }
    TypedDay day = TypedDay.of(from, today);
    return when(from.isEmpty(), "from", "organisation.name.refused.from")
        .or(() -> day.refusal("from"))
        .or(() ->
            when(
                day.day().filter(today::isBefore).isPresent(),
                "from",
                "organisation.name.refused.ahead"))
        .or(() ->
            when(
                former.stream()
                    .findFirst()
                    .filter(last -> !day.day().orElse(today).isAfter(last.to()))
                    .isPresent(),
                "from",
                "organisation.name.refused.before"));
  }

  /** Only of one whose day is not refused. */
  LocalDate day(LocalDate today) {
    return TypedDay.of(from, today).day().orElseThrow();
  }
}
