package jp.tsunagi.work.retention;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import org.jspecify.annotations.Nullable;

/** 保存期間: what holds for each kind, on which basis, what was decided when by whom. */
public record RetentionSettingsPage(List<Kind> kinds) {

  /**
   * A kind.
   *
   * @param basis law or notice, or that there is none
   * @param decided who decided what holds, when and why; null where nothing was decided
   * @param earlier what was decided before that, latest first
   * @param seen how many decisions there were when the form was opened
   * @param open whether the form is being corrected
   */
  public record Kind(
      String key,
      String name,
      String holds,
      String basis,
      @Nullable Past decided,
      List<Past> earlier,
      String url,
      int seen,
      FieldView years,
      FieldView start,
      List<Option> starts,
      FieldView note,
      boolean open,
      List<FieldView> wrong) {}

  /** A decision. */
  public record Past(String when, String who, String rule, String note) {}
}
