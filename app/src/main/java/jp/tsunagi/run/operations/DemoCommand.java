package jp.tsunagi.run.operations;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.people.staff.Setup;
import jp.tsunagi.run.city.CityBuilder;
import jp.tsunagi.run.scenario.Scenario;
import jp.tsunagi.run.scenario.ScenarioFile;
import jp.tsunagi.run.scenario.ScenarioPlayer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./tsunagi demo}: the same program with a made-up city in it. */
@Command(name = "demo", resourceBundle = "messages.run.commands", mixinStandardHelpOptions = true)
final class DemoCommand implements Runnable {
  private static final long SEED = 2026;

  @Mixin private StartOptions options = new StartOptions();

  @Option(names = "--scenario")
  private @Nullable Path scenario;

  /** Instead of a played city: a large one, copied in, of so many inhabitants. */
  @Option(names = "--city")
  private @Nullable Integer population;

  @Override
  public void run() {
    if (population != null && (scenario != null || !CityBuilder.makes(population))) {
      throw new StartRefused("city", String.valueOf(population));
    }
    // read first: a mistake in the file shows before anything is started
    Optional<Scenario> given =
        Optional.ofNullable(scenario)
            .map(Home::resolve)
            .map(file -> ScenarioFile.read(file, today()));
    ConfigurableApplicationContext program = new Start(options).run();
    ScenarioPlayer player = program.getBean(ScenarioPlayer.class);
    try {
      if (population == null) {
        fill(program, player, given);
      } else {
        fill(program, player, population);
      }
    } catch (RuntimeException e) {
      program.close();
      throw e;
    }
    System.out.println("ready http://" + options.address + ":" + options.port);
    print(player.accounts());
  }

  private void fill(
      ConfigurableApplicationContext program, ScenarioPlayer player, Optional<Scenario> given) {
    if (program.getBean(Setup.class).isOpen()) {
      Progress.say("playing the made-up city");
      player.play(
          given.orElseGet(() -> ScenarioFile.shipped(today())), line -> Progress.say("  " + line));
    } else if (!player.isPlayed()) {
      throw new StartRefused(player.isBrokenOff() ? "brokenoff" : "otherdata", options.data());
    }
  }

  private void fill(ConfigurableApplicationContext program, ScenarioPlayer player, int people) {
    if (program.getBean(Setup.class).isOpen()) {
      Progress.say("making a city of " + people);
      program
          .getBean(CityBuilder.class)
          .make(
              new TenantId(1),
              "",
              people,
              SEED,
              ScenarioPlayer.PASSWORD,
              line -> Progress.say("  " + line));
    } else if (!player.isPlayed()) {
      throw new StartRefused(player.isBrokenOff() ? "brokenoff" : "otherdata", options.data());
    }
  }

  private static LocalDate today() {
    return LocalDate.now(ActingClock.JAPAN);
  }

  private static void print(List<ScenarioPlayer.Login> logins) {
    System.out.println(
        "password of everybody: %s (PIN at a registered terminal: %s)"
            .formatted(ScenarioPlayer.PASSWORD, ScenarioPlayer.PIN));
    for (ScenarioPlayer.Login one : logins) {
      System.out.printf("  %-28s %s%n", one.login(), one.role());
    }
  }
}
