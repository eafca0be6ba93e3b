package jp.tsunagi.base.database;

import java.util.UUID;

/** An organisation (機関). */
public record OrganisationId(UUID value) implements Id {
  public static OrganisationId create() {
    return new OrganisationId(Id.fresh());
  }

  /** Reads the form that {@link #toString()} writes; throws IllegalArgumentException otherwise. */
  public static OrganisationId of(String text) {
    return new OrganisationId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
