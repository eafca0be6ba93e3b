package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DevicesTest {
  private final Devices devices = new Devices(new DeviceKey(new byte[32]));

  @Test
  void aMarkIsOfOneLoginAndOneInstallation() {
    String cookie = devices.with("", "mizuno");
    assertThat(devices.known(cookie, "mizuno")).isPresent();
    assertThat(devices.known(cookie, "izumi")).isEmpty();
    byte[] otherKey = new byte[32];
    Arrays.fill(otherKey, (byte) 1);
    assertThat(new Devices(new DeviceKey(otherKey)).known(cookie, "mizuno")).isEmpty();
    assertThat(cookie).doesNotContain("mizuno");
  }

  @Test
  void whatIsMadeUpIsNoMark() {
    for (String made : new String[] {"", "~", "x", "A".repeat(43), "%00", "~~~~~~~~~~~~"}) {
      assertThat(devices.known(made, "mizuno")).as(made).isEmpty();
    }
  }

  @Test
  void aSharedBrowserKnowsTheLastEightPeopleEachByTheirOwnMark() {
    String cookie = "";
    for (int person = 0; person < 9; person++) {
      cookie = devices.with(cookie, "person" + person);
    }
    assertThat(devices.known(cookie, "person0")).isEmpty();
    for (int person = 1; person < 9; person++) {
      assertThat(devices.known(cookie, "person" + person)).isPresent();
    }
    assertThat(devices.with(cookie, "person5")).isEqualTo(cookie);
    assertThat(devices.known(cookie)).as("whoever it is").isPresent();
    assertThat(devices.known(cookie)).isNotEqualTo(devices.known(cookie, "person5"));
    assertThat(devices.known("")).isEmpty();
  }
}
