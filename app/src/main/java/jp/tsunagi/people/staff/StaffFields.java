package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.has;
import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;

/** Makes the fields of a form from what was typed and what is wrong. */
record StaffFields(List<StaffRefusal> refusals) {
  FieldView field(String name, String value) {
    String hint = "staff.hint." + name;
    String error =
        refusals.stream()
            .filter(refusal -> refusal.field().equals(name))
            .map(StaffRefusal::words)
            .findFirst()
            .orElse(null);
    return FieldView.of(name, t("staff.field." + name))
        .value(value)
        .hint(has(hint) ? t(hint, Password.LEAST) : null)
        .error(error);
  }
}
