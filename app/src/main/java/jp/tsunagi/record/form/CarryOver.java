package jp.tsunagi.record.form;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The answers of an earlier sheet in a new one. Every answer is either in {@code parts} or in
 * {@code leftOver}, never in neither.
 *
 * @param parts answers by the key of the new section
 */
public record CarryOver(SortedMap<String, Answers> parts, List<LeftOver> leftOver) {

  public CarryOver {
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    leftOver = List.copyOf(leftOver);
  }

  /** Next year's sheet (A5, A15): only fields that the new form carries over. */
  public static CarryOver from(
      FormDefinition previous, Map<String, Answers> parts, FormDefinition next) {
    return new Carrying(previous, next, true).all(parts);
  }

  /** A draft lifted to another version of its form: every field that still exists. */
  public static CarryOver lift(
      FormDefinition previous, Map<String, Answers> parts, FormDefinition next) {
    return new Carrying(previous, next, false).all(parts);
  }
}
