package jp.tsunagi.base.database;

import java.util.UUID;

/** A consent (同意). */
public record ConsentId(UUID value) implements Id {
  public static ConsentId create() {
    return new ConsentId(Id.fresh());
  }

  /** Reads the form that {@link #toString()} writes; throws IllegalArgumentException otherwise. */
  public static ConsentId of(String text) {
    return new ConsentId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
