package jp.tsunagi.base.database;

import java.util.UUID;

/** A post (担任, 特支CO, 相談員 …) at an organisation. */
public record PostId(UUID value) implements Id {
  public static PostId create() {
    return new PostId(Id.fresh());
  }

  /** Reads the form that {@link #toString()} writes; throws IllegalArgumentException otherwise. */
  public static PostId of(String text) {
    return new PostId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
