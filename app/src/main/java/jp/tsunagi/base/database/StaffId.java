package jp.tsunagi.base.database;

import java.util.UUID;

/** A staff member (職員) within one municipality. */
public record StaffId(UUID value) implements Id {
  public static StaffId create() {
    return new StaffId(Id.fresh());
  }

  /** Reads the form that {@link #toString()} writes; throws IllegalArgumentException otherwise. */
  public static StaffId of(String text) {
    return new StaffId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
