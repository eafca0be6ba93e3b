package jp.tsunagi.work.relocation;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.people.child.Identity;
import org.jspecify.annotations.Nullable;

/**
 * 記録の移しかえ: what would move, who has read it, what was printed, and the form.
 *
 * @param sections that are filled in
 * @param after what becomes of it at the other child, in a sentence
 * @param later later years of the same form, which may have begun with its answers
 * @param refusal why it cannot be moved, or was not; null where nothing stands against it
 * @param form null where it cannot be moved whatever is typed
 */
public record RelocationPage(
    Identity child,
    String url,
    String back,
    String title,
    String state,
    List<String> sections,
    List<String> files,
    String after,
    List<Day> read,
    List<String> printed,
    List<String> answered,
    List<String> later,
    @Nullable RefusalView refusal,
    @Nullable Form form) {

  /** Readings of a day, latest first. */
  public record Day(String day, List<Look> looks) {}

  /** What a post of a place, or somebody of the family, did that day. */
  public record Look(String who, List<String> what) {}

  /**
   * To which child, and why.
   *
   * @param from the child on whom the sheet is now
   */
  public record Form(
      String id,
      String from,
      FieldView name,
      FieldView birth,
      FieldView why,
      FieldView told,
      List<Option> tolds,
      List<FieldView> wrong) {}
}
