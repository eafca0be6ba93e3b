package jp.tsunagi.people.staff;

import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.RefusalView;
import org.jspecify.annotations.Nullable;

/**
 * Taking off the second factor of somebody who has lost it.
 *
 * @param staffUrl the page of the person
 * @param lead what comes of it
 * @param refusal why it cannot be done, or null
 * @param reason the form that asks for it; null where it cannot be asked for
 * @param waiting what was asked for; null when nothing waits
 */
public record FactorRemovalPage(
    String url,
    String staffUrl,
    String name,
    String lead,
    @Nullable RefusalView refusal,
    @Nullable FieldView reason,
    @Nullable Waits waiting) {

  /**
   * It waits for the second administrator.
   *
   * @param confirms whether the reader may confirm it
   * @param note why not, or what confirming does
   */
  public record Waits(
      String by, String at, String until, String reason, boolean confirms, String note) {}
}
