package jp.tsunagi.view.portal;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Icon;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.record.sheet.Difference;
import jp.tsunagi.record.sheet.PartView;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as the family reads it, and its answer where one is asked for.
 *
 * @param place the organisation that wrote it, or the family
 * @param ground by whose word it may be read, where it is not the reader's own right; else empty
 * @param changes what is different from last time; null when nothing waits or nothing was before
 * @param versions of the family's own sheet, when there are several
 * @param answer where the answer is sent; null when none is asked for
 * @param said what this guardian answered already; null when nothing, or when it was confirmed
 */
public record PortalSheetPage(
    NameView child,
    String title,
    String place,
    String year,
    String ground,
    @Nullable Changes changes,
    List<PartView> parts,
    List<Link> versions,
    @Nullable String answer,
    @Nullable Said said,
    FieldView note,
    @Nullable RefusalView refusal,
    String back) {

  /** An answer that asks for something: which and when, and in whose words. */
  public record Said(String what, String words) {}

  /**
   * What is different from last time.
   *
   * @param same what goes on as it was; null when nothing does
   */
  public record Changes(String title, String lead, List<Group> groups, @Nullable Group same) {}

  /** Changes of one kind. */
  public record Group(Icon icon, String title, List<Difference> differences) {}
}
