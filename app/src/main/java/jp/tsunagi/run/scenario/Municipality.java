package jp.tsunagi.run.scenario;

import java.time.LocalDate;

/**
 * The made-up city itself.
 *
 * @param code six digits beginning with 99, which no municipality has
 * @param asOf the day on which the story stands still; nothing is played that happens later
 * @param end the last day an act may have: {@code asOf}, or the end of the fiscal year in which a
 *     story goes on that is played up to today
 */
record Municipality(String name, String code, LocalDate asOf, LocalDate end, Place place) {}
