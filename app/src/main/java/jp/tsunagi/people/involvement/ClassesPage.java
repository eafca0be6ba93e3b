package jp.tsunagi.people.involvement;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.people.child.DayField;
import org.jspecify.annotations.Nullable;

/**
 * 組の名簿 of one's own organisation in a fiscal year.
 *
 * @param at id of the organisation
 * @param years the years one may look at
 * @param organisations where there are several
 */
public record ClassesPage(
    String organisation,
    String at,
    String year,
    int fiscalYear,
    List<Link> years,
    List<Link> organisations,
    List<Group> groups,
    @Nullable Move move) {

  /** A class, or those without one. */
  public record Group(String name, String count, List<Row> children) {}

  /**
   * A child of the list.
   *
   * @param pick the enrolment that is moved when chosen
   */
  public record Row(
      String url, NameView name, String number, String facts, String pick, boolean picked) {}

  /** Puts several into a class at once. */
  public record Move(
      String url,
      FieldView children,
      FieldView schoolClass,
      List<Option> classes,
      DayField from,
      List<FieldView> wrong) {}
}
