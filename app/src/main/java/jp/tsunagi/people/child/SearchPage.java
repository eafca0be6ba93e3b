package jp.tsunagi.people.child;

import java.util.List;
import jp.tsunagi.base.ui.FoundView;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param next where the next page begins, or null
 * @param enough whether enough was typed to look
 * @param doubt what is wrong with a date that was typed, or null
 * @param create whether the reader may put a child on record
 */
public record SearchPage(
    String typed,
    List<FoundView> children,
    @Nullable Next next,
    boolean enough,
    @Nullable String doubt,
    boolean create) {
  public SearchPage {
    children = List.copyOf(children);
  }

  /** The last child shown, as a form sends it back. */
  public record Next(int rank, String key, String child) {}

  static SearchPage empty(boolean create) {
    return new SearchPage("", List.of(), null, false, null, create);
  }

  static SearchPage of(String typed, Finding.Page found, boolean create) {
    return new SearchPage(
        typed,
        found.children(),
        found
            .next()
            .map(last -> new Next(last.rank(), last.key(), last.child().toString()))
            .orElse(null),
        found.enough(),
        found.doubt().orElse(null),
        create);
  }
}
