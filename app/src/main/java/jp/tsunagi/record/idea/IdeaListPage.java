package jp.tsunagi.record.idea;

import java.util.List;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.PagerView;
import org.jspecify.annotations.Nullable;

/**
 * 文例集 as a table.
 *
 * @param mine whether only marked ones are shown
 * @param narrowed whether a filter leaves some out
 * @param waiting how many proposals wait for the reader, in words, or null
 * @param adds whether the reader adds or proposes
 * @param keeps whether the reader keeps the municipality's
 */
public record IdeaListPage(
    String q,
    List<Option> kinds,
    List<Option> needs,
    List<Option> areas,
    List<Option> stages,
    List<Option> states,
    boolean mine,
    boolean narrowed,
    List<Row> rows,
    PagerView pager,
    @Nullable String waiting,
    boolean adds,
    boolean keeps) {

  /**
   * An example.
   *
   * @param whose for whom it is
   * @param changes whether the reader may put its words right
   * @param next names of what the reader may make of it
   */
  public record Row(
      String id,
      String text,
      String kind,
      String needs,
      String areas,
      String stages,
      String whose,
      String state,
      boolean changes,
      List<String> next,
      boolean marked) {}
}
