package jp.tsunagi.run.operations;

import jp.tsunagi.run.monitor.LogLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which the program is watched, and how it goes down. */
final class WatchOptions {
  /** The port for watchers; none without it. */
  @Option(names = "--management-port")
  @Nullable Integer port;

  /** Who reaches that port: this machine alone, where nothing else is said. */
  @Option(names = "--management-address", defaultValue = "127.0.0.1")
  String address = "127.0.0.1";

  /** How the lines of the log look. */
  @Option(names = "--log")
  LogLine.Format log = LogLine.Format.TEXT;

  /** For how many seconds it says that it is not ready before it stops to take requests. */
  @Option(names = "--stop-notice", defaultValue = "0")
  int notice;

  /** For how many seconds requests under way may go on when it stops. */
  @Option(names = "--stop-limit", defaultValue = "30")
  int limit = 30;
}
