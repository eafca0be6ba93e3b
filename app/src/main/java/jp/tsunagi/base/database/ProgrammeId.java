package jp.tsunagi.base.database;

import java.util.UUID;

/** A support programme (支援事業). */
public record ProgrammeId(UUID value) implements Id {
  public static ProgrammeId create() {
    return new ProgrammeId(Id.fresh());
  }

  /** Reads the form that {@link #toString()} writes; throws IllegalArgumentException otherwise. */
  public static ProgrammeId of(String text) {
    return new ProgrammeId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
