package jp.tsunagi.people.child;

import java.util.List;
import jp.tsunagi.base.ui.FoundView;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param next where the next page begins, or null
 * @param enough whether enough was typed to look
 * @param create whether the reader may put a child on record
 */
public record SearchPage(
    String typed, List<FoundView> children, @Nullable Next next, boolean enough, boolean create) {
  public SearchPage {
    children = List.copyOf(children);
  }

  /** The last child shown, as a form sends it back. */
  public record Next(int rank, String key, String child) {}
}
