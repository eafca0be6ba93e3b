package jp.tsunagi.people.staff;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.RefusalView;
import org.jspecify.annotations.Nullable;

/**
 * A password handed to a staff member, or a first account.
 *
 * @param form good for one time: the form sent again does nothing
 * @param refusal why none is handed here; null where the form is shown
 * @param known the login that is there already, or null when one is opened
 * @param forget where it is forgotten who the person is at the identity provider; null where
 *     nothing of that is kept
 */
public record StaffPasswordPage(
    String url,
    String form,
    String staffUrl,
    String name,
    String title,
    String lead,
    @Nullable RefusalView refusal,
    @Nullable String known,
    FieldView login,
    FieldView password,
    @Nullable String forget) {

  /** For the summary at the top. */
  public List<FieldView> fields() {
    return known == null ? List.of(login, password) : List.of(password);
  }
}
