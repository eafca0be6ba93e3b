package jp.tsunagi.run.operations;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.Connected;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Installation;
import jp.tsunagi.base.database.InstallationRefused;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.trace.AuditCheck;
import jp.tsunagi.base.trace.KeptSeals;
import jp.tsunagi.base.trace.Restored;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.TraceKey;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code ./tsunagi open --against SEALS}: what came out of a backup is looked at before anybody is
 * served from it. Says on which days somebody was to read less from then on, which did not come
 * back; with {@code --looked-at} it opens. Ends with 0 when it is open, with 1 while it is not.
 */
@Command(name = "open", resourceBundle = "messages.run.commands", mixinStandardHelpOptions = true)
final class OpenCommand implements Callable<Integer> {
  @Mixin private StartOptions options = new StartOptions();

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Outside outside = new Outside();

  @Option(
      names = "--looked-at",
      description = "what was written after the backup has been entered again")
  private boolean lookedAt;

  @Override
  public Integer call() {
    KeptSeals kept = VerifyAuditCommand.keptIn(outside.seals);
    Secrets secrets = Secrets.there(options.data());
    try (Store store = options.beside(secrets)) {
      Installation installation = new Installation(store.address());
      if (installation.isOpen()) {
        throw new StartRefused("open.already", options.data());
      }
      installation.servesUs();
      installation.prepare(LocalDate.now(ActingClock.JAPAN));
      boolean sound = look(store, secrets, installation.incarnation(), kept);
      if (!sound) {
        Progress.both("operations.open.tampered");
        return 1;
      }
      if (!lookedAt) {
        Progress.both("operations.open.look");
        return 1;
      }
      installation.open();
      Progress.both("operations.open.done");
      return 0;
    } catch (InstallationRefused e) {
      throw StartRefused.of(e);
    }
  }

  private boolean look(Store store, Secrets secrets, int incarnation, KeptSeals kept) {
    TraceKey key = new TraceKey(secrets.derived("trace"));
    Trace trace = new Trace(key);
    try (Connected connected = Connected.to(store.address(), Clock.systemUTC())) {
      Database database = connected.database();
      List<TenantId> here = database.call(new Actor.Login(), Municipality::all);
      boolean sound = true;
      for (TenantId tenant : here) {
        Restored life = Restored.say(database, trace, tenant, incarnation);
        tell(tenant, life, kept);
        sound &= VerifyAuditCommand.isSound(new AuditCheck(database, key), tenant, kept.of(tenant));
      }
      kept.municipalities().stream()
          .filter(tenant -> !here.contains(tenant))
          .forEach(tenant -> Progress.both("operations.open.absent", tenant));
      return sound;
    }
  }

  private void tell(TenantId tenant, Restored life, KeptSeals kept) {
    if (outside.none) {
      Progress.both("operations.open.unknown", tenant, life.head().number());
      return;
    }
    List<KeptSeals.Kept> lost = kept.after(tenant, life.head(), life.incarnation());
    Progress.both(
        "operations.open.municipality",
        tenant,
        life.head().number(),
        lost.size(),
        lost.stream().mapToLong(KeptSeals.Kept::events).sum(),
        lost.stream().mapToLong(KeptSeals.Kept::narrowing).filter(many -> many > 0).sum(),
        lost.stream().filter(it -> it.narrowing() == KeptSeals.NOT_COUNTED).count(),
        lost.isEmpty() ? "-" : lost.getLast().at());
    byDay(lost).forEach((day, times) -> Progress.both("operations.open.day", day, times));
  }

  /** When somebody was to read less, to the minute, by the day. */
  private static Map<LocalDate, String> byDay(List<KeptSeals.Kept> lost) {
    return lost.stream()
        .filter(it -> it.narrowing() != 0)
        .collect(
            Collectors.groupingBy(
                it -> LocalDate.ofInstant(it.at(), ActingClock.JAPAN),
                TreeMap::new,
                Collectors.mapping(
                    it ->
                        it.at().atZone(ActingClock.JAPAN).toLocalTime().withSecond(0).withNano(0)
                            + " ("
                            + (it.narrowing() == KeptSeals.NOT_COUNTED ? "?" : it.narrowing())
                            + ")",
                    Collectors.joining(", "))));
  }
}
