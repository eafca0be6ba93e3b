package jp.tsunagi.people.staff;

/** The secret that marks browsers from which somebody has signed in; the same on every node. */
public record DeviceKey(byte[] secret) {
  private static final int LEAST = 32;

  public DeviceKey {
    if (secret.length < LEAST) {
      throw new IllegalArgumentException("the key of devices has at least 32 bytes");
    }
    secret = secret.clone();
  }

  @Override
  public byte[] secret() {
    return secret.clone();
  }

  @Override
  public String toString() {
    return "DeviceKey";
  }
}
