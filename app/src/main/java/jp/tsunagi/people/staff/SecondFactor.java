package jp.tsunagi.people.staff;

import java.time.Instant;

/**
 * 2段階ログイン of an account, as it is kept.
 *
 * @param sealed the secret, as {@link FactorSeal} seals it
 * @param since when its owner confirmed it
 */
record SecondFactor(byte[] sealed, Instant since) {
  @Override
  public String toString() {
    return "SecondFactor";
  }
}
