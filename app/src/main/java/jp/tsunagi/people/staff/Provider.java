package jp.tsunagi.people.staff;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.database.Tx;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The conversation with the identity provider (OpenID Connect Core 1.0, code flow with PKCE; by
 * Nimbus): where somebody is sent, and what the provider says of who came back. Slow, and therefore
 * never inside a transaction. Only signatures by the provider's own keys count.
 */
@Component
final class Provider {
  private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
  private static final int PATIENCE = 5_000;
  private static final int LONGEST = 500_000;
  private static final Duration FRESH = Duration.ofHours(1);
  private static final Duration SILENT = Duration.ofSeconds(10);
  private static final Scope ASKED = new Scope("openid", "profile", "email");
  private static final Set<JWSAlgorithm> SIGNED =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

  private final Optional<ProviderSettings> settings;
  private final Clock clock;
  private volatile @Nullable Known known;
  private volatile @Nullable Silence silence;

  Provider(ObjectProvider<ProviderSettings> settings, Clock clock) {
    this.settings = Optional.ofNullable(settings.getIfAvailable());
    this.clock = clock;
  }

  /** What the provider tells of itself, for a while. */
  private record Known(OIDCProviderMetadata about, IDTokenValidator tokens, Instant since) {}

  /** It did not say what it is: nobody waits for it again at once. */
  private record Silence(Failed heard, Instant since) {}

  /** As it was named; empty where nobody signs in that way. */
  Optional<ProviderSettings> settings() {
    return settings;
  }

  /** Whether it speaks for that municipality. */
  boolean vouches(Tx tx, TenantId tenant) {
    return SignInProvider.vouches(
        settings().flatMap(ProviderSettings::municipality), Municipality.all(tx), tenant);
  }

  /** Of these the ones of staff for whom it speaks. */
  List<Membership> vouched(Tx tx, List<Membership> open) {
    return open.stream()
        .filter(one -> one.kind() == Membership.Kind.STAFF && vouches(tx, one.tenant()))
        .toList();
  }

  /**
   * For whoever runs the program: what went wrong, and by what kind of failure; nothing of what was
   * said of anybody.
   */
  static void log(ProviderRefusal why, @Nullable Throwable cause) {
    LOG.warn(
        "the identity provider let nobody in: {} ({})",
        why,
        cause == null ? "-" : cause.getClass().getName());
  }

  private static Failed failure(ProviderRefusal why, @Nullable Throwable cause) {
    log(why, cause);
    return new Failed(why, cause);
  }

  /** It does not answer, or what it answers cannot be relied on. */
  static final class Failed extends Exception {
    private static final long serialVersionUID = 1L;
    private final ProviderRefusal why;

    Failed(ProviderRefusal why, @Nullable Throwable cause) {
      super(why.name(), cause);
      this.why = why;
    }

    ProviderRefusal why() {
      return why;
    }
  }

  /**
   * What it says of somebody.
   *
   * @param who the name that it gives the person for itself, which is nobody else's ever
   * @param login by the claim that was named; empty when it says none
   * @param both whether a second factor was shown there
   * @param at when the person was asked there; empty when it does not say
   */
  record Said(ProviderSubject who, Optional<String> login, boolean both, Optional<Instant> at) {
    @Override
    public String toString() {
      return "Said";
    }
  }

  /** Where somebody is sent. */
  URI way(ProviderJourney journey, URI back) throws Failed {
    ProviderSettings set = settings.orElseThrow();
    var request =
        new AuthenticationRequest.Builder(
            ResponseType.CODE, ASKED, new ClientID(set.client()), back);
    if (journey.isAgain()) {
      request.prompt(Prompt.Type.LOGIN).maxAge(0);
    }
    return request
        .endpointURI(known(set).about().getAuthorizationEndpointURI())
        .state(new State(journey.state()))
        .nonce(new Nonce(journey.nonce()))
        .codeChallenge(new CodeVerifier(journey.verifier()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /** What the provider says of whoever came back with that code. */
  Said said(String code, ProviderJourney journey, URI back) throws Failed {
    ProviderSettings set = settings.orElseThrow();
    Known there = known(set);
    JWT token = token(set, there, code, journey, back);
    try {
      IDTokenClaimsSet claims = there.tokens().validate(token, new Nonce(journey.nonce()));
      if (!isOurs(set, claims)) {
        throw failure(ProviderRefusal.TOKEN, null);
      }
      return said(set, claims);
    } catch (BadJOSEException untrue) {
      throw failure(ProviderRefusal.TOKEN, untrue);
    } catch (JOSEException unreadable) {
      throw failure(ProviderRefusal.UNREACHABLE, unreadable);
    }
  }

  /** A token for several must have been given to us (OpenID Connect Core 3.1.3.7, 4 and 5). */
  private static boolean isOurs(ProviderSettings set, IDTokenClaimsSet claims) {
    return claims.getAuthorizedParty() == null
        ? claims.getAudience().size() == 1
        : claims.getAuthorizedParty().getValue().equals(set.client());
  }

  private static Said said(ProviderSettings set, IDTokenClaimsSet claims) {
    Optional<String> login =
        Optional.ofNullable(claims.getStringClaim(set.claim()))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .filter(_ -> !set.claim().equals("email") || isVerified(claims));
    Stream<String> shown =
        Stream.concat(
            Stream.ofNullable(claims.getACR()).map(acr -> acr.getValue()),
            Stream.ofNullable(claims.getAMR())
                .flatMap(all -> all.stream().map(one -> one.getValue())));
    Optional<Instant> at = Optional.ofNullable(claims.getAuthenticationTime()).map(Date::toInstant);
    var who = ProviderSubject.of(claims.getIssuer().getValue(), claims.getSubject().getValue());
    return new Said(who, login, shown.anyMatch(set.factors()::contains), at);
  }

  /** An address that anybody may claim is no login. */
  private static boolean isVerified(IDTokenClaimsSet claims) {
    return Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"));
  }

  private static JWT token(
      ProviderSettings set, Known there, String code, ProviderJourney journey, URI back)
      throws Failed {
    URI endpoint = there.about().getTokenEndpointURI();
    var grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), back, new CodeVerifier(journey.verifier()));
    ClientID client = new ClientID(set.client());
    TokenRequest request =
        set.secret()
            .map(secret ->
                new TokenRequest.Builder(
                    endpoint, new ClientSecretBasic(client, new Secret(secret)), grant))
            .orElseGet(() -> new TokenRequest.Builder(endpoint, client, grant))
            .build();
    try {
      HTTPRequest sent = patient(request.toHTTPRequest());
      TokenResponse answer = OIDCTokenResponseParser.parse(sent.send());
      if (answer instanceof OIDCTokenResponse given) {
        return Objects.requireNonNull(given.getOIDCTokens().getIDToken());
      }
      throw failure(why(answer.toErrorResponse().getErrorObject()), null);
    } catch (IOException | ParseException | NullPointerException e) {
      throw failure(ProviderRefusal.UNREACHABLE, e);
    }
  }

  /** The provider does not take us, whatever the code; or the code: it was used, or is not ours. */
  private static ProviderRefusal why(ErrorObject said) {
    boolean us =
        OAuth2Error.INVALID_CLIENT.getCode().equals(said.getCode())
            || OAuth2Error.UNAUTHORIZED_CLIENT.getCode().equals(said.getCode())
            || said.getHTTPStatusCode() == HTTPResponse.SC_UNAUTHORIZED;
    return us ? ProviderRefusal.CLIENT : ProviderRefusal.STALE;
  }

  private static HTTPRequest patient(HTTPRequest request) {
    request.setConnectTimeout(PATIENCE);
    request.setReadTimeout(PATIENCE);
    request.setFollowRedirects(false);
    return request;
  }

  private Known known(ProviderSettings set) throws Failed {
    Known before = known;
    Instant now = clock.instant();
    if (before != null && Duration.between(before.since(), now).abs().compareTo(FRESH) < 0) {
      return before;
    }
    Silence last = silence;
    if (last != null && Duration.between(last.since(), now).abs().compareTo(SILENT) < 0) {
      throw new Failed(last.heard().why(), last.heard().getCause());
    }
    try {
      Known fresh = look(set, now);
      known = fresh;
      return fresh;
    } catch (Failed failed) {
      silence = new Silence(failed, now);
      throw failed;
    }
  }

  /** Asks the provider what it is; its endpoints must be as safe as its name. */
  private static Known look(ProviderSettings set, Instant now) throws Failed {
    Issuer issuer = new Issuer(set.issuer());
    try {
      OIDCProviderMetadata about = OIDCProviderMetadata.resolve(issuer, PATIENCE, PATIENCE);
      boolean sound =
          Stream.of(
                  about.getAuthorizationEndpointURI(),
                  about.getTokenEndpointURI(),
                  about.getJWKSetURI())
              .allMatch(ProviderSettings::isSound);
      if (!sound || !issuer.equals(about.getIssuer())) {
        throw failure(ProviderRefusal.UNREACHABLE, null);
      }
      return new Known(about, validator(set, issuer, about.getJWKSetURI()), now);
    } catch (IOException | GeneralException e) {
      throw failure(ProviderRefusal.UNREACHABLE, e);
    }
  }

  private static IDTokenValidator validator(ProviderSettings set, Issuer issuer, URI keys)
      throws MalformedURLException {
    var source =
        JWKSourceBuilder.<SecurityContext>create(
                keys.toURL(), new DefaultResourceRetriever(PATIENCE, PATIENCE, LONGEST))
            .build();
    return new IDTokenValidator(
        issuer, new ClientID(set.client()), new JWSVerificationKeySelector<>(SIGNED, source), null);
  }
}
