package jp.tsunagi.base.database;

import java.util.UUID;

/** A class (組) of an organisation in one fiscal year. */
public record ClassId(UUID value) implements Id {
  public static ClassId create() {
    return new ClassId(Id.fresh());
  }

  /** Reads the form that {@link #toString()} writes; throws IllegalArgumentException otherwise. */
  public static ClassId of(String text) {
    return new ClassId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
