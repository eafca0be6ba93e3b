package jp.tsunagi.base.database;

import java.util.UUID;

/** One row of the record's spine. */
public record ItemId(UUID value) implements Id {
  public static ItemId create() {
    return new ItemId(Id.fresh());
  }

  /** Reads the form that {@link #toString()} writes; throws IllegalArgumentException otherwise. */
  public static ItemId of(String text) {
    return new ItemId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
