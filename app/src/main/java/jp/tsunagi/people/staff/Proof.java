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
 */
record Proof(By by, Optional<UUID> passkey, boolean both) {
  /** As the session keeps it. */
  enum By {
    PASSWORD,
    APP,
    RECOVERY_CODE,
    PASSKEY,
    PIN,
    /** The identity provider of the municipality. */
    PROVIDER;

    /** In words, for the list of one's sessions. */
    String words() {
      return t("staff.session.by." + name());
    }
  }

  static final Proof PASSWORD = new Proof(By.PASSWORD, Optional.empty(), false);
  static final Proof PIN = new Proof(By.PIN, Optional.empty(), false);

  static Proof of(SecondFactors.Way way) {
    By by =
        switch (way) {
          case APP -> By.APP;
          case RECOVERY_CODE -> By.RECOVERY_CODE;
        };
    return new Proof(by, Optional.empty(), false);
  }

  static Proof of(Passkey passkey) {
    return new Proof(By.PASSKEY, Optional.of(passkey.id()), false);
  }

  /** The identity provider said who it is. */
  static Proof provider(boolean both) {
    return new Proof(By.PROVIDER, Optional.empty(), both);
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
