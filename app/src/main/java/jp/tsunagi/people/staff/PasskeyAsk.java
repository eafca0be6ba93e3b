package jp.tsunagi.people.staff;

import java.util.List;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.PublicAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a form asks an authenticator; the script hands it to the browser.
 *
 * @param challenge what is to be signed
 * @param rp for which host
 * @param known credentials that are asked for, or that are there already
 * @param verified finger, face or PIN must be asked for
 * @param owner for whom one is made; null where one is shown
 */
public record PasskeyAsk(
    String challenge, String rp, List<String> known, boolean verified, @Nullable Owner owner) {
  public PasskeyAsk {
    known = List.copyOf(known);
  }

  /**
   * For whom a passkey is made.
   *
   * @param handle a number without meaning
   * @param login as the device lists it
   * @param place what the device calls us
   */
  public record Owner(String handle, String login, String place) {}

  /** A new one is asked for: staff's own may be any, a guardian's must sign in alone. */
  static PasskeyAsk add(
      Tx tx, String challenge, PublicAddress.Origin here, AccountId account, Owner owner) {
    return new PasskeyAsk(challenge, here.host(), known(tx, account), false, owner);
  }

  /** The same, for whom it must sign in alone. */
  PasskeyAsk alone() {
    return new PasskeyAsk(challenge, rp, known, true, owner);
  }

  /** One of that account is asked for. */
  static PasskeyAsk second(Tx tx, String challenge, PublicAddress.Origin here, AccountId account) {
    return new PasskeyAsk(challenge, here.host(), known(tx, account), false, null);
  }

  /** Any that the device has for us is asked for. */
  static PasskeyAsk any(String challenge, PublicAddress.Origin here) {
    return new PasskeyAsk(challenge, here.host(), List.of(), true, null);
  }

  private static List<String> known(Tx tx, AccountId account) {
    return PasskeySql.of(tx, account).stream()
        .map(one -> PasskeyChallenge.letters(one.credential()))
        .toList();
  }

  /** The credentials, as an attribute carries them. */
  public String credentials() {
    return String.join(" ", known);
  }
}
