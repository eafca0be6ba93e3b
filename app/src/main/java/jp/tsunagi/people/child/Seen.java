package jp.tsunagi.people.child;

import static jp.tsunagi.base.ui.Text.t;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import jp.tsunagi.base.ui.Typed;

/**
 * What stood on the page when a form was opened. Whoever saves after somebody else has changed it
 * is told, sees what it is now, and saves once more if it is still meant; nothing is lost silently.
 */
final class Seen {
  private static final String FIELD = "seen";
  private static final int LENGTH = 8;

  private Seen() {}

  /** A mark of what is shown, for the hidden field of the form. */
  static String of(Object... shown) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(List.of(shown).toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Says so at a field of the form when it was opened on something else. */
  static void check(Typed typed, String now, Map<String, String> problems, String field) {
    if (typed.given(FIELD).filter(mark -> !mark.equals(now)).isPresent()) {
      problems.putIfAbsent(field, t("child.problem.seen"));
    }
  }
}
