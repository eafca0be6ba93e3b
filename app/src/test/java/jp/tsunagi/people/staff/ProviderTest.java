package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import jp.tsunagi.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What a provider says that is false, or is not the provider at all. */
class ProviderTest {
  private static final URI BACK = URI.create("http://localhost/sign-in/provider/return");
  private static final String SECRET = "a secret that is long enough for a signature of HS256";

  private final ProviderJourney journey = ProviderJourney.fresh(Instant.now());
  private HttpServer server;
  private String issuer;
  private RSAKey key;
  private String token = "{}";
  private String described = "";
  private final AtomicInteger asked = new AtomicInteger();

  @BeforeEach
  void aProvider() throws IOException, JOSEException {
    key = new RSAKeyGenerator(2048).keyID("one").generate();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer = "http://localhost:" + server.getAddress().getPort();
    described =
        """
        {"issuer":"%s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
         "jwks_uri":"%1$s/keys","subject_types_supported":["public"],
         "response_types_supported":["code"],"id_token_signing_alg_values_supported":["RS256"]}\
        """
            .formatted(issuer);
    server.createContext(
        "/.well-known/openid-configuration",
        e -> {
          asked.incrementAndGet();
          answer(e, described);
        });
    server.createContext("/keys", e -> answer(e, new JWKSet(key).toString()));
    server.createContext("/token", e -> answer(e, token));
    server.start();
  }

  private static void answer(com.sun.net.httpserver.HttpExchange exchange, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private Provider provider(String claim) {
    return provider(claim, Clock.systemUTC());
  }

  private Provider provider(String claim, Clock clock) {
    var settings =
        new ProviderSettings(
            issuer,
            "tsunagi",
            Optional.of(SECRET),
            claim,
            Set.of(),
            Optional.empty(),
            Optional.empty());
    var beans = new StaticListableBeanFactory();
    beans.addBean("settings", settings);
    return new Provider(beans.getBeanProvider(ProviderSettings.class), clock);
  }

  private JWTClaimsSet.Builder claims() {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .subject("somebody")
        .audience("tsunagi")
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(300)))
        .claim("nonce", journey.nonce())
        .claim("preferred_username", "nagisa");
  }

  private void says(JWT jwt) {
    token =
        "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"%s\"}"
            .formatted(jwt.serialize());
  }

  private static SignedJWT signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims)
      throws JOSEException {
    var jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID("one").build(), claims);
    jwt.sign(signer);
    return jwt;
  }

  private void refused(ProviderRefusal why) {
    assertThatThrownBy(() -> provider("preferred_username").said("code", journey, BACK))
        .isInstanceOfSatisfying(
            Provider.Failed.class, failed -> assertThat(failed.why()).isEqualTo(why));
  }

  @Test
  void whatItSignedIsTaken() throws Exception {
    says(signed(JWSAlgorithm.RS256, new RSASSASigner(key), claims().build()));
    Provider.Said said = provider("preferred_username").said("code", journey, BACK);
    assertThat(said.login()).contains("nagisa");
    assertThat(said.both()).isFalse();
  }

  @Test
  void anotherKeyNoKeyAndOurOwnSecretSignNothing() throws Exception {
    RSAKey other = new RSAKeyGenerator(2048).keyID("one").generate();
    says(signed(JWSAlgorithm.RS256, new RSASSASigner(other), claims().build()));
    refused(ProviderRefusal.TOKEN);
    says(new PlainJWT(claims().build()));
    refused(ProviderRefusal.TOKEN);
    byte[] secret = SECRET.getBytes(StandardCharsets.UTF_8);
    says(signed(JWSAlgorithm.HS256, new MACSigner(secret), claims().build()));
    refused(ProviderRefusal.TOKEN);
  }

  @Test
  void aTokenIsForNowAndForThisJourney() throws Exception {
    var signer = new RSASSASigner(key);
    Date past = Date.from(Instant.now().minusSeconds(600));
    says(signed(JWSAlgorithm.RS256, signer, claims().expirationTime(past).build()));
    refused(ProviderRefusal.TOKEN);
    says(signed(JWSAlgorithm.RS256, signer, claims().claim("nonce", "another").build()));
    refused(ProviderRefusal.TOKEN);
    says(signed(JWSAlgorithm.RS256, signer, claims().claim("nonce", null).build()));
    refused(ProviderRefusal.TOKEN);
    says(signed(JWSAlgorithm.RS256, signer, claims().audience("another").build()));
    refused(ProviderRefusal.TOKEN);
  }

  @Test
  void aTokenForSeveralMustNameUs() throws Exception {
    var claims = claims().audience(java.util.List.of("tsunagi", "other")).claim("azp", "other");
    says(signed(JWSAlgorithm.RS256, new RSASSASigner(key), claims.build()));
    refused(ProviderRefusal.TOKEN);
  }

  @Test
  void anAddressIsALoginWhenTheProviderHasVerifiedIt() throws Exception {
    var signer = new RSASSASigner(key);
    var named = claims().claim("email", "nagisa@tsunagi.example");
    says(signed(JWSAlgorithm.RS256, signer, named.build()));
    assertThat(provider("email").said("code", journey, BACK).login()).isEmpty();
    says(signed(JWSAlgorithm.RS256, signer, named.claim("email_verified", true).build()));
    assertThat(provider("email").said("code", journey, BACK).login())
        .contains("nagisa@tsunagi.example");
  }

  @Test
  void whatIsNoAnswerIsSaid() throws Exception {
    token = "<html>";
    refused(ProviderRefusal.UNREACHABLE);
    token = "{\"access_token\":\"x\",\"token_type\":\"Bearer\"}";
    refused(ProviderRefusal.UNREACHABLE);
  }

  @Test
  void aProviderThatIsAnotherOrSendsElsewhereInTheOpenIsNone() {
    described = described.replace("\"issuer\":\"" + issuer, "\"issuer\":\"https://other.example");
    refused(ProviderRefusal.UNREACHABLE);
    described =
        described
            .replace("https://other.example", issuer)
            .replace(issuer + "/token", "http://other.example/token");
    refused(ProviderRefusal.UNREACHABLE);
    server.stop(0);
    refused(ProviderRefusal.UNREACHABLE);
  }

  @Test
  void whoDoesNotSayWhatItIsIsNotAskedAgainAtOnce() throws Exception {
    String sound = described;
    described = "<html>";
    var clock = new TestClock();
    Provider provider = provider("preferred_username", clock);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> provider.way(journey, BACK)).isInstanceOf(Provider.Failed.class);
    }
    assertThat(asked).hasValue(1);
    described = sound;
    clock.set(TestClock.START.plusSeconds(9));
    assertThatThrownBy(() -> provider.way(journey, BACK)).isInstanceOf(Provider.Failed.class);
    clock.set(TestClock.START.plusSeconds(10));
    assertThat(provider.way(journey, BACK).toString()).startsWith(issuer);
    assertThat(asked).hasValue(2);
  }

  @Test
  void whoeverRunsTheProgramFindsWhatWentWrongAndNothingOfAnybody() throws Exception {
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    var log = (Logger) LoggerFactory.getLogger(Provider.class);
    log.addAppender(lines);
    try {
      var claims = claims().claim("nonce", "another");
      says(signed(JWSAlgorithm.RS256, new RSASSASigner(key), claims.build()));
      refused(ProviderRefusal.TOKEN);
      described = "<html>";
      refused(ProviderRefusal.UNREACHABLE);
    } finally {
      log.detachAppender(lines);
    }
    assertThat(lines.list).hasSize(2);
    assertThat(lines.list.getFirst().getFormattedMessage())
        .contains("TOKEN", "BadJWTException")
        .doesNotContain("nagisa", "somebody");
    assertThat(lines.list.getLast().getFormattedMessage())
        .contains("UNREACHABLE", "ParseException");
    assertThat(lines.list).allMatch(line -> line.getThrowableProxy() == null);
  }

  @Test
  void whoIsSentCarriesTheChallengeAndNotTheVerifier() throws Exception {
    String there = provider("preferred_username").way(journey, BACK).toString();
    assertThat(there)
        .startsWith(issuer + "/authorize?")
        .contains("code_challenge_method=S256", "nonce=" + journey.nonce())
        .doesNotContain(journey.verifier());
  }
}
