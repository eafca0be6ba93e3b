package jp.tsunagi.run.operations;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Connected;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.trace.AuditCheck;
import jp.tsunagi.base.trace.AuditReport;
import jp.tsunagi.base.trace.KeptSeals;
import jp.tsunagi.base.trace.TraceKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code ./tsunagi verify-audit}: checks the trace of every municipality, also while the program
 * runs. Ends with 0 when nothing was tampered with, with 1 otherwise.
 */
@Command(
    name = "verify-audit",
    resourceBundle = "messages.run.commands",
    mixinStandardHelpOptions = true)
final class VerifyAuditCommand implements Callable<Integer> {
  private static final int SOUND = 0;
  private static final int TAMPERED = 1;

  @Mixin private StartOptions options = new StartOptions();

  @Option(
      names = "--against",
      description = "a file of seals kept outside; may be given several times")
  private List<Path> against = List.of();

  @Override
  public Integer call() {
    KeptSeals kept = keptIn(against);
    Secrets secrets = Secrets.there(options.data());
    try (Store store = options.beside(secrets);
        Connected connected = Connected.to(store.address(), Clock.systemUTC())) {
      Database database = connected.database();
      AuditCheck check = new AuditCheck(database, new TraceKey(secrets.derived("trace")));
      List<TenantId> municipalities = database.call(new Actor.Login(), Municipality::all);
      if (municipalities.isEmpty()) {
        Progress.both("operations.audit.none", options.data());
      }
      boolean sound = true;
      for (TenantId tenant : municipalities) {
        sound &= isSound(check, tenant, kept.of(tenant));
      }
      return sound ? SOUND : TAMPERED;
    }
  }

  /**
   * @throws StartRefused when a file cannot be read
   */
  static KeptSeals keptIn(List<Path> files) {
    try {
      return KeptSeals.in(files.stream().map(Home::resolve).toList());
    } catch (UncheckedIOException e) {
      throw new StartRefused("file", e.getMessage());
    }
  }

  static boolean isSound(AuditCheck check, TenantId tenant, Map<KeptSeals.Place, String> kept) {
    AuditReport report =
        check.check(tenant, kept, rows -> Progress.both("operations.audit.rows", rows));
    report
        .findings()
        .forEach(finding ->
            Progress.both(
                "operations.audit.found." + finding.getClass().getSimpleName(), finding.place()));
    Progress.both(
        report.isSound() ? "operations.audit.sound" : "operations.audit.tampered",
        tenant,
        report.events(),
        report.seals(),
        report.unsealed(),
        kept.size());
    if (report.leftBehind() > 0) {
      Progress.both("operations.audit.leftbehind", tenant, report.leftBehind());
    }
    return report.isSound();
  }
}
