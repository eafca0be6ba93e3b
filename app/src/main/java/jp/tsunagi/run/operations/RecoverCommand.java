package jp.tsunagi.run.operations;

import static jp.tsunagi.base.ui.Text.in;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.Connected;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.TraceKey;
import jp.tsunagi.people.staff.Recovery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code ./tsunagi recover --login L}: lets an administrator in again whom nobody else can help,
 * also while the program runs. Ends with 0 when it was done, with 1 otherwise.
 */
@Command(
    name = "recover",
    resourceBundle = "messages.run.commands",
    mixinStandardHelpOptions = true)
final class RecoverCommand implements Callable<Integer> {
  @Mixin private StartOptions options = new StartOptions();

  @Option(
      names = "--login",
      required = true,
      paramLabel = "LOGIN",
      description = "the administrator's login")
  private String login = "";

  @Override
  public Integer call() {
    Secrets secrets = Secrets.there(options.data());
    try (Store store = options.beside(secrets);
        Connected connected = Connected.to(store.address(), Clock.systemUTC())) {
      Trace trace = new Trace(new TraceKey(secrets.derived("trace")));
      List<Recovery.Slip> slips = new Recovery(connected.database(), trace).of(login);
      slips.forEach(RecoverCommand::print);
      if (slips.isEmpty()) {
        say("operations.recover.nobody", login);
      }
      return slips.isEmpty() ? 1 : 0;
    }
  }

  private static void print(Recovery.Slip slip) {
    LocalDate last = LocalDate.ofInstant(slip.until(), ActingClock.JAPAN).minusDays(1);
    say("operations.recover.login", slip.login());
    say("operations.recover.password", slip.password());
    say("operations.recover.until", last);
    say("operations.recover.next");
  }

  private static void say(String key, Object... arguments) {
    System.out.println(
        in(Locale.JAPANESE, key, arguments) + " / " + in(Locale.ENGLISH, key, arguments));
  }
}
