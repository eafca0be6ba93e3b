package jp.tsunagi.base.ui;

import org.jspecify.annotations.Nullable;

/**
 * Pages of a long list, by key and not by number: nothing big is counted.
 *
 * @param words what is shown, e.g. from where to where; null shows nothing
 */
public record PagerView(@Nullable String previous, @Nullable String next, @Nullable String words) {
  public boolean needed() {
    return previous != null || next != null;
  }
}
