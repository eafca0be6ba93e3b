package jp.tsunagi.run.ledger;

import java.util.List;
import jp.tsunagi.people.staff.Setting;
import org.springframework.stereotype.Component;

/** What is decided about taking in ledgers. */
@Component
final class LedgerSettings implements Setting.Source {
  private static final int LEAST = 10;
  private static final int MOST = 50_000;

  @Override
  public List<Setting> settings() {
    return List.of(
        Setting.number(
            LedgerBudget.SETTING,
            "ledger.setting.daily",
            60,
            LedgerBudget.DAILY,
            new Setting.Values.Number(LEAST, MOST)));
  }
}
