package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressTest {
  private final ClientAddress addresses =
      new ClientAddress(List.of("10.0.0.1", " 10.0.0.2", "::1"));

  private static MockHttpServletRequest from(String address, String... forwarded) {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    for (String line : forwarded) {
      request.addHeader("X-Forwarded-For", line);
    }
    return request;
  }

  @Test
  void withoutAProxyTheHeaderIsNothing() {
    assertThat(addresses.of(from("192.0.2.1"))).isEqualTo("192.0.2.1");
    assertThat(addresses.of(from("192.0.2.1", "192.0.2.9"))).isEqualTo("192.0.2.1");
    assertThat(new ClientAddress(List.of()).of(from("10.0.0.1", "192.0.2.9")))
        .isEqualTo("10.0.0.1");
  }

  @Test
  void ofSeveralTheNearestThatIsNoProxyIsBelieved() {
    assertThat(addresses.of(from("10.0.0.1", "6.6.6.6, 192.0.2.9"))).isEqualTo("192.0.2.9");
    assertThat(addresses.of(from("10.0.0.1", "6.6.6.6", "192.0.2.9, 10.0.0.2")))
        .isEqualTo("192.0.2.9");
    assertThat(addresses.of(from("::1", "192.0.2.9:4711"))).isEqualTo("192.0.2.9");
  }

  @Test
  void whatCannotBeReadCountsAsTheProxyItself() {
    assertThat(addresses.of(from("10.0.0.1", "unknown"))).isEqualTo("10.0.0.1");
    assertThat(addresses.of(from("10.0.0.1", "host.example"))).isEqualTo("10.0.0.1");
    assertThat(addresses.of(from("10.0.0.1"))).isEqualTo("10.0.0.1");
  }

  @Test
  void oneLineOfIpv6IsOneAddress() {
    assertThat(addresses.of(from("10.0.0.1", "[2001:db8:1:2::7]:443")))
        .isEqualTo(addresses.of(from("2001:db8:1:2:3:4:5:6")))
        .isNotEqualTo(addresses.of(from("2001:db8:1:3::7")));
  }

  @Test
  void aProxyIsNamedByItsAddress() {
    assertThatThrownBy(() -> new ClientAddress(List.of("proxy.example")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
