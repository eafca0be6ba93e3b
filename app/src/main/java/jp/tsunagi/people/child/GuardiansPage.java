package jp.tsunagi.people.child;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * 保護者: whom to call, when, and who decides for the child.
 *
 * @param restrictions who must not decide, whoever else says so
 * @param form the guardian being added or changed; null for those who may not
 */
public record GuardiansPage(
    ChildHead head, List<Row> guardians, @Nullable Form form, Restrictions.View restrictions) {

  /**
   * A guardian.
   *
   * @param evidence what was shown for the authority, latest first
   * @param invite where the letter with the one-time code is made, for those who may
   * @param change where she or he is changed, for those who may
   */
  public record Row(
      int order,
      String name,
      String kana,
      String relation,
      @Nullable String phone,
      String note,
      String authority,
      List<String> evidence,
      String account,
      @Nullable String invite,
      @Nullable String change) {}

  /**
   * A guardian to add or to change.
   *
   * @param seen the mark of what is shown of whom is changed; empty for a new one
   * @param id of a new one
   */
  public record Form(
      String title,
      String url,
      String seen,
      String id,
      FieldView name,
      FieldView kana,
      FieldView relation,
      List<Option> relations,
      @Nullable FieldView phone,
      @Nullable FieldView note,
      FieldView language,
      List<Option> languages,
      FieldView order,
      List<Option> decides,
      FieldView kind,
      List<Option> kinds,
      DayField from,
      DayField last,
      FieldView evidence,
      List<FieldView> wrong) {}
}
