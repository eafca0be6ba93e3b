package jp.tsunagi.record.sheet;

import java.util.List;
import java.util.Objects;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.Step;
import org.jspecify.annotations.Nullable;

/**
 * The writing screen: last year beside each field, the form, and what helps to write it.
 *
 * @param url of the sheet; the draft is saved at {@code url/draft}
 * @param past heading of last year's column, or null when there is none
 * @param saved when it was saved last, or null
 * @param side what stands on the right, or null
 * @param ways the row of sections, when the form is filled in one section per page
 * @param proxy whose words are typed in, or null
 * @param lift to go on on a later version of the form, or null
 * @param remarks what those who decide said about fields, not settled yet
 * @param left what has no place in the version it is on
 */
public record DraftPage(
    SheetHead head,
    String url,
    @Nullable String saved,
    List<Step> route,
    @Nullable String past,
    boolean copies,
    List<PartForm> parts,
    Before before,
    @Nullable SidePage side,
    @Nullable Ways ways,
    @Nullable Proxy proxy,
    @Nullable LiftView lift,
    List<LineView> left,
    List<RemarkView> remarks,
    @Nullable RefusalView refusal) {

  /** As its parts need it; null for text alone. */
  public @Nullable String enctype() {
    return parts.stream().map(PartForm::enctype).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** What becomes of a draft. */
  public enum Next {
    /** 決裁に出す. */
    SUBMIT,
    /** 保護者に送る. */
    SEND,
    /** 確定する. */
    FINISH;

    /** What the button sends, and the end of its words. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * What stands before the next step.
   *
   * @param missing each leading to its field
   * @param readers who will read it once final
   * @param next which step comes next
   * @param noting where an answer on paper or in a talk is noted; null where nobody is asked
   * @param answer why it came back: what the guardian answered last and was no confirmation, or the
   *     reason of whoever returned it; or null
   * @param first whether it has never been final
   * @param notices where it is looked through, or null where nobody does
   */
  public record Before(
      List<Link> missing,
      String readers,
      Next next,
      @Nullable NotingForm noting,
      @Nullable StepView answer,
      boolean first,
      @Nullable String notices) {}

  /**
   * One section after the other.
   *
   * @param number of this one, from 1
   * @param back to the section before, or null; {@code next} to the one after, or null
   */
  public record Ways(
      List<SectionStep> steps, int number, @Nullable String back, @Nullable String next) {}

  /**
   * Typing in for a guardian.
   *
   * @param sentence whose words these are now
   */
  public record Proxy(String sentence, FieldView guardian, List<Option> guardians, FieldView on) {}
}
