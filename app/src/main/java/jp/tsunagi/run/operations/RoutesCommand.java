package jp.tsunagi.run.operations;

import picocli.CommandLine.Command;

/** {@code ./tsunagi routes --json}: method, path, permission and audit action of every route. */
@Command(name = "routes", resourceBundle = "messages.run.commands", mixinStandardHelpOptions = true)
final class RoutesCommand implements Runnable {
  @picocli.CommandLine.Option(names = "--json", required = true)
  private boolean json;

  @Override
  public void run() {
    System.out.println(Routes.ofTheProgram().json());
  }
}
