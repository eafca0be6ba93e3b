package jp.tsunagi.record.sheet;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.StatusView;
import jp.tsunagi.base.ui.Step;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as one reads it.
 *
 * @param url where its moves are sent
 * @param parts what one may read, in the order of the form
 * @param happened its way so far, latest first
 * @param versions that were final and may be read, latest first
 * @param acts what the reader may do now
 * @param version which earlier one this is; null for what stands now
 * @param refusal why the last try was refused, or null
 */
public record SheetPage(
    SheetHead head,
    String url,
    StatusView status,
    List<Step> route,
    List<PartView> parts,
    List<StepView> happened,
    List<Version> versions,
    Acts acts,
    @Nullable String version,
    @Nullable RefusalView refusal) {

  /**
   * A version.
   *
   * @param comparison with the one before; null for the first
   */
  public record Version(String url, String text, @Nullable String comparison) {}

  /**
   * The buttons.
   *
   * @param answer the guardian's answer that waits for the writers, or null
   * @param guardians who may have confirmed, when staff may note it down
   * @param on the field for its day
   */
  public record Acts(
      boolean print,
      boolean write,
      boolean recall,
      boolean revise,
      boolean restore,
      @Nullable StepView answer,
      List<Option> guardians,
      FieldView on) {
    /** What is past is read and nothing else. */
    static Acts none(FieldView on) {
      return new Acts(false, false, false, false, false, null, List.of(), on);
    }
  }
}
