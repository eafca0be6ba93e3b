package jp.tsunagi.record.ground;

import java.util.Arrays;
import java.util.List;
import jp.tsunagi.people.staff.Setting;
import org.springframework.stereotype.Component;

/** What is decided about consents. */
@Component
final class ConsentSettings implements Setting.Source {
  @Override
  public List<Setting> settings() {
    return List.of(
        Setting.choice(
            UsualPeriod.SETTING,
            "ground.setting.until",
            40,
            UsualPeriod.GRADUATION.name(),
            Arrays.stream(UsualPeriod.values()).map(UsualPeriod::name).toList()));
  }
}
