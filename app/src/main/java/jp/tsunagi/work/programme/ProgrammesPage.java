package jp.tsunagi.work.programme;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;

/**
 * The programmes of the reader's organisations.
 *
 * @param closed programmes nobody is taken into any more
 * @param owners the organisations the reader may add one for; none for those who may not
 */
public record ProgrammesPage(
    String year,
    List<Line> lines,
    List<Link> closed,
    List<Option> owners,
    FieldView owner,
    FieldView name) {
  /**
   * One programme with its participants of the year.
   *
   * @param open how many are not written about yet, with the list of them
   */
  public record Line(String url, String name, String organisation, int participants, Link open) {}
}
