package jp.tsunagi.people.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The address a request came from. Behind a proxy that is the one the proxy names, and only a proxy
 * that was named when the program was started is believed: anybody can write X-Forwarded-For.
 */
@Component
final class ClientAddress {
  private static final String FORWARDED = "X-Forwarded-For";
  private static final Pattern WITH_PORT =
      Pattern.compile("\\[(?<six>[0-9A-Fa-f:.]+)](:\\d+)?|(?<four>[0-9.]+):\\d+");
  private static final int HALF_OF_IPV6 = 8;

  private final Set<InetAddress> trusted;

  ClientAddress(@Value("${tsunagi.trusted-proxy:}") List<String> trusted) {
    this.trusted =
        trusted.stream()
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(InetAddress::ofLiteral)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The address; of IPv6 the network, because one line has more addresses than can be counted. */
  String of(HttpServletRequest request) {
    InetAddress at = InetAddress.ofLiteral(request.getRemoteAddr());
    for (String named : hops(request)) {
      Optional<InetAddress> before = trusted.contains(at) ? read(named) : Optional.empty();
      if (before.isEmpty()) {
        break;
      }
      at = before.get();
    }
    return network(at);
  }

  /** Nearest first: every proxy adds whom it saw at the end. */
  private static List<String> hops(HttpServletRequest request) {
    return Collections.list(request.getHeaders(FORWARDED)).stream()
        .flatMap(line -> Arrays.stream(line.split(",")))
        .map(String::strip)
        .collect(Collectors.toList())
        .reversed();
  }

  private static Optional<InetAddress> read(String named) {
    try {
      return Optional.of(InetAddress.ofLiteral(withoutPort(named)));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static String withoutPort(String named) {
    var found = WITH_PORT.matcher(named);
    return found.matches()
        ? Stream.of("six", "four")
            .map(found::group)
            .filter(it -> it != null)
            .findFirst()
            .orElseThrow()
        : named;
  }

  private static String network(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet6Address
        ? Arrays.toString(Arrays.copyOf(bytes, HALF_OF_IPV6))
        : address.getHostAddress();
  }
}
