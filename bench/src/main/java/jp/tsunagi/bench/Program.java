package jp.tsunagi.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The measured program: started by the launcher, as everybody starts it, in a process of its own;
 * stopped with the benchmark, however that ends.
 */
final class Program implements AutoCloseable {
  private static final Duration STOPPED = Duration.ofSeconds(90);
  private static final int LAST_WORDS = 12;

  private static volatile boolean goingDown;

  private final Process process;
  private final int port;
  private final CountDownLatch ready = new CountDownLatch(1);
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final Deque<String> last = new ArrayDeque<>();
  private final Thread hook = new Thread(this::interrupted, "stopping the measured program");
  private double startSeconds;

  private Program(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it on the folder of a city; where none is there yet, makes it.
   *
   * @param port 0 for any that is free
   * @throws BenchRefused when it does not come up, with what it said
   */
  static Program start(Path source, City city, int port) {
    int chosen = port == 0 ? free() : port;
    isFree(chosen);
    ProcessBuilder command =
        new ProcessBuilder(
            source.resolve("tsunagi").toString(),
            "demo",
            "--city",
            Integer.toString(city.population()),
            "--data",
            city.folder().toString(),
            "--port",
            Integer.toString(chosen));
    command.redirectErrorStream(true).directory(source.toFile());
    command.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
    long before = System.nanoTime();
    try {
      Program program = new Program(command.start(), chosen);
      Runtime.getRuntime().addShutdownHook(program.hook);
      Thread.ofPlatform().daemon().name("output of the program").start(program::listen);
      program.awaitReady(before);
      return program;
    } catch (IOException e) {
      throw new BenchRefused(e, "launcher", source.resolve("tsunagi"), e.getMessage());
    }
  }

  private static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new BenchRefused(e, "port", Integer.toString(port));
    }
  }

  private void listen() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("ready ")) {
          ready.countDown();
        } else if (ready.getCount() > 0 && line.contains(" s]   ")) {
          Words.line("    " + line.strip());
        }
        keep(line);
      }
    } catch (IOException gone) {
      keep(String.valueOf(gone.getMessage()));
    }
    ready.countDown();
  }

  private synchronized void keep(String line) {
    last.addLast(line);
    if (last.size() > LAST_WORDS) {
      last.removeFirst();
    }
  }

  private synchronized String lastWords() {
    return String.join("\n  ", last);
  }

  private void awaitReady(long before) {
    try {
      ready.await();
      startSeconds = (System.nanoTime() - before) / 1e9;
      // its output has ended, so it has or will: it gets a moment to be gone
      if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
        throw new BenchRefused("program", lastWords());
      }
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new BenchRefused(e, "interrupted");
    }
  }

  int port() {
    return port;
  }

  /** The launcher becomes the program: its process id is the program's. */
  long pid() {
    return process.pid();
  }

  /** From the call of the launcher until the program said that it was ready. */
  double startSeconds() {
    return startSeconds;
  }

  private void interrupted() {
    goingDown = true;
    stop();
  }

  /** Whether the benchmark is being ended: what fails now fails because of that. */
  static boolean goesDown() {
    return goingDown;
  }

  private void stop() {
    if (!stopping.getAndSet(true) && process.isAlive()) {
      process.destroy();
      try {
        if (!process.waitFor(STOPPED.toSeconds(), TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException underWay) {
      // the hook does the same just now
      goingDown = true;
    }
  }
}
