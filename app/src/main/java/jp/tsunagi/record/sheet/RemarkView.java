package jp.tsunagi.record.sheet;

import java.util.List;

/**
 * What somebody said about a field.
 *
 * @param field key of the field
 * @param settles whether the reader may say that it is settled
 */
public record RemarkView(
    String id, String field, String words, String who, String day, boolean settles) {

  /** Those about one field, be it by its key or by the name of its control. */
  public static List<RemarkView> about(List<RemarkView> all, String field) {
    String key = field.startsWith("answer.") ? field.substring("answer.".length()) : field;
    return all.stream().filter(one -> one.field().equals(key)).toList();
  }
}
