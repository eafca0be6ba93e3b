package jp.tsunagi.people.staff;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;

/**
 * A staff member to be added, with an account.
 *
 * @param ways how the person comes to it: by a password or by a one-time code
 */
public record StaffNewPage(
    String id,
    FieldView name,
    FieldView kana,
    FieldView pledge,
    FieldView way,
    List<Option> ways,
    FieldView login,
    FieldView password) {

  /** For the summary at the top. */
  public List<FieldView> fields() {
    return List.of(name, kana, pledge, login, password);
  }
}
