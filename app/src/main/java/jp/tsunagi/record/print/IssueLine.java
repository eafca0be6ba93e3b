package jp.tsunagi.record.print;

import static jp.tsunagi.base.ui.Text.t;

import org.jspecify.annotations.Nullable;

/**
 * A handed-out paper in a list.
 *
 * @param url where it can be opened; null when not all on it may be read now
 */
public record IssueLine(
    @Nullable String url,
    String number,
    String at,
    String receiver,
    String purpose,
    String format,
    String by) {

  /** The line of an issue. */
  public static IssueLine of(Issued issue, boolean canBeOpened) {
    return new IssueLine(
        canBeOpened ? "/issues/" + issue.id() : null,
        issue.number().text(),
        Issues.at(issue.at()),
        issue.receiver(),
        issue.purpose(),
        t("print.format." + issue.format()),
        issue.by());
  }
}
