package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Optional;
import java.util.UUID;

/**
 * By what somebody has shown who it is.
 *
 * @param by the last of it
 * @param passkey which one it was
 * @param both whether the second factor was among it, elsewhere: at the identity provider
 * @param password whether the password was shown on the way; where it was not, and the identity
 *     provider was not asked either, a passkey or a PIN was all
 * @param provider whether it began at the identity provider, not with the password
 */
record Proof(By by, Optional<UUID> passkey, boolean both, boolean password, boolean provider) {
  /** As the session keeps it. */
  enum By {
    PASSWORD,
    APP,
    RECOVERY_CODE,
    PASSKEY,
    PIN,
    /** The identity provider of the municipality. */
    PROVIDER;

    /**
     * In words, for the list of one's sessions.
     *
     * @param provider whether it came after the identity provider
     */
    String words(boolean provider) {
      boolean after = provider && this != PROVIDER;
      return t((after ? "staff.session.after.PROVIDER." : "staff.session.by.") + name());
    }
  }

  static final Proof PASSWORD = new Proof(By.PASSWORD, Optional.empty(), false, true, false);
  static final Proof PIN = new Proof(By.PIN, Optional.empty(), false, false, false);

  static Proof of(SecondFactors.Way way) {
    By by =
        switch (way) {
          case APP -> By.APP;
          case RECOVERY_CODE -> By.RECOVERY_CODE;
        };
    return new Proof(by, Optional.empty(), false, true, false);
  }

  /** After the password. */
  static Proof of(Passkey passkey) {
    return new Proof(By.PASSKEY, Optional.of(passkey.id()), false, true, false);
  }

  /** In the place of login and password. */
  static Proof alone(Passkey passkey) {
    return new Proof(By.PASSKEY, Optional.of(passkey.id()), false, false, false);
  }

  /** The identity provider said who it is. */
  static Proof provider(boolean both) {
    return new Proof(By.PROVIDER, Optional.empty(), both, false, true);
  }

  /** The same, shown after the identity provider or after the password. */
  Proof after(boolean provider) {
    return new Proof(by, passkey, both, !provider, provider);
  }

  /** Whether a PIN was all: it opens nothing that needs the password. */
  boolean isPinAlone() {
    return by == By.PIN;
  }

  /**
   * Whether something was shown here and now that an open screen does not have. A provider may let
   * somebody pass who showed it something in the morning.
   */
  boolean isFresh() {
    return by != By.PIN && by != By.PROVIDER;
  }

  /** As the trace names it; nothing where it was the password alone. */
  Optional<String> word() {
    return by == By.PASSWORD
        ? Optional.empty()
        : Optional.of(
            "staff.factor." + by + passkey.map(id -> " " + id).orElse("") + (both ? " both" : ""));
  }
}
