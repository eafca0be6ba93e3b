package jp.tsunagi.people.staff;

/** The secret under which second factors are kept; the same on every node. */
public record FactorKey(byte[] secret) {
  private static final int LEAST = 32;

  public FactorKey {
    if (secret.length < LEAST) {
      throw new IllegalArgumentException("the key of second factors has at least 32 bytes");
    }
    secret = secret.clone();
  }

  @Override
  public byte[] secret() {
    return secret.clone();
  }

  @Override
  public String toString() {
    return "FactorKey";
  }
}
