package jp.tsunagi.people.staff;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;

/**
 * One's own password.
 *
 * @param done whether it has just been changed
 */
public record AccountPasswordPage(boolean done, FieldView old, FieldView fresh, FieldView again) {

  /** For the summary at the top. */
  public List<FieldView> fields() {
    return List.of(old, fresh, again);
  }
}
