package jp.tsunagi.people.staff;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;

/**
 * 代わりの人: who stands in for somebody with a caseload.
 *
 * @param back the caseloads of the place
 * @param id of the one to be made, so that sending the form twice makes one
 */
public record SubstitutesPage(
    String url,
    Link back,
    String absent,
    String post,
    String period,
    List<Row> rows,
    String id,
    FieldView staff,
    List<Option> colleagues,
    FieldView from,
    FieldView lastDay) {
  public SubstitutesPage {
    rows = List.copyOf(rows);
    colleagues = List.copyOf(colleagues);
  }

  /**
   * Somebody who stands in.
   *
   * @param ahead it has not begun
   */
  public record Row(String name, String period, String end, boolean ahead) {}

  /** For the summary at the top. */
  public List<FieldView> fields() {
    return List.of(staff, from, lastDay);
  }
}
