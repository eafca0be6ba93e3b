package jp.tsunagi.record.ground;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.database.SheetId;
import org.jspecify.annotations.Nullable;

/**
 * One line of what a consent covers.
 *
 * @param section form key/section key; empty: the whole category
 * @param sheet of that sheet alone, in the version that holds; empty: of every sheet
 */
public record ScopeLine(Category category, Optional<String> section, Optional<OfSheet> sheet) {
  private static final Pattern CODE =
      Pattern.compile("([A-Z]+)(?::([^@]+)(?:@([0-9a-f-]{36})\\.([0-9]{4}))?)?");

  /** A line about whatever sheet there is. */
  public ScopeLine(Category category, Optional<String> section) {
    this(category, section, Optional.empty());
  }

  /**
   * A sheet that a line is about.
   *
   * @param year its fiscal year, as the family reads it
   */
  public record OfSheet(SheetId id, int year) {
    /** As it is kept: both or none. */
    public static Optional<OfSheet> of(@Nullable SheetId id, @Nullable Integer year) {
      return id == null || year == null ? Optional.empty() : Optional.of(new OfSheet(id, year));
    }
  }

  public static ScopeLine of(Category category) {
    return new ScopeLine(category, Optional.empty());
  }

  /** Reads what {@link #code()} writes; empty for anything else. */
  static Optional<ScopeLine> read(String code) {
    Matcher parts = CODE.matcher(code);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ScopeLine(
              Category.valueOf(parts.group(1)),
              Optional.ofNullable(parts.group(2)),
              Optional.ofNullable(parts.group(3))
                  .map(id -> new OfSheet(SheetId.of(id), Integer.parseInt(parts.group(4))))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** CATEGORY, CATEGORY:form/section, or the same with @sheet.year. */
  public String code() {
    return category
        + section.map(it -> ":" + it).orElse("")
        + sheet.map(it -> "@" + it.id() + "." + it.year()).orElse("");
  }

  /** The same without the sheet. */
  ScopeLine ofAny() {
    return new ScopeLine(category, section);
  }

  /** Whether everything the other line opens is open by this one too. */
  boolean covers(ScopeLine other) {
    return category == other.category
        && (section.isEmpty() || section.equals(other.section))
        && (sheet.isEmpty() || sheet.equals(other.sheet));
  }
}
