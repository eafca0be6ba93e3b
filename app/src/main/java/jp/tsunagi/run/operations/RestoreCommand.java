package jp.tsunagi.run.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.database.Installation;
import jp.tsunagi.base.database.InstallationRefused;
import jp.tsunagi.base.database.Snapshot;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.trace.KeptSeals;
import jp.tsunagi.run.backup.Backup;
import jp.tsunagi.run.backup.BackupReader;
import jp.tsunagi.run.backup.Manifest;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ./tsunagi restore FILE --key KEY --against SEALS}: an installation as it was when the
 * backup was made, in an empty data folder, as the next life of the database. All or nothing.
 */
@Command(
    name = "restore",
    resourceBundle = "messages.run.commands",
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
  /** Stands in a data folder while it is being filled. */
  static final String UNFINISHED = "restore.unfinished";

  private static final Duration SEALED_WITHIN = Duration.ofMinutes(5);

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

  /** Whether all of it is in the database: from then on nothing is cleared away. */
  private boolean stands;

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
    Manifest manifest = reader.manifest();
    isWhatWasSealed(manifest, kept);
    try (DataFolder folder = options.folder()) {
      isEmpty(options.data());
      try {
        markUnfinished();
        bringBack(folder, reader, kept);
        Files.delete(options.data().resolve(UNFINISHED));
      } catch (IOException e) {
        throw new StartRefused("unwritable", options.data());
      } finally {
        if (!stands) {
          clear(options.data());
        }
      }
    }
    Progress.both("operations.restore.done", manifest.takenAt(), options.data());
  }

  private void bringBack(DataFolder folder, BackupReader reader, KeptSeals kept) {
    Secrets secrets = Secrets.keep(options.data(), reader.secret());
    try (Store store = options.store(secrets, folder);
        Stopping _ = Stopping.of(store, Duration.ZERO)) {
      int incarnation = Math.max(reader.manifest().incarnation(), kept.latestIncarnation()) + 1;
      Backup.bringBack(reader, store.address(), incarnation, BackupCommand::say);
      stands = true;
      new Installation(store.address()).analyse();
    }
  }

  /** A file may be from anybody who knows the public key; what was sealed is known outside. */
  private static void isWhatWasSealed(Manifest manifest, KeptSeals kept) {
    Map<TenantId, Snapshot.Head> heads =
        manifest.heads().stream()
            .collect(Collectors.toMap(head -> new TenantId(head.tenant()), head -> head));
    Set<TenantId> all = new HashSet<>(heads.keySet());
    all.addAll(kept.municipalities());
    for (TenantId tenant : all) {
      Snapshot.Head head = heads.getOrDefault(tenant, new Snapshot.Head(tenant.value(), 1, 0, ""));
      if (isAnother(tenant, head, kept) || isCut(tenant, head, manifest, kept)) {
        throw new StartRefused("restore.differs", tenant, head.seal());
      }
    }
  }

  private static boolean isAnother(TenantId tenant, Snapshot.Head head, KeptSeals kept) {
    return kept.at(tenant, place(head)).filter(it -> !it.hash().equals(head.hash())).isPresent();
  }

  /** Seals of this life, from well before the moment the backup says it is of, are not in it. */
  private static boolean isCut(
      TenantId tenant, Snapshot.Head head, Manifest manifest, KeptSeals kept) {
    Instant sure = Instant.parse(manifest.takenAt()).minus(SEALED_WITHIN);
    return kept.after(tenant, place(head), manifest.incarnation() + 1).stream()
        .filter(it -> it.place().incarnation() == manifest.incarnation())
        .anyMatch(it -> it.at().isBefore(sure));
  }

  private static KeptSeals.Place place(Snapshot.Head head) {
    return new KeptSeals.Place(head.incarnation(), head.seal());
  }

  /** Until it is away nothing is served from here, whatever became of whoever was restoring. */
  private void markUnfinished() throws IOException {
    Files.createFile(options.data().resolve(UNFINISHED));
  }

  /** A folder in which something stands is somebody's data. */
  private static void isEmpty(Path folder) {
    try {
      if (Files.exists(folder)) {
        try (Stream<Path> inside = Files.list(folder)) {
          if (inside.anyMatch(path -> !path.endsWith(DataFolder.LOCK))) {
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
    Path mark = folder.resolve(UNFINISHED);
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(java.util.Comparator.reverseOrder()).toList()) {
        if (!path.equals(folder) && !path.equals(mark) && !path.endsWith(DataFolder.LOCK)) {
          Files.deleteIfExists(path);
        }
      }
      // last: as long as anything is left it is half a restore
      Files.deleteIfExists(mark);
    } catch (IOException e) {
      throw new StartRefused("unwritable", folder);
    }
  }
}
