package jp.tsunagi.run.scenario;

import java.util.List;
import java.util.Map;

/** What somebody answered to one field of a form. Texts are as written: dates, numbers, keys. */
sealed interface Given {
  /** A text, a date, a number, months of an age, the key of an option, a name. */
  record Text(String text) implements Given {}

  /** Keys of the options ticked. */
  record Ticked(List<String> options) implements Given {}

  /** Rows of a table or goals, column by column. */
  record Rows(List<Map<String, Given>> rows) implements Given {}

  /** わからない. */
  record Unknown() implements Given {}

  /** 答えたくない. */
  record Declined() implements Given {}

  /**
   * The answers to one section of a form, with the line of each field.
   *
   * @param fields field key → answer
   */
  record Part(Map<String, Given> fields, Map<String, Place> places, Place place) {}

  /**
   * The answers of one sheet.
   *
   * @param sections section key → what was answered there
   */
  record Answers(Map<String, Part> sections, Place place) {}
}
