package jp.tsunagi.base.database;

import java.util.UUID;

/** A login, of staff or of a guardian. */
public record AccountId(UUID value) implements Id {
  public static AccountId create() {
    return new AccountId(Id.fresh());
  }

  /** Reads the form that {@link #toString()} writes; throws IllegalArgumentException otherwise. */
  public static AccountId of(String text) {
    return new AccountId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
