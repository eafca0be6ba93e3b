package jp.tsunagi.run.operations;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Connected;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.InstallationRefused;
import jp.tsunagi.base.database.InstallationState;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.Snapshot;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.TraceKey;
import jp.tsunagi.run.backup.Backup;
import jp.tsunagi.run.backup.BackupKey;
import jp.tsunagi.run.backup.BackupWriter;
import jp.tsunagi.run.backup.TableSum;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ./tsunagi backup FILE}: everything of the installation as it is now, while it runs,
 * encrypted for whoever keeps the secret half of the key.
 */
@Command(name = "backup", resourceBundle = "messages.run.commands", mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
  /** Public keys for which every backup of this data folder is encrypted, one a line. */
  static final String RECIPIENTS = "backup.recipients";

  @Mixin private StartOptions options = new StartOptions();

  @Parameters(paramLabel = "FILE", description = "the file to write; there must be none yet")
  private Path file = Path.of("");

  @Option(
      names = "--recipient",
      paramLabel = "KEY",
      description = "a public key (age1...); by default those in the data folder")
  private List<String> recipients = List.of();

  @Override
  public Integer call() {
    Secrets secrets = Secrets.there(options.data());
    List<String> keys = recipients();
    Instant now = Clock.systemUTC().instant();
    try (Store store = options.beside(secrets)) {
      long rows;
      try (BackupWriter writer = new BackupWriter(Home.resolve(file), keys)) {
        leaveRows(store, secrets);
        rows = take(store, writer, secrets, now);
      }
      note(store);
      Progress.both(
          "operations.backup.written", Home.resolve(file), now, rows, String.join(", ", keys));
      return 0;
    } catch (InstallationRefused e) {
      throw StartRefused.of(e);
    }
  }

  private static long take(Store store, BackupWriter writer, Secrets secrets, Instant now) {
    try (Snapshot snapshot = store.snapshot()) {
      return Backup.take(snapshot, writer, secrets.root(), now, BackupCommand::say).stream()
          .mapToLong(TableSum::rows)
          .sum();
    }
  }

  /**
   * Everything of everybody leaves the database: each municipality's trace says so, in the file,
   * too.
   */
  private static void leaveRows(Store store, Secrets secrets) {
    Trace trace = new Trace(new TraceKey(secrets.derived("trace")));
    try (Connected connected = Connected.to(store.address(), Clock.systemUTC())) {
      Database database = connected.database();
      for (TenantId tenant : database.call(new Actor.Login(), Municipality::all)) {
        database.run(
            new Actor.Job(tenant, "backup"),
            tx -> trace.write(tx, Entry.of(Action.ADMINISTER).about("installation.backup")));
      }
    }
  }

  /** Whoever watches the program is told how old the last backup is. */
  private static void note(Store store) {
    try (Connected connected = Connected.to(store.address(), Clock.systemUTC())) {
      connected.database().run(new Actor.Login(), InstallationState::backedUp);
    }
  }

  private List<String> recipients() {
    List<String> keys =
        recipients.isEmpty()
            ? BackupKey.recipients(options.data().resolve(RECIPIENTS))
            : recipients;
    if (keys.isEmpty()) {
      throw new StartRefused("backup.nobody", options.data().resolve(RECIPIENTS));
    }
    return keys;
  }

  static void say(TableSum table) {
    if (table.rows() > 0) {
      Progress.both("operations.backup.table", table.table(), table.rows());
    }
  }
}
