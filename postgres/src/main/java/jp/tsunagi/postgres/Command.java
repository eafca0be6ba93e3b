package jp.tsunagi.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs the programs of PostgreSQL; as root inside a user name space, because they refuse root. */
final class Command {
  private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

  private Command() {}

  /** The command as it must be run by this user. */
  static List<String> unprivileged(List<String> command) {
    if (!ROOT) {
      return command;
    }
    List<String> wrapped = new ArrayList<>(List.of("unshare", "-U"));
    wrapped.addAll(command);
    return wrapped;
  }

  /**
   * Runs to the end.
   *
   * @return what it printed
   * @throws PostgresFailure when it exits with anything but 0, with what it printed
   */
  static String run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      int code = process.waitFor();
      if (code != 0) {
        throw new PostgresFailure(hint(output, command) + "\n" + output);
      }
      return output;
    } catch (IOException e) {
      throw new PostgresFailure("Could not run " + command.getFirst(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PostgresFailure("Interrupted while running " + command.getFirst(), e);
    }
  }

  private static String hint(String output, List<String> command) {
    if (output.contains("unshare failed")) {
      return "PostgreSQL refuses to run as root and this machine allows no user name spaces:"
          + " start Tsunagi as an ordinary user.";
    }
    return "Failed: " + String.join(" ", command);
  }
}
