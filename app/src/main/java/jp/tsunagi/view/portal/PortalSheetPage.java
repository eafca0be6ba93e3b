package jp.tsunagi.view.portal;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.record.sheet.LineView;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as the family reads it, and its answer where one is asked for.
 *
 * @param answer where the answer is sent; null when none is asked for
 */
public record PortalSheetPage(
    NameView child,
    String title,
    String from,
    List<Part> parts,
    @Nullable String answer,
    FieldView note,
    @Nullable RefusalView refusal,
    String back) {

  /** One part. */
  public record Part(String title, List<LineView> lines) {}
}
