package jp.tsunagi.base.database;

/** A municipality. The number is assigned by the program, not the official code. */
public record TenantId(Integer value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
