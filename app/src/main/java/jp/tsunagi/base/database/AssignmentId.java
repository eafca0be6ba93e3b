package jp.tsunagi.base.database;

import java.util.UUID;

/** A staff member at a post for a period. */
public record AssignmentId(UUID value) implements Id {
  public static AssignmentId create() {
    return new AssignmentId(Id.fresh());
  }

  /** Reads the form that {@link #toString()} writes; throws IllegalArgumentException otherwise. */
  public static AssignmentId of(String text) {
    return new AssignmentId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
