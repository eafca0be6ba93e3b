package jp.tsunagi.record.compartment;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.StaffId;

/**
 * 印刷の確認: somebody asks to print or take out something of a child whose address is hidden, and
 * somebody else says whether it may go out.
 *
 * @param path where it is printed, which says what it is
 * @param note what goes to whom, in the words of whoever asks
 */
record Release(
    UUID id,
    ChildId child,
    String path,
    String note,
    StaffId askedBy,
    String askedByName,
    Instant askedAt,
    Optional<Decision> decision) {

  /** How long a release lasts. */
  static final Duration LASTS = Duration.ofHours(24);

  /** What the second person said. */
  record Decision(String by, Instant at, boolean released, String word) {}

  /** Whether it lets through at this instant. */
  boolean holds(Instant now) {
    return decision
        .filter(Decision::released)
        .filter(it -> now.isBefore(it.at().plus(LASTS)))
        .isPresent();
  }

  /** What goes out, by where it is printed. */
  enum What {
    SHEET("/sheets/[^/]+/print"),
    SUPPORT_SHEET("/children/[^/]+/support-sheet"),
    CONSENT_FORM("/children/[^/]+/consents/.+"),
    LETTER("/children/[^/]+/guardians/.+"),
    OTHER(".*");

    private final Pattern paths;

    What(String paths) {
      this.paths = Pattern.compile(paths);
    }

    static What of(String path) {
      return Arrays.stream(values())
          .filter(what -> what.paths.matcher(path).matches())
          .findFirst()
          .orElse(OTHER);
    }
  }

  What what() {
    return What.of(path);
  }
}
