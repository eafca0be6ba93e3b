package jp.tsunagi.run.operations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jp.tsunagi.run.backup.BackupReader;
import jp.tsunagi.run.backup.TableSum;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ./tsunagi verify-backup FILE --key KEY}: reads a backup from its beginning to its end and
 * says whether all of it is there. Touches nothing else.
 */
@Command(
    name = "verify-backup",
    resourceBundle = "messages.run.commands",
    mixinStandardHelpOptions = true)
final class VerifyBackupCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "the backup")
  private Path file = Path.of("");

  @Option(
      names = "--key",
      required = true,
      paramLabel = "KEY",
      description = "the file with the secret half of the key")
  private Path key = Path.of("");

  @Override
  public Integer call() {
    try (BackupReader reader = new BackupReader(Home.resolve(file), Home.resolve(key))) {
      long rows = reader.read((_, bytes) -> lines(bytes)).stream().mapToLong(TableSum::rows).sum();
      reader
          .manifest()
          .heads()
          .forEach(head ->
              Progress.both("operations.backup.head", head.tenant(), head.seal(), head.hash()));
      Progress.both(
          "operations.backup.sound",
          Home.resolve(file),
          reader.manifest().takenAt(),
          reader.manifest().schemaVersion(),
          rows);
      return 0;
    }
  }

  /** A row is a line: COPY writes line feeds inside of values otherwise. */
  private static long lines(InputStream bytes) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long lines = 0;
    for (int got = bytes.read(buffer); got >= 0; got = bytes.read(buffer)) {
      for (int i = 0; i < got; i++) {
        if (buffer[i] == '\n') {
          lines++;
        }
      }
    }
    return lines;
  }
}
