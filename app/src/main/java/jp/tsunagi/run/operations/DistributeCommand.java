package jp.tsunagi.run.operations;

import static jp.tsunagi.base.ui.Text.in;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import jp.tsunagi.base.database.Distribution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code ./tsunagi distribute --database-url U}: spreads the tables over the nodes of a distributed
 * engine, while the program is stopped. Ends with 0 when it was done or nothing was left to do,
 * with 1 otherwise; then nothing was changed.
 */
@Command(
    name = "distribute",
    resourceBundle = "messages.run.commands",
    mixinStandardHelpOptions = true)
final class DistributeCommand implements Callable<Integer> {
  @Mixin private StartOptions options = new StartOptions();

  @Override
  public Integer call() {
    Secrets secrets = Secrets.there(options.data());
    try (Store store = options.beside(secrets)) {
      List<String> moved =
          new Distribution(store.address())
              .distribute(table -> say("operations.distribute.table", table));
      if (moved.isEmpty()) {
        say("operations.distribute.nothing");
      } else {
        say("operations.distribute.done", moved.size());
      }
      return 0;
    } catch (Distribution.Refused e) {
      say("operations.distribute." + e.refusal());
      return 1;
    }
  }

  private static void say(String key, Object... arguments) {
    System.out.println(
        in(Locale.JAPANESE, key, arguments) + " / " + in(Locale.ENGLISH, key, arguments));
  }
}
