package jp.tsunagi.work.request;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.StatusView;
import jp.tsunagi.people.child.Identity;
import org.jspecify.annotations.Nullable;

/**
 * One request: what is asked, how it stands, what the reader may do.
 *
 * @param reason why not, where it was answered so
 * @param sheet where it is read, once it may be
 * @param family where the family's answer on paper is taken in
 * @param paper the request on paper, for a place without a terminal
 * @param answer null where there is nothing to answer
 * @param cancel where it is taken back
 * @param stop where the place that agreed ends it
 */
public record RequestPage(
    Identity child,
    String title,
    StatusView status,
    String explained,
    List<Fact> facts,
    @Nullable String reason,
    @Nullable Link sheet,
    @Nullable Link family,
    @Nullable Link paper,
    @Nullable Answer answer,
    @Nullable String cancel,
    @Nullable Stop stop,
    List<Step> steps) {

  /** 終了: showing it no longer, with a reason that whoever asked reads. */
  public record Stop(String url, FieldView why) {}

  /** A label with its words. */
  public record Fact(String label, String words) {}

  /** What happened. */
  public record Step(String day, String what, String who) {}

  /**
   * The two answers.
   *
   * @param sheets of which parts may be shown; none where there is no such sheet
   */
  public record Answer(
      String url,
      List<Sheet> sheets,
      FieldView reason,
      List<Option> reasons,
      FieldView note,
      List<FieldView> wrong) {}

  /**
   * A sheet to choose, with what may be shown of it.
   *
   * @param asked whether it is of the year that is asked for
   */
  public record Sheet(
      String id, String title, boolean asked, FieldView section, List<Option> sections) {}
}
