package jp.tsunagi.people.staff;

import java.util.List;
import jp.tsunagi.base.database.Tx;

/** Recovery codes, shown once, on paper if one likes. */
public record RecoveryCodesPage(String login, String day, List<String> codes) {
  public RecoveryCodesPage {
    codes = List.copyOf(codes);
  }

  static RecoveryCodesPage of(Tx tx, String login, List<RecoveryCode> codes) {
    return new RecoveryCodesPage(
        login, StaffWords.day(tx.today()), codes.stream().map(RecoveryCode::shown).toList());
  }

  @Override
  public String toString() {
    return "RecoveryCodesPage";
  }
}
