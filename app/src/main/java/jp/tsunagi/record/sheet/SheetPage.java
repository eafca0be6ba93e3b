package jp.tsunagi.record.sheet;

import java.util.List;
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
 * @param approval what the reader may decide about it, or null
 * @param unseen the reader's post in whose place somebody decided, unseen yet; or null
 * @param occasions what is noted on the form's way
 * @param unanswered whether the place may say that it goes on without the family's answer
 * @param remarks what writers and those who decide said about fields
 * @param talks whether the reader may say something about a field
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
    @Nullable ApprovalView approval,
    @Nullable String unseen,
    List<OccasionView> occasions,
    boolean unanswered,
    List<RemarkView> remarks,
    boolean talks,
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
   * @param relocate whether it may be moved to the child it is about
   * @param answer the guardian's answer that waits for the writers, or null
   * @param noting where staff note down an answer on paper or in a talk; null when none is awaited
   */
  public record Acts(
      boolean print,
      boolean write,
      boolean recall,
      boolean revise,
      boolean restore,
      boolean relocate,
      @Nullable StepView answer,
      @Nullable NotingForm noting) {
    /** What is past is read and nothing else. */
    static final Acts NONE = new Acts(false, false, false, false, false, false, null, null);
  }
}
