package jp.tsunagi.run.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import jp.tsunagi.run.backup.BackupKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code ./tsunagi backup-key FILE}: makes the key of the backups. Its secret half goes into the
 * file, which belongs into a safe; its public half into the data folder, where backups find it.
 */
@Command(
    name = "backup-key",
    resourceBundle = "messages.run.commands",
    mixinStandardHelpOptions = true)
final class BackupKeyCommand implements Callable<Integer> {
  @Mixin private StartOptions options = new StartOptions();

  @Parameters(paramLabel = "FILE", description = "where the secret half goes, best on a medium")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    Path recipients = options.data().resolve(BackupCommand.RECIPIENTS);
    String open = BackupKey.make(Home.resolve(file));
    try {
      Files.createDirectories(options.data());
      Files.writeString(
          recipients,
          open + "\n",
          StandardCharsets.US_ASCII,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      Files.setPosixFilePermissions(recipients, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      throw new StartRefused("unwritable", options.data());
    }
    Progress.both("operations.backup.key", Home.resolve(file), open, recipients);
    return 0;
  }
}
