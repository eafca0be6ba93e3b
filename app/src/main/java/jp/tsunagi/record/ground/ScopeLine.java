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

  /** Reads what {@link #code()} writes; empty for anything else. */
  static Optional<ScopeLine> read(String code) {
    int colon = code.indexOf(':');
    String category = colon < 0 ? code : code.substring(0, colon);
    try {
      return Optional.of(
          new ScopeLine(
              Category.valueOf(category),
              colon < 0 ? Optional.empty() : Optional.of(code.substring(colon + 1))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** CATEGORY, or CATEGORY:form/section. */
  public String code() {
    return section.map(it -> category + ":" + it).orElseGet(category::name);
  }

  /** Whether everything the other line opens is open by this one too. */
  boolean covers(ScopeLine other) {
    return category == other.category && (section.isEmpty() || section.equals(other.section));
  }
}
