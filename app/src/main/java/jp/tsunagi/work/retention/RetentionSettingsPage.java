package jp.tsunagi.work.retention;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;

/** 保存期間: what holds for each kind, on which basis, what was decided when by whom. */
public record RetentionSettingsPage(List<Kind> kinds) {

  /**
   * A kind.
   *
   * @param basis law or notice, or that there is none
   * @param seen how many decisions there were when the form was opened
   * @param open whether the form is being corrected
   */
  public record Kind(
      String key,
      String name,
      String holds,
      String basis,
      List<Past> history,
      String url,
      int seen,
      FieldView years,
      FieldView start,
      List<Option> starts,
      FieldView note,
      boolean open,
      List<FieldView> wrong) {}

  /** A decision, latest first. */
  public record Past(String when, String who, String rule, String note) {}
}
