package jp.tsunagi.people.staff;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.data.extension.client.AuthenticationExtensionsClientOutputs;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.BadTopOriginException;
import com.webauthn4j.verifier.exception.CrossOriginException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.PublicAddress;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * What authenticators say, looked at as W3C Web Authentication asks (section 7, by WebAuthn4J): the
 * question is ours and fresh, it was answered at our address, by the key that was registered, and
 * its counter went on. Who made the authenticator is not asked (attestation "none").
 */
@Component
final class Passkeys {
  private static final int LONGEST = 20_000;
  private static final List<PublicKeyCredentialParameters> KINDS =
      List.of(
          kind(COSEAlgorithmIdentifier.ES256),
          kind(COSEAlgorithmIdentifier.EdDSA),
          kind(COSEAlgorithmIdentifier.RS256));

  private final PasskeyChallenge challenges;
  private final WebAuthnManager authenticators;
  private final AttestedCredentialDataConverter attested;

  Passkeys(PasskeyChallenge challenges) {
    this.challenges = challenges;
    ObjectConverter converter = new ObjectConverter();
    authenticators = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    attested = new AttestedCredentialDataConverter(converter);
  }

  private static PublicKeyCredentialParameters kind(COSEAlgorithmIdentifier algorithm) {
    return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
  }

  /**
   * What came with a form.
   *
   * @param answer of the authenticator, as the script wrote it
   * @param here our address
   * @param purpose what it was asked for
   */
  record Said(String answer, PublicAddress.Origin here, PasskeyChallenge.Purpose purpose) {
    @Override
    public String toString() {
      return "Said";
    }
  }

  /** Whether a key may be registered. */
  sealed interface Offered {
    /** It may, as this. */
    record Key(byte[] credential, byte[] attested, long count, Passkey.Kept kept)
        implements Offered {}

    record Not(PasskeyRefusal why) implements Offered {}
  }

  /** Looks at a key that is to be registered. */
  Offered offered(Tx tx, Said said, boolean verified) {
    try {
      RegistrationData data =
          read(said.answer(), () -> authenticators.parseRegistrationResponseJSON(said.answer()));
      Optional<PasskeyRefusal> refusal = challenge(tx, said, data.getCollectedClientData());
      if (refusal.isPresent()) {
        return new Offered.Not(refusal.get());
      }
      authenticators.verify(
          data,
          new RegistrationParameters(
              here(said, data.getCollectedClientData()), KINDS, verified, true));
      return key(data);
    } catch (WebAuthnException not) {
      return new Offered.Not(why(not));
    }
  }

  private Offered key(RegistrationData data) {
    var authenticator = Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
    var credential = Objects.requireNonNull(authenticator.getAttestedCredentialData());
    return new Offered.Key(
        credential.getCredentialId(),
        attested.convert(credential),
        authenticator.getSignCount(),
        new Passkey.Kept(
            authenticator.isFlagUV(), authenticator.isFlagBE(), authenticator.isFlagBS()));
  }

  /** Whether somebody has shown a key. */
  sealed interface Shown {
    record By(Passkey passkey) implements Shown {}

    /** Not: why, and of which passkey that is known. */
    record Not(PasskeyRefusal why, Optional<Passkey> which) implements Shown {
      /** As the trace names it. */
      String word() {
        return why.key() + which.map(one -> " " + one.id()).orElse("");
      }
    }
  }

  /** Looks at a key that is shown after the password: one of that account. */
  Shown second(Tx tx, Said said, AccountId account) {
    return shown(tx, said, false, (data, one) -> one.account().equals(account));
  }

  /** The same by somebody signed in: it must have asked for finger, face or PIN. */
  Shown again(Tx tx, Said said, AccountId account) {
    return shown(tx, said, true, (data, one) -> one.account().equals(account));
  }

  /**
   * Looks at a key that is shown alone: it must have asked for finger, face or PIN, and must name
   * the account that it was made for.
   */
  Shown alone(Tx tx, Said said) {
    return shown(
        tx, said, true, (data, one) -> Arrays.equals(data.getUserHandle(), handle(one.account())));
  }

  /** The account, as its authenticators know it: a number without meaning. */
  static byte[] handle(AccountId account) {
    UUID id = account.value();
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private interface Owner {
    boolean is(AuthenticationData data, Passkey one);
  }

  private Shown shown(Tx tx, Said said, boolean verified, Owner owner) {
    Optional<Passkey> known = Optional.empty();
    try {
      AuthenticationData data =
          read(said.answer(), () -> authenticators.parseAuthenticationResponseJSON(said.answer()));
      known = PasskeySql.find(tx, credential(data)).filter(one -> owner.is(data, one));
      Optional<PasskeyRefusal> refusal = challenge(tx, said, data.getCollectedClientData());
      if (refusal.isPresent() || known.isEmpty()) {
        return new Shown.Not(refusal.orElse(PasskeyRefusal.UNKNOWN), known);
      }
      authenticators.verify(
          data,
          new AuthenticationParameters(
              here(said, data.getCollectedClientData()), kept(known.get()), null, verified, true));
      return counted(tx, known.get(), data);
    } catch (WebAuthnException not) {
      return new Shown.Not(why(not), known);
    }
  }

  /** The name of the key that an answer is of, in letters; none where it cannot be read. */
  String named(String answer) {
    try {
      return HexFormat.of()
          .formatHex(
              credential(
                  read(answer, () -> authenticators.parseAuthenticationResponseJSON(answer))));
    } catch (WebAuthnException unreadable) {
      return "";
    }
  }

  private static byte[] credential(AuthenticationData data) {
    Object id = data.getCredentialId();
    return id instanceof byte[] named ? named : new byte[0];
  }

  private static Shown counted(Tx tx, Passkey one, AuthenticationData data) {
    var authenticator = Objects.requireNonNull(data.getAuthenticatorData());
    return PasskeySql.use(tx, one, authenticator.getSignCount(), authenticator.isFlagBS())
        ? new Shown.By(one)
        : new Shown.Not(PasskeyRefusal.COUNTER, Optional.of(one));
  }

  private CredentialRecordImpl kept(Passkey one) {
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        one.kept().verifies(),
        one.kept().eligible(),
        one.kept().copied(),
        one.count(),
        attested.convert(one.attested()),
        new AuthenticationExtensionsAuthenticatorOutputs<>(),
        null,
        new AuthenticationExtensionsClientOutputs<>(),
        Set.of());
  }

  /** What cannot be read is no mistake of ours. */
  private static <T> T read(String answer, Supplier<T> reading) {
    if (answer.isBlank() || answer.length() > LONGEST) {
      throw new DataConversionException("no answer");
    }
    try {
      return reading.get();
    } catch (JacksonException | IllegalArgumentException | NullPointerException unreadable) {
      throw new DataConversionException(unreadable);
    }
  }

  private Optional<PasskeyRefusal> challenge(
      Tx tx, Said said, @org.jspecify.annotations.Nullable CollectedClientData client) {
    return client == null || client.getChallenge() == null
        ? Optional.of(PasskeyRefusal.UNREADABLE)
        : challenges.take(tx, said.purpose(), client.getChallenge().getValue());
  }

  /** The challenge was looked at before: it is ours. */
  private static ServerProperty here(
      Said said, @org.jspecify.annotations.Nullable CollectedClientData client) {
    return new ServerProperty(
        new Origin(said.here().address()),
        said.here().host(),
        Objects.requireNonNull(client).getChallenge());
  }

  private static PasskeyRefusal why(WebAuthnException not) {
    return switch (not) {
      case BadOriginException _, BadRpIdException _, BadTopOriginException _ ->
          PasskeyRefusal.ORIGIN;
      case CrossOriginException _ -> PasskeyRefusal.ORIGIN;
      case MaliciousCounterValueException _ -> PasskeyRefusal.COUNTER;
      case UserNotVerifiedException _ -> PasskeyRefusal.UNVERIFIED;
      case DataConversionException _ -> PasskeyRefusal.UNREADABLE;
      default -> PasskeyRefusal.WRONG;
    };
  }
}
