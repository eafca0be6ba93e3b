package jp.tsunagi.view.portal;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.RefusalView;
import org.jspecify.annotations.Nullable;

/** Coming in for the first time with the letter from the desk. */
public record PortalInvitationPage(
    @Nullable RefusalView refusal,
    FieldView code,
    FieldView birth,
    FieldView login,
    FieldView password) {

  public List<FieldView> fields() {
    return List.of(code, birth, login, password);
  }
}
