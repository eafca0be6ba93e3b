package jp.tsunagi.run.scenario;

import java.time.LocalDate;

/**
 * The made-up city itself.
 *
 * @param code six digits beginning with 99, which no municipality has
 * @param asOf the day on which the story stands still; nothing happens later
 */
record Municipality(String name, String code, LocalDate asOf, Place place) {}
