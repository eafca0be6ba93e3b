package jp.tsunagi.run.operations;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.base.trace.SealFile;
import jp.tsunagi.base.trace.SealOutlet;
import jp.tsunagi.base.trace.SealSyslog;

/** Where the seals of the trace go beside the database (docs/trace.md). */
final class SealOutlets {
  private SealOutlets() {}

  /**
   * @throws StartRefused when the syslog server is not written HOST:PORT
   */
  static List<SealOutlet> of(StartOptions options) {
    List<SealOutlet> outlets = new ArrayList<>();
    outlets.add(new SealFile(options.seals()));
    if (options.syslog != null) {
      outlets.add(new SealSyslog(server(options.syslog), Clock.systemUTC()));
    }
    return outlets;
  }

  private static InetSocketAddress server(String written) {
    int colon = written.lastIndexOf(':');
    try {
      return new InetSocketAddress(
          written.substring(0, colon), Integer.parseInt(written.substring(colon + 1)));
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      throw new StartRefused("syslog", written);
    }
  }
}
