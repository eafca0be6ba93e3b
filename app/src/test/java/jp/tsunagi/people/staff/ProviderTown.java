package jp.tsunagi.people.staff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import jp.tsunagi.TestClock;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.trace.Action;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import okhttp3.mockwebserver.RecordedRequest;

/** A municipality with an identity provider that somebody else has written. */
final class ProviderTown implements AutoCloseable {
  private static final String CITY = "tsunagi-city";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  final TestProgram program;
  final TestTown town;
  private final MockOAuth2Server server = new MockOAuth2Server();
  private final String net;
  private int address;

  /** All who come come from there: an address without its last number. */
  ProviderTown(String net) throws IOException {
    this.net = net;
    server.start(InetAddress.getLoopbackAddress(), 0);
    var settings =
        new ProviderSettings(
            issuer(),
            "tsunagi",
            Optional.of("a secret of two"),
            ProviderSettings.USUAL_CLAIM,
            Set.of("mfa"),
            Optional.of("つなぎ市の認証"),
            Optional.of(new TenantId(1)));
    program =
        TestProgram.start(beans -> beans.registerBean(ProviderSettings.class, () -> settings));
    town = program.newTown();
  }

  @Override
  public void close() {
    program.close();
    server.shutdown();
  }

  /** As the provider names itself. */
  String issuer() {
    return server.issuerUrl(CITY).toString();
  }

  /** Somebody at a machine of her or his own. */
  Visitor visitor() {
    address++;
    return program.visitor(net + "." + address);
  }

  static Map<String, Object> login(String login) {
    return Map.of(ProviderSettings.USUAL_CLAIM, login);
  }

  /** What the provider says next; whom it knows by a name of its own, one for each login. */
  void says(Map<String, Object> claims) {
    says("at home " + claims.getOrDefault(ProviderSettings.USUAL_CLAIM, "nobody"), claims);
  }

  /** What the provider says next, of somebody whom it knows by that name of its own. */
  void says(String subject, Map<String, Object> claims) {
    server.enqueueCallback(
        new DefaultOAuth2TokenCallback(CITY, subject, "JWT", null, claims, 3600));
  }

  /** The provider does not take the next code, and says so. */
  void refuses(ErrorObject why) {
    server.enqueueCallback(
        new DefaultOAuth2TokenCallback(CITY) {
          @Override
          public String subject(TokenRequest request) {
            throw new OAuth2Exception(why, "refused");
          }
        });
  }

  Visitor.Reply come(Visitor visitor, Map<String, Object> claims) {
    says(claims);
    return visitor.post(SignInProviderController.URL);
  }

  /** Comes in at a browser that goes one step at a time. */
  Wanderer inside(String from, TestTown.Worker worker) throws Exception {
    says(login(worker.login()));
    Wanderer one = new Wanderer(from);
    URI back = Wanderer.onward(one.get(away(one)));
    assertThat(one.get(back).statusCode()).isEqualTo(303);
    return one;
  }

  /** Presses the button at the door; where that leads. */
  URI away(Wanderer one) throws Exception {
    return Wanderer.onward(pressed(one));
  }

  HttpResponse<String> pressed(Wanderer one) throws Exception {
    var token = TOKEN.matcher(one.get(URI.create(program.named() + "/sign-in")).body());
    assertThat(token.find()).isTrue();
    return one.post(
        URI.create(program.named() + SignInProviderController.URL),
        "_csrf=" + URLEncoder.encode(token.group(1), UTF_8));
  }

  /** Goes to the provider once more, which asks who it is, and says that. */
  HttpResponse<String> again(Wanderer one, String to, String login, String claims)
      throws Exception {
    String way = program.named() + AgainController.PROVIDER + "?to=" + to;
    URI there = Wanderer.onward(one.get(URI.create(way)));
    assertThat(there.getQuery()).contains("prompt=login", "max_age=0");
    String said = "{\"preferred_username\":\"%s\"%s}".formatted(login, claims);
    HttpResponse<String> asked =
        one.post(
            there,
            "username="
                + URLEncoder.encode("at home " + login, UTF_8)
                + "&claims="
                + URLEncoder.encode(said, UTF_8));
    return one.get(Wanderer.onward(asked));
  }

  static String askedAt(long secondsAgo) {
    return ",\"auth_time\":" + (TestClock.START.getEpochSecond() - secondsAgo);
  }

  /** What the provider was asked since this was asked last. */
  List<RecordedRequest> heard() {
    List<RecordedRequest> all = new ArrayList<>();
    try {
      while (true) {
        all.add(server.takeRequest(0, TimeUnit.SECONDS));
      }
    } catch (RuntimeException nothingMore) {
      return all;
    }
  }

  /** The words of the rows in the name of that person. */
  List<String> traced(Action action, TestTown.Worker worker) {
    return town.trace(action).stream()
        .filter(row -> worker.staff().value().equals(row.getActorId()))
        .map(row -> String.valueOf(row.getDetail()))
        .toList();
  }
}
