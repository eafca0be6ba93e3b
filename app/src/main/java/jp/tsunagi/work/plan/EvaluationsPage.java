package jp.tsunagi.work.plan;

import java.util.List;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.StatusView;
import org.jspecify.annotations.Nullable;

/**
 * 評価をまとめて書く: the goals of a class, child by child, each with its evaluation beside it.
 *
 * @param url of the page
 * @param choices the forms and years that can be chosen, as {@code form:year} or {@code
 *     form:year:term}
 * @param chosen what is shown, in words; empty when there is nothing to choose
 * @param begins how many sheets are final and can be opened for their evaluation
 * @param open what the button that opens them sends
 */
public record EvaluationsPage(
    String url,
    List<Option> choices,
    String chosen,
    int begins,
    String open,
    List<Child> children) {
  public EvaluationsPage {
    choices = List.copyOf(choices);
    children = List.copyOf(children);
  }

  /**
   * One child's sheet.
   *
   * @param id of the form in the page
   * @param url of the sheet
   * @param action where a pause in typing saves; null while it cannot be written
   * @param saved where the whole is sent without scripts
   * @param hidden what goes along, name by name
   * @param begin what the button sends that opens this sheet alone; null where it is not final
   */
  public record Child(
      String id,
      NameView name,
      String facts,
      String url,
      StatusView status,
      @Nullable String action,
      List<Hidden> hidden,
      @Nullable String begin,
      List<Goal> goals) {
    public Child {
      hidden = List.copyOf(hidden);
      goals = List.copyOf(goals);
    }
  }

  /** A value that goes along with what is typed. */
  public record Hidden(String name, String value) {}

  /**
   * A goal and what is said of it at the end.
   *
   * @param id of the goal's words in the page
   */
  public record Goal(String id, String text, List<Cell> cells) {
    public Goal {
      cells = List.copyOf(cells);
    }
  }

  /**
   * One answer.
   *
   * @param id of the control
   * @param name it is sent under
   * @param options to choose from; none for a text
   * @param most characters a text may have
   * @param value of a text, or what was chosen in words
   */
  public record Cell(
      String id, String name, String label, List<Option> options, int most, String value) {
    public Cell {
      options = List.copyOf(options);
    }
  }
}
