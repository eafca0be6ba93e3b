package jp.tsunagi.people.child;

import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.name.SearchQuery;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.base.ui.Veil;
import jp.tsunagi.people.child.SearchSql.Hit;

/**
 * What is looked for and from where on, as it stands covered in the address of a search.
 *
 * @param after the last child of the page before
 */
record Looking(String words, Optional<Hit> after) {
  private static final String APART = "\n";
  private static final Looking FOR_NOTHING = new Looking("", Optional.empty());

  static Looking of(Typed typed) {
    return new Looking(
        SearchQuery.taken(oneLine(typed.text("q"))),
        typed
            .given("after.child")
            .flatMap(child -> hit(typed.text("after.rank"), typed.text("after.key"), child)));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\R", " ");
  }

  String covered(Veil veil, UUID reader) {
    String place =
        after
            .map(last -> APART + last.rank() + APART + oneLine(last.key()) + APART + last.child())
            .orElse("");
    return veil.cover(reader, words + place);
  }

  /** An address of somebody else, or one that was changed, looks for nothing. */
  static Looking uncovered(Veil veil, UUID reader, String letters) {
    return veil.uncover(reader, letters).map(Looking::parsed).orElse(FOR_NOTHING);
  }

  private static Looking parsed(String text) {
    String[] parts = text.split(APART, -1);
    return new Looking(
        parts[0], parts.length < 4 ? Optional.empty() : hit(parts[1], parts[2], parts[3]));
  }

  /** A place that cannot be read is the beginning. */
  private static Optional<Hit> hit(String rank, String key, String child) {
    try {
      return Optional.of(new Hit(Integer.parseInt(rank), key, ChildId.of(child)));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
