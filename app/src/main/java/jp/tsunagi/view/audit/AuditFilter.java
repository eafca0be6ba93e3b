package jp.tsunagi.view.audit;

import static jp.tsunagi.base.ui.Text.t;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.organisation.TypedDay;

/**
 * Which rows are shown. Nothing of a person stands in it, so it may stand in an address.
 *
 * @param days half-open
 * @param problems what is wrong with the days, by field
 * @param before the row after which the page begins
 */
record AuditFilter(
    Typed typed,
    Period days,
    Optional<Sort> sort,
    Optional<String> ground,
    Optional<Cursor> before,
    Map<String, String> problems) {
  private static final int USUAL_DAYS = 30;

  /** Grounds one may choose from: words of the rule. */
  static final List<String> GROUNDS =
      List.of(
          "OWN",
          "INVOLVEMENT",
          "USE",
          "HANDOVER",
          "SHARE",
          "ADDRESSED",
          "INTAKE",
          "LAW",
          "PERSON",
          "EMERGENCY");

  AuditFilter {
    problems = Map.copyOf(problems);
  }

  /** Sorts of acts. */
  enum Sort {
    /** Looked at it. */
    LOOKED,
    /** Printed it, or took it out as a file. */
    TAKEN,
    /** Changed something. */
    CHANGED,
    /** Signed in or out, passwords, second factor. */
    SIGNED;

    static Sort of(Action action) {
      return switch (action) {
        case PRINT, EXPORT -> TAKEN;
        case SIGN_IN, SIGN_IN_BEGUN, SIGN_IN_REFUSED, SIGN_OUT -> SIGNED;
        case PASSWORD_SET, SECOND_FACTOR, ACCOUNT -> SIGNED;
        case TERMINAL, PIN, PASSWORD_SHOWN -> SIGNED;
        case MISSED -> LOOKED;
        default -> action.shows() ? LOOKED : CHANGED;
      };
    }

    List<String> actions() {
      return Arrays.stream(Action.values())
          .filter(action -> of(action) == this)
          .map(Enum::name)
          .toList();
    }
  }

  /** A row of the trace, as a place to go on from. */
  record Cursor(Instant at, UUID event) {
    static Optional<Cursor> of(String text) {
      String[] parts = text.split("_", 2);
      try {
        return parts.length == 2
            ? Optional.of(new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1])))
            : Optional.empty();
      } catch (java.time.format.DateTimeParseException | IllegalArgumentException _) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return at + "_" + event;
    }
  }

  static AuditFilter of(Typed typed, LocalDate today) {
    Map<String, String> problems = new HashMap<>();
    LocalDate last = day(typed, "to", today, problems).orElse(today);
    LocalDate first = day(typed, "from", today, problems).orElse(last.minusDays(USUAL_DAYS - 1L));
    if (first.isAfter(last)) {
      problems.put("to", t("audit.problem.order"));
      first = last;
    }
    return new AuditFilter(
        typed,
        Period.through(first, last),
        Arrays.stream(Sort.values())
            .filter(one -> one.name().equals(typed.text("sort")))
            .findFirst(),
        typed.given("ground").filter(GROUNDS::contains),
        Cursor.of(typed.text("before")),
        problems);
  }

  private static Optional<LocalDate> day(
      Typed typed, String field, LocalDate today, Map<String, String> problems) {
    TypedDay day = TypedDay.of(typed.text(field), today);
    day.refusal(field).ifPresent(refusal -> problems.put(field, refusal.words()));
    return day.day();
  }

  /** What was typed, the days as they hold. */
  Typed shown() {
    return typed
        .with("from", DateWords.brief(days.from()))
        .with("to", days.lastDay().map(DateWords::brief).orElse(""));
  }

  /** The values, as names and texts. */
  Map<String, String> values() {
    Map<String, String> values = new java.util.LinkedHashMap<>();
    Stream.of("from", "to", "sort", "ground").forEach(name -> values.put(name, shown().text(name)));
    return values;
  }

  /** The same from a row on. */
  String query(Cursor from) {
    return Stream.concat(
            values().entrySet().stream(), Stream.of(Map.entry("before", from.toString())))
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", "?", ""));
  }
}
