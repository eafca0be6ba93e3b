package jp.tsunagi.base.database;

import java.util.UUID;

/** A scan or attachment. */
public record FileId(UUID value) implements Id {
  public static FileId create() {
    return new FileId(Id.fresh());
  }

  /** Reads the form that {@link #toString()} writes; throws IllegalArgumentException otherwise. */
  public static FileId of(String text) {
    return new FileId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
