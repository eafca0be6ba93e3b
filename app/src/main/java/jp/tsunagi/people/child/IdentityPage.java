package jp.tsunagi.people.child;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * 氏名・生年月日: what is on record, how it came about, and the ways to change it.
 *
 * @param facts labels and values in turn
 * @param change null for those who may not change it
 */
public record IdentityPage(
    ChildHead head,
    List<Fact> facts,
    List<Named> names,
    List<Fact> grades,
    @Nullable Change change) {

  /** A label and what is on record. */
  public record Fact(String label, String value) {}

  /** A name and when it was borne. */
  public record Named(String kind, NameView name, String from, String to) {}

  /**
   * The three ways to change what is on record.
   *
   * @param seen the mark of what is shown
   */
  public record Change(String seen, Name name, About about, Grade grade) {}

  /** Another name, or the same put right. */
  public record Name(
      String url,
      FieldView how,
      List<Option> hows,
      DayField from,
      List<FieldView> usual,
      List<FieldView> seldom,
      List<Option> single,
      List<FieldView> wrong) {}

  /** Birth date, sex, language. */
  public record About(
      String url,
      DayField birth,
      FieldView sex,
      List<Option> sexes,
      FieldView language,
      List<Option> languages,
      List<Option> interpreter,
      List<FieldView> wrong) {}

  /** A grade other than the birth date says. */
  public record Grade(
      String url,
      FieldView year,
      List<Option> years,
      FieldView level,
      List<Option> levels,
      FieldView reason,
      List<Option> reasons,
      FieldView note,
      List<FieldView> wrong) {}
}
