package jp.tsunagi.bench;

import java.util.Locale;

/** The days that are played, each with how many people live it at once. */
enum Day {
  COUNSELLOR_MORNING("counsellor's morning", 4),
  TEACHER_WRITES("teacher writes a plan", 8),
  GUARDIAN_EVENING("guardian's evening", 6),
  APRIL("April", 3),
  MONTH_END("month-end printing", 3);

  private static final String BETWEEN = ": ";

  private final String title;
  private final int people;

  Day(String title, int people) {
    this.title = title;
    this.people = people;
  }

  String title() {
    return title;
  }

  int people() {
    return people;
  }

  String file() {
    return name().toLowerCase(Locale.ROOT) + ".json";
  }

  /** A request of this day, as Gatling's statistics name it. */
  String named(String request) {
    return title + BETWEEN + request;
  }

  /** Scenario and request of such a name. */
  static String[] parts(String named) {
    return named.split(BETWEEN, 2);
  }
}
