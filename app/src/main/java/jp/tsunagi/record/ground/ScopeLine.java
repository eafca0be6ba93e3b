package jp.tsunagi.record.ground;

import java.util.Optional;
import jp.tsunagi.base.access.Category;

/**
 * One line of what a consent covers.
 *
 * @param section form key/section key; empty: the whole category
 */
public record ScopeLine(Category category, Optional<String> section) {
  public static ScopeLine of(Category category) {
    return new ScopeLine(category, Optional.empty());
  }
}
