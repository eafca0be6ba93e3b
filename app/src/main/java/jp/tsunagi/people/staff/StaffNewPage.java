package jp.tsunagi.people.staff;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;

/** A staff member to be added, with an account. */
public record StaffNewPage(
    String id,
    FieldView name,
    FieldView kana,
    FieldView pledge,
    FieldView login,
    FieldView password) {

  /** For the summary at the top. */
  public List<FieldView> fields() {
    return List.of(name, kana, pledge, login, password);
  }
}
