package jp.tsunagi.record.sheet;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.record.idea.IdeaPane;
import org.jspecify.annotations.Nullable;

/**
 * The right side of the writing screen: one of its tabs. The others come when they are opened.
 *
 * @param tab word of the one that is open
 * @param tabs each with its word behind the address of the sheet
 * @param kinds which kind of example suits which field, as {@code field:KIND}
 * @param quotes wishes of the family
 * @param left what last year said that has no place any more
 * @param ideas the bank, when it is open
 * @param printed the draft as it would be printed, when that is open; empty before it says anything
 * @param earlier sheets, when they are open
 */
public record SidePage(
    String url,
    String tab,
    List<Link> tabs,
    String kinds,
    List<Quote> quotes,
    List<LineView> left,
    @Nullable IdeaPane ideas,
    @Nullable Optional<Content> printed,
    @Nullable Earlier earlier) {
  public SidePage {
    tabs = List.copyOf(tabs);
    quotes = List.copyOf(quotes);
    left = List.copyOf(left);
  }

  /** Words of the family. */
  public record Quote(String label, String text, String who, String why) {}

  /**
   * Sheets of the child that the writer may read.
   *
   * @param sheets title and place of each, the one that is open current
   * @param parts of the one that is open; none when none is
   */
  public record Earlier(List<Line> sheets, List<Part> parts) {}

  /** A sheet to open. */
  public record Line(String url, String piece, String title, String place, boolean open) {}

  /**
   * A part of an earlier sheet.
   *
   * @param who wrote it, and when
   * @param why it may be read: where that stands
   */
  public record Part(String title, String who, String why, List<Field> fields) {}

  /**
   * An answer of it.
   *
   * @param copy what the button says that takes it over, or null where it has no open place
   */
  public record Field(LineView line, @Nullable String copy) {}
}
