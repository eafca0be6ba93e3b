package jp.tsunagi.base.database;

import java.util.UUID;

/** A handover (引継ぎ) to the next place. */
public record HandoverId(UUID value) implements Id {
  public static HandoverId create() {
    return new HandoverId(Id.fresh());
  }

  /** Reads the form that {@link #toString()} writes; throws IllegalArgumentException otherwise. */
  public static HandoverId of(String text) {
    return new HandoverId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
