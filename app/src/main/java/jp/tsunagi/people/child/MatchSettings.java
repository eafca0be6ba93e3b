package jp.tsunagi.people.child;

import java.util.List;
import jp.tsunagi.people.staff.Setting;
import org.springframework.stereotype.Component;

/** What is decided about comparing with everybody on record. */
@Component
final class MatchSettings implements Setting.Source {
  private static final int LEAST = 1;
  private static final int MOST = 500;

  @Override
  public List<Setting> settings() {
    return List.of(
        Setting.number(
            MatchSql.SETTING,
            "child.setting.match",
            50,
            Matching.DAILY,
            new Setting.Values.Number(LEAST, MOST)));
  }
}
