package jp.tsunagi.record.sheet;

import static jp.tsunagi.schema.Tables.TENANT_SETTING;

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
    return tx.sql()
        .select(TENANT_SETTING.VALUE)
        .from(TENANT_SETTING)
        .where(TENANT_SETTING.TENANT_ID.eq(tx.tenant()))
        .and(TENANT_SETTING.NAME.eq(setting))
        .fetchOptional(TENANT_SETTING.VALUE)
        .map(value -> value.equals("true"))
        .orElse(step.settingDefault());
  }
}
