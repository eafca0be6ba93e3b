package jp.tsunagi.base.database;

import java.util.UUID;

/** A form filled in (様式). */
public record SheetId(UUID value) implements Id {
  public static SheetId create() {
    return new SheetId(Id.fresh());
  }

  /** Reads the form that {@link #toString()} writes; throws IllegalArgumentException otherwise. */
  public static SheetId of(String text) {
    return new SheetId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
