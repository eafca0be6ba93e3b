package jp.tsunagi.base.database;

import java.util.UUID;

/** Something handed out on paper or as a file. */
public record IssueId(UUID value) implements Id {
  public static IssueId create() {
    return new IssueId(Id.fresh());
  }

  /** Reads the form that {@link #toString()} writes; throws IllegalArgumentException otherwise. */
  public static IssueId of(String text) {
    return new IssueId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
