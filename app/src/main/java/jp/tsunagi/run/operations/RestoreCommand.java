package jp.tsunagi.run.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.Connected;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Installation;
import jp.tsunagi.base.database.InstallationRefused;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.Snapshot;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.trace.KeptSeals;
import jp.tsunagi.base.trace.Restored;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.TraceKey;
import jp.tsunagi.run.backup.Backup;
import jp.tsunagi.run.backup.BackupReader;
import jp.tsunagi.run.backup.Manifest;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ./tsunagi restore FILE --key KEY --seals-kept FILE}: an installation as it was when the
 * backup was made, in an empty data folder, as the next life of the database. All or nothing.
 */
@Command(
    name = "restore",
    resourceBundle = "messages.run.commands",
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
  @Mixin private StartOptions options = new StartOptions();

  @Parameters(paramLabel = "FILE", description = "the backup")
  private Path file = Path.of("");

  @Option(
      names = "--key",
      required = true,
      paramLabel = "KEY",
      description = "the file with the secret half of the key")
  private Path key = Path.of("");

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Outside outside = new Outside();

  /** What is known of the time after the backup. */
  static final class Outside {
    @Option(
        names = "--against",
        description = "a file of seals kept outside; may be given several times")
    List<Path> seals = List.of();

    @Option(names = "--no-seals", description = "no seals were kept outside")
    boolean none;
  }

  @Override
  public Integer call() {
    KeptSeals kept = VerifyAuditCommand.keptIn(outside.seals);
    try (BackupReader reader = new BackupReader(Home.resolve(file), Home.resolve(key))) {
      restore(reader, kept);
      return 0;
    } catch (InstallationRefused e) {
      throw StartRefused.of(e);
    }
  }

  private void restore(BackupReader reader, KeptSeals kept) {
    isEmpty(options.data());
    Secrets secrets = Secrets.keep(options.data(), reader.secret());
    Manifest manifest = reader.manifest();
    boolean stands = false;
    try (Store store = options.store(secrets)) {
      int incarnation = Math.max(manifest.incarnation(), kept.latestIncarnation()) + 1;
      Backup.bringBack(reader, store.address(), incarnation, BackupCommand::say);
      stands = true;
      new Installation(store.address()).prepare(LocalDate.now(ActingClock.JAPAN));
      sayInTheTrace(store, secrets, manifest, incarnation, kept);
      Progress.both("operations.restore.done", manifest.takenAt(), incarnation);
    } finally {
      if (!stands) {
        clear(options.data());
      }
    }
  }

  /** Each municipality's trace says that this happened, and where what is left behind begins. */
  private static void sayInTheTrace(
      Store store, Secrets secrets, Manifest manifest, int incarnation, KeptSeals kept) {
    Trace trace = new Trace(new TraceKey(secrets.derived("trace")));
    Map<Integer, Long> heads =
        manifest.heads().stream()
            .collect(Collectors.toMap(Snapshot.Head::tenant, Snapshot.Head::seal));
    try (Connected connected = Connected.to(store.address(), Clock.systemUTC())) {
      Database database = connected.database();
      for (TenantId tenant : database.call(new Actor.Login(), Municipality::all)) {
        long head = heads.getOrDefault(tenant.value(), 0L);
        database.run(
            new Actor.Job(tenant, "restore"),
            tx -> new Restored(incarnation, head).write(tx, trace));
        Progress.both(
            "operations.restore.municipality",
            tenant,
            head,
            kept.after(tenant, manifest.incarnation(), head));
      }
    }
  }

  /** A folder in which something stands is somebody's data. */
  private static void isEmpty(Path folder) {
    try {
      if (Files.exists(folder)) {
        try (Stream<Path> inside = Files.list(folder)) {
          if (inside.findAny().isPresent()) {
            throw new StartRefused("restore.filled", folder);
          }
        }
      }
    } catch (IOException e) {
      throw new StartRefused("unwritable", folder);
    }
  }

  /** Takes away what this command began to write into a folder that was empty. */
  private static void clear(Path folder) {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(java.util.Comparator.reverseOrder()).toList()) {
        if (!path.equals(folder)) {
          Files.deleteIfExists(path);
        }
      }
    } catch (IOException e) {
      throw new StartRefused("unwritable", folder);
    }
  }
}
