package jp.tsunagi.work.handover;

import java.util.List;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.RefusalView;
import org.jspecify.annotations.Nullable;

/** What may be handed over of a child, and what was. */
public record OffersPage(
    String childUrl,
    NameView name,
    String plainName,
    boolean mayOffer,
    List<Agreed> agreed,
    List<HandoversPage.Line> offered,
    @Nullable RefusalView refusal) {
  /**
   * A consent not used yet.
   *
   * @param entry the first day of the consent's entry, as a date field's value
   * @param onPaper whether the receiver works on paper: a 支援シート goes there instead (A10)
   */
  public record Agreed(
      String consent,
      String receiver,
      String receiverName,
      String given,
      String entry,
      boolean onPaper) {}
}
