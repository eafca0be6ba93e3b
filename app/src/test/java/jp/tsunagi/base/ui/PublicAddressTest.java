package jp.tsunagi.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** The address that people are told, and that passkeys are bound to. */
class PublicAddressTest {
  @ParameterizedTest
  @CsvSource({
    "https://tsunagi.example.lg.jp, https://tsunagi.example.lg.jp, tsunagi.example.lg.jp",
    "https://Tsunagi.Example.lg.jp:443/, https://tsunagi.example.lg.jp, tsunagi.example.lg.jp",
    "https://tsunagi.example.lg.jp:8443, https://tsunagi.example.lg.jp:8443, tsunagi.example.lg.jp",
    "http://localhost:8080, http://localhost:8080, localhost"
  })
  void itIsReadAsBrowsersNameIt(String text, String address, String host) {
    assertThat(PublicAddress.read(text)).hasValue(new PublicAddress.Origin(address, host));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tsunagi.example.lg.jp",
        "http://tsunagi.example.lg.jp",
        "https://10.0.0.5",
        "https://[::1]:8080",
        "https://tsunagi.example.lg.jp/portal",
        "https://tsunagi.example.lg.jp?x=1",
        "https://somebody@tsunagi.example.lg.jp",
        "ftp://tsunagi.example.lg.jp",
        "https://tsu nagi.example"
      })
  void whatPeopleCannotBeToldIsNone(String text) {
    assertThat(PublicAddress.read(text)).isEmpty();
  }

  @Test
  void onALetterItIsTypedWithoutItsScheme() {
    var origin = PublicAddress.read("https://tsunagi.example.lg.jp:8443").orElseThrow();
    assertThat(origin.typed()).isEqualTo("tsunagi.example.lg.jp:8443");
  }

  private static MockHttpServletRequest request(String host) {
    var request = new MockHttpServletRequest();
    request.addHeader("Host", host);
    request.setLocalPort(8080);
    return request;
  }

  @Test
  void whatWasStatedIsToldWhateverTheRequestNames() {
    var stated = new PublicAddress("https://tsunagi.example.lg.jp");
    assertThat(stated.told(request("false.example")).address())
        .isEqualTo("https://tsunagi.example.lg.jp");
    assertThat(stated.of(request("false.example")).host()).isEqualTo("tsunagi.example.lg.jp");
  }

  @Test
  void whereNothingWasStatedKeysAreBoundToThisMachine() {
    var none = new PublicAddress(" ");
    assertThat(none.of(request("false.example")))
        .isEqualTo(new PublicAddress.Origin("http://localhost:8080", "localhost"));
    assertThat(none.told(request("127.0.0.1:8080")).address()).isEqualTo("http://127.0.0.1:8080");
    assertThat(none.told(request("tsunagi.example.lg.jp")).address())
        .isEqualTo("https://tsunagi.example.lg.jp");
  }
}
