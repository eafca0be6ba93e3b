package jp.tsunagi.record.sheet;

import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.Step;

/** Whether a form's way to final leads over the guardian, as the municipality has set it. */
final class Way {
  private Way() {}

  /** 小・中学校: always. 園: unless the setting says no (A6). 支援事業 and 個人票: no. */
  static boolean asksGuardian(Tx tx, FormDefinition form) {
    return form.route().steps().stream()
        .filter(Step.WithGuardian.class::isInstance)
        .map(Step.WithGuardian.class::cast)
        .anyMatch(step -> holds(tx, step));
  }

  private static boolean holds(Tx tx, Step.WithGuardian step) {
    String setting = step.setting();
    if (setting == null) {
      return true;
    }
    return Municipality.setting(tx, setting)
        .map(value -> value.equals("true"))
        .orElse(step.settingDefault());
  }
}
