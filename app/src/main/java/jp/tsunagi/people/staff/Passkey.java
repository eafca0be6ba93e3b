package jp.tsunagi.people.staff;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.AccountId;

/**
 * パスキー of an account: a key on a phone, a PC or a security key, which signs for this address alone.
 *
 * @param name as its owner calls it
 * @param credential by which the authenticator knows it
 * @param attested its public key, as the authenticator told it
 * @param count the last counter it told; 0 where it counts nothing
 * @param kept how it is kept
 */
record Passkey(
    UUID id,
    AccountId account,
    String name,
    byte[] credential,
    byte[] attested,
    long count,
    Kept kept,
    Instant added,
    Optional<Instant> used) {
  /** Enough for phone, PC and spare, and no way to fill the database. */
  static final int MOST = 10;

  static final int LONGEST_NAME = 40;

  /**
   * What the authenticator said of how it keeps it.
   *
   * @param verifies it asked for finger, face or PIN when it was registered
   * @param eligible it may be copied to other devices of the owner
   * @param copied it was
   */
  record Kept(boolean verifies, boolean eligible, boolean copied) {}

  @Override
  public String toString() {
    return "Passkey";
  }
}
