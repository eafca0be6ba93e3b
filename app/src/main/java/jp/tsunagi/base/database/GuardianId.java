package jp.tsunagi.base.database;

import java.util.UUID;

/** A guardian (保護者). */
public record GuardianId(UUID value) implements Id {
  public static GuardianId create() {
    return new GuardianId(Id.fresh());
  }

  /** Reads the form that {@link #toString()} writes; throws IllegalArgumentException otherwise. */
  public static GuardianId of(String text) {
    return new GuardianId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
