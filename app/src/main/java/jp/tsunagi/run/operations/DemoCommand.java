package jp.tsunagi.run.operations;

import java.nio.file.Path;
import java.util.List;
import jp.tsunagi.people.staff.Setup;
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
  @Mixin private StartOptions options = new StartOptions();

  @Option(names = "--scenario")
  private @Nullable Path scenario;

  @Override
  public void run() {
    // read first: a mistake in the file shows before anything is started
    Scenario city = scenario == null ? ScenarioFile.shipped() : ScenarioFile.read(scenario);
    ConfigurableApplicationContext program = new Start(options).run();
    try {
      fill(program, city);
    } catch (RuntimeException e) {
      program.close();
      throw e;
    }
    System.out.println("ready http://" + options.address + ":" + options.port);
    print(program.getBean(ScenarioPlayer.class).accounts(city));
  }

  private void fill(ConfigurableApplicationContext program, Scenario city) {
    ScenarioPlayer player = program.getBean(ScenarioPlayer.class);
    if (program.getBean(Setup.class).isOpen()) {
      Progress.say("playing the made-up city");
      player.play(city, line -> Progress.say("  " + line));
    } else if (!player.isPlayed()) {
      throw new IllegalStateException(
          "The data folder "
              + options.data
              + " holds something else than a made-up city played to its end."
              + " Remove it, or give another one with --data.");
    }
  }

  private static void print(List<ScenarioPlayer.Login> logins) {
    System.out.println("password of everybody: " + ScenarioPlayer.PASSWORD);
    for (ScenarioPlayer.Login one : logins) {
      System.out.printf("  %-28s %s%n", one.login(), one.role());
    }
  }
}
