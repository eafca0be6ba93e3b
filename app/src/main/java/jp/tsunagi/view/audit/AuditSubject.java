package jp.tsunagi.view.audit;

import java.util.Arrays;
import java.util.UUID;
import jp.tsunagi.base.access.NotFound;

/** Whose rows are shown: of a child, of a staff member, or of an organisation. */
record AuditSubject(Kind kind, UUID id) {
  /** By which word it stands in the address. */
  enum Kind {
    CHILD("children"),
    STAFF("staff"),
    ORGANISATION("organisations");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /** As the address has it; nothing else is there. */
  static AuditSubject of(String word, UUID id) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.word.equals(word))
        .findFirst()
        .map(kind -> new AuditSubject(kind, id))
        .orElseThrow(NotFound::new);
  }

  String url() {
    return "/audit/rows/" + kind.word + "/" + id;
  }
}
