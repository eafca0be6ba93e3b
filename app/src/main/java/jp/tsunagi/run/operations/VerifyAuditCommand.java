package jp.tsunagi.run.operations;

import static jp.tsunagi.base.ui.Text.in;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
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
    KeptSeals kept = new KeptSeals(lines());
    Secrets secrets = Secrets.of(options.data());
    try (Store store = options.beside(secrets);
        Connected connected = Connected.to(store.address(), Clock.systemUTC())) {
      Database database = connected.database();
      AuditCheck check = new AuditCheck(database, new TraceKey(secrets.derived("trace")));
      List<TenantId> municipalities = database.call(new Actor.Login(), Municipality::all);
      if (municipalities.isEmpty()) {
        say("operations.audit.none", options.data());
      }
      boolean sound = true;
      for (TenantId tenant : municipalities) {
        sound &= isSound(check, tenant, kept.of(tenant));
      }
      return sound ? SOUND : TAMPERED;
    }
  }

  private List<String> lines() {
    return against.stream().map(Home::resolve).flatMap(file -> lines(file).stream()).toList();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new StartRefused("file", file);
    }
  }

  private static boolean isSound(AuditCheck check, TenantId tenant, Map<Long, String> kept) {
    AuditReport report = check.check(tenant, kept, rows -> say("operations.audit.rows", rows));
    report
        .findings()
        .forEach(finding ->
            say("operations.audit.found." + finding.getClass().getSimpleName(), finding.place()));
    say(
        report.isSound() ? "operations.audit.sound" : "operations.audit.tampered",
        tenant,
        report.events(),
        report.seals(),
        report.unsealed(),
        kept.size());
    return report.isSound();
  }

  private static void say(String key, Object... arguments) {
    Progress.say(in(Locale.JAPANESE, key, arguments) + " / " + in(Locale.ENGLISH, key, arguments));
  }
}
