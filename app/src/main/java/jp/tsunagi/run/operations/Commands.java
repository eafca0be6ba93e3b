package jp.tsunagi.run.operations;

import static jp.tsunagi.base.ui.Text.in;

import java.util.List;
import java.util.Locale;
import jp.tsunagi.base.database.InstallationRefused;
import jp.tsunagi.base.database.RefillRefused;
import jp.tsunagi.postgres.PostgresFailure;
import jp.tsunagi.run.backup.BackupRefused;
import jp.tsunagi.run.scenario.ScenarioRefused;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code ./tsunagi} can do: every command of the launcher ends up here. */
@Command(
    name = "tsunagi",
    resourceBundle = "messages.run.commands",
    mixinStandardHelpOptions = true,
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      ImportCommand.class,
      RecoverCommand.class,
      RoutesCommand.class,
      VerifyAuditCommand.class,
      BackupCommand.class,
      BackupKeyCommand.class,
      VerifyBackupCommand.class,
      RestoreCommand.class,
      OpenCommand.class,
      TrainCommand.class
    },
    synopsisSubcommandLabel =
        "(demo | serve | import | test | recover | routes | verify-audit | backup | backup-key |"
            + " verify-backup | restore | open)")
public final class Commands {
  private static final int REFUSED = 1;
  private static final int MISTYPED = 2;

  /** Runs one command line and ends the program with its code. */
  public static void main(String[] arguments) {
    int code = run(arguments);
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Runs one command line; 0 when it was done. */
  static int run(String... arguments) {
    return new CommandLine(new Commands())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((e, _) -> mistyped(String.valueOf(e.getMessage())))
        .setExecutionExceptionHandler((e, _, _) -> failed(e))
        .execute(arguments);
  }

  private static int mistyped(String what) {
    say(
        List.of(
            in(Locale.JAPANESE, "operations.mistyped", what),
            in(Locale.ENGLISH, "operations.mistyped", what)));
    return MISTYPED;
  }

  /** What is foreseen is said in words; what is not shows where it happened. */
  private static int failed(Exception failure) {
    switch (failure) {
      case StartRefused refused -> say(refused.words());
      case BackupRefused refused -> say(words(refused));
      case PostgresFailure refused -> say(StartRefused.of(refused).words());
      case InstallationRefused refused -> say(StartRefused.of(refused).words());
      case RefillRefused refused -> say(words(refused));
      case ScenarioRefused refused -> say(List.of(String.valueOf(refused.getMessage())));
      default -> {
        if (!Stopping.underWay()) {
          failure.printStackTrace(System.err);
        }
      }
    }
    return REFUSED;
  }

  private static List<String> words(BackupRefused refused) {
    return StartRefused.words("backup." + refused.reason(), refused.getMessage());
  }

  private static List<String> words(RefillRefused refused) {
    return StartRefused.words("refill", refused.getMessage(), refused.why());
  }

  private static void say(List<String> lines) {
    lines.forEach(System.err::println);
  }
}
