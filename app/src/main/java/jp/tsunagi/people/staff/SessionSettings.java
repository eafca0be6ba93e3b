package jp.tsunagi.people.staff;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What is decided about signing in. */
@Component
final class SessionSettings implements Setting.Source {
  private static final Setting.Values.Number A_WHILE = new Setting.Values.Number(5, 240);
  private static final Setting.Values.Number SHORTER = new Setting.Values.Number(2, 60);

  @Override
  public List<Setting> settings() {
    return List.of(
        Setting.choice(
            FactorPolicy.SETTING,
            "staff.setting.factor",
            10,
            word(FactorPolicy.OFFERED),
            Arrays.stream(FactorPolicy.values()).map(SessionSettings::word).toList()),
        Setting.number(
            Sessions.IDLE_SETTING,
            "staff.setting.idle",
            20,
            (int) Sessions.IDLE.toMinutes(),
            A_WHILE),
        Setting.number(
            Sessions.TERMINAL_IDLE_SETTING,
            "staff.setting.terminal",
            30,
            (int) Sessions.TERMINAL_IDLE.toMinutes(),
            SHORTER));
  }

  private static String word(FactorPolicy policy) {
    return policy.name().toLowerCase(Locale.ROOT);
  }
}
