package jp.tsunagi.base.database;

import java.util.UUID;

/** A block (閲覧の制限) of a staff member or an organisation from a child. */
public record BlockId(UUID value) implements Id {
  public static BlockId create() {
    return new BlockId(Id.fresh());
  }

  /** Reads the form that {@link #toString()} writes; throws IllegalArgumentException otherwise. */
  public static BlockId of(String text) {
    return new BlockId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
