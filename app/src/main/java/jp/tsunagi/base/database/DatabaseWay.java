package jp.tsunagi.base.database;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** The way to a database: whether it can be listened to, or ends at somebody else. */
public final class DatabaseWay {
  /** Encrypted, the certificate trusted, and it bears the name that was asked for. */
  private static final String CHECKED = "verify-full";

  private DatabaseWay() {}

  /**
   * The host elsewhere from which rows would come in the clear, or from whoever says to be it;
   * empty when there is none, or when it is no address of a database at all.
   */
  public static Optional<String> unguarded(String url) {
    Properties read = Driver.parseURL(url, new Properties());
    if (read == null || CHECKED.equals(PGProperty.SSL_MODE.getOrDefault(read))) {
      return Optional.empty();
    }
    String hosts = Optional.ofNullable(PGProperty.PG_HOST.getOrDefault(read)).orElse("localhost");
    return Arrays.stream(hosts.split(",")).filter(host -> !isHere(host)).findFirst();
  }

  /** Whether it is this machine itself, which nobody else reaches. */
  public static boolean isHere(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }
}
