package jp.tsunagi.run.operations;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./tsunagi serve}: real data; the first visit sets up the municipality. */
@Command(name = "serve", resourceBundle = "messages.run.commands", mixinStandardHelpOptions = true)
final class ServeCommand implements Runnable {
  @Mixin private StartOptions options = new StartOptions();

  @Override
  public void run() {
    new Start(options).run();
    System.out.println("ready http://" + options.address + ":" + options.port);
  }
}
