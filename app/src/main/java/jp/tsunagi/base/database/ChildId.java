package jp.tsunagi.base.database;

import java.util.UUID;

/** A child (児童). */
public record ChildId(UUID value) implements Id {
  public static ChildId create() {
    return new ChildId(Id.fresh());
  }

  /** Reads the form that {@link #toString()} writes; throws IllegalArgumentException otherwise. */
  public static ChildId of(String text) {
    return new ChildId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
