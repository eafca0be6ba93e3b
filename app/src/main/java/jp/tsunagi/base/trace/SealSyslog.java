package jp.tsunagi.base.trace;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends seals to a syslog server as RFC 5424 messages over UDP, facility "log audit", severity
 * notice. UDP tells nobody when a message is lost: keep the file as well.
 */
public record SealSyslog(InetSocketAddress server, Clock clock) implements SealOutlet {
  private static final Logger LOG = LoggerFactory.getLogger(SealSyslog.class);
  private static final int AUDIT_NOTICE = 13 * 8 + 5;

  @Override
  public void take(String line) {
    byte[] message =
        "<%d>1 %s - tsunagi - seal - %s"
            .formatted(AUDIT_NOTICE, clock.instant(), line)
            .getBytes(StandardCharsets.UTF_8);
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(new DatagramPacket(message, message.length, server));
    } catch (IOException e) {
      LOG.error("a seal did not reach the syslog server {}", server);
    }
  }
}
