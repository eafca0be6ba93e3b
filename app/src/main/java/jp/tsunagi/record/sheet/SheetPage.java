package jp.tsunagi.record.sheet;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
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
 * @param versions earlier final versions
 * @param acts what the reader may do now
 * @param refusal why the last try was refused, or null
 */
public record SheetPage(
    SheetHead head,
    String url,
    StatusView status,
    List<Step> route,
    List<PartView> parts,
    List<StepView> happened,
    List<Link> versions,
    Acts acts,
    @Nullable RefusalView refusal) {

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
      FieldView on) {}
}
