package jp.tsunagi.base.database;

import java.util.UUID;

/** An involvement (関わり) of an organisation with a child. */
public record InvolvementId(UUID value) implements Id {
  public static InvolvementId create() {
    return new InvolvementId(Id.fresh());
  }

  /** Reads the form that {@link #toString()} writes; throws IllegalArgumentException otherwise. */
  public static InvolvementId of(String text) {
    return new InvolvementId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
