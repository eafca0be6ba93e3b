package jp.tsunagi.run.operations;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./tsunagi demo}: the same program with a made-up city in it. */
@Command(name = "demo", resourceBundle = "messages.run.commands", mixinStandardHelpOptions = true)
final class DemoCommand implements Runnable {
  @Mixin private StartOptions options = new StartOptions();

  @Override
  public void run() {
    new Start(options).run();
    System.out.println("ready http://" + options.address + ":" + options.port);
  }
}
