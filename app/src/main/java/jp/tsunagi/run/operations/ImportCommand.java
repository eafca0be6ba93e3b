package jp.tsunagi.run.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.tsunagi.people.staff.Acting;
import jp.tsunagi.run.ledger.LedgerAtTerminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./tsunagi import children FILE}: a ledger comes in, checked first, all or nothing. */
@Command(
    name = "import",
    resourceBundle = "messages.run.commands",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "children")
final class ImportCommand {

  /** The only thing there is to import so far. */
  @Command(name = "children", mixinStandardHelpOptions = true)
  int children(
      @Mixin StartOptions options,
      @Parameters(paramLabel = "FILE", description = "the ledger: .xlsx, or CSV") Path file,
      @Option(
              names = "--as",
              required = true,
              paramLabel = "LOGIN",
              description = "the hub's staff member in whose name it is done")
          String login,
      @Option(names = "--sound-rows", description = "take the sound rows even when others are bad")
          boolean soundRows) {
    byte[] content = content(Home.resolve(file));
    options.port = 0;
    try (var program = new Start(options).run()) {
      var actor = program.getBean(Acting.class).staff(login);
      if (actor.isEmpty()) {
        Progress.say(
            "nobody of the login "
                + login
                + " may act here today, or it works for several municipalities");
        return 2;
      }
      var outcome =
          program
              .getBean(LedgerAtTerminal.class)
              .run(actor.get(), content, soundRows, Progress::say);
      return outcome == LedgerAtTerminal.Outcome.DONE ? 0 : 1;
    }
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new StartRefused("file", file);
    }
  }
}
