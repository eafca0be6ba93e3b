package jp.tsunagi.run.operations;

import jp.tsunagi.people.staff.Setup;
import jp.tsunagi.people.staff.SetupCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./tsunagi serve}: real data; the first visit sets up the municipality. */
@Command(name = "serve", resourceBundle = "messages.run.commands", mixinStandardHelpOptions = true)
final class ServeCommand implements Runnable {
  @Mixin private StartOptions options = new StartOptions();

  @Override
  public void run() {
    var program = new Start(options).run();
    Progress.tell("ready http://" + options.address + ":" + options.port);
    if (program.getBean(Setup.class).isOpen()) {
      Progress.tell("set-up code: " + program.getBean(SetupCode.class).value());
    }
  }
}
