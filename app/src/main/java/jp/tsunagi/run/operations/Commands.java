package jp.tsunagi.run.operations;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code ./tsunagi} can do: every command of the launcher ends up here. */
@Command(
    name = "tsunagi",
    resourceBundle = "messages.run.commands",
    mixinStandardHelpOptions = true,
    subcommands = {DemoCommand.class, ServeCommand.class, ImportCommand.class, RoutesCommand.class},
    synopsisSubcommandLabel = "(demo | serve | import | test | routes)")
public final class Commands {
  /** Runs one command line and ends the program with its code. */
  public static void main(String[] arguments) {
    int code = new CommandLine(new Commands()).execute(arguments);
    if (code != 0) {
      System.exit(code);
    }
  }
}
