package jp.tsunagi.run.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code train FOLDER}: a start like any other, on a data folder to throw away, from which the Java
 * machine learns what the next ones will need. Called by the launcher after building.
 */
@Command(name = "train", hidden = true)
final class TrainCommand implements Runnable {
  private static final List<String> PAGES = List.of("/health", "/", "/login");

  @Parameters private Path folder = Path.of("train");

  @Override
  public void run() {
    StartOptions options = new StartOptions();
    options.data = folder;
    options.port = 0;
    try (var program = new Start(options).run();
        HttpClient client = HttpClient.newHttpClient()) {
      String port = program.getEnvironment().getProperty("local.server.port", "");
      for (String page : PAGES) {
        URI address = URI.create("http://" + options.address + ":" + port + page);
        client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
