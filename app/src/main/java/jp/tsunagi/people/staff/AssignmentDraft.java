package jp.tsunagi.people.staff;

import java.util.Map;
import jp.tsunagi.base.database.AssignmentId;

/** A post to be given, as somebody typed it; the id is made when the form is shown. */
record AssignmentDraft(
    AssignmentId id, String post, String schoolClass, String from, String lastDay) {
  static AssignmentDraft of(AssignmentId id, Map<String, String> typed) {
    return new AssignmentDraft(
        id,
        typed.getOrDefault("post", ""),
        typed.getOrDefault("schoolClass", ""),
        typed.getOrDefault("from", "").strip(),
        typed.getOrDefault("lastDay", "").strip());
  }
}
