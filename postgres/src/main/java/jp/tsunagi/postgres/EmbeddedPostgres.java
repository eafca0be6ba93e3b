package jp.tsunagi.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A running PostgreSQL with its data folder. Closing it is a fast shutdown; a folder whose server
 * was killed is recovered at the next start.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  /** The superuser's name; its password is in the folder, readable by its owner only. */
  public static final String SUPERUSER = "postgres";

  private static final Duration START_PATIENCE = Duration.ofSeconds(90);

  private final Process process;
  private final int port;
  private final String password;

  private EmbeddedPostgres(Process process, int port, String password) {
    this.process = process;
    this.port = port;
    this.password = password;
  }

  /**
   * Starts the server of a folder, creating it when it is not there.
   *
   * @param folder keeps the data, the log and the superuser's password over restarts
   * @param options further server settings, {@code name=value}
   * @param progress hears one line per step that may take more than a second
   * @throws PostgresFailure when it cannot be started; the message says why
   */
  public static EmbeddedPostgres start(
      Path folder, List<String> options, Consumer<String> progress) {
    try {
      Path home = Files.createDirectories(folder.toAbsolutePath().normalize());
      Path data = home.resolve("cluster");
      Binaries binaries = Binaries.unpacked(cache(home));
      String password = password(home.resolve("superuser.password"));
      if (!Files.isRegularFile(data.resolve("PG_VERSION"))) {
        progress.accept("creating the data folder " + home);
        initialise(binaries, home, data);
      }
      new Leftover(data).clear();
      return launch(binaries, home, data, password, options);
    } catch (IOException e) {
      throw new PostgresFailure("The data folder " + folder + " cannot be used", e);
    }
  }

  /** The JDBC address of a database of this folder's server, if the server is running. */
  public static Optional<String> runningUrl(Path folder, String database) {
    Path data = folder.toAbsolutePath().normalize().resolve("cluster");
    return new Leftover(data).runningPort().map(port -> url(port, database));
  }

  /** The superuser's password of this folder's server, for whoever may read the folder. */
  public static String superuserPassword(Path folder) {
    try {
      return password(folder.toAbsolutePath().normalize().resolve("superuser.password"));
    } catch (IOException e) {
      throw new PostgresFailure("The data folder " + folder + " cannot be used", e);
    }
  }

  /** Where the programs are unpacked: the user's cache, or the data folder if there is none. */
  private static Path cache(Path home) {
    Path user = Path.of(System.getProperty("user.home", "")).toAbsolutePath();
    Path cache = user.resolve(".cache");
    return Files.isWritable(Files.isDirectory(cache) ? cache : user)
        ? cache.resolve("tsunagi")
        : home.resolve("programs");
  }

  private static String password(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] bytes = new byte[24];
      new SecureRandom().nextBytes(bytes);
      ownerOnly(file);
      Files.writeString(file, HexFormat.of().formatHex(bytes));
    }
    return Files.readString(file).strip();
  }

  /** A file that nobody else reads: a new one from its first moment on, one that is there too. */
  private static void ownerOnly(Path file) throws IOException {
    var permissions = PosixFilePermissions.fromString("rw-------");
    if (Files.exists(file)) {
      Files.setPosixFilePermissions(file, permissions);
    } else {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(permissions));
    }
  }

  /** Creates beside the final name and renames: a killed first start begins again. */
  private static void initialise(Binaries binaries, Path home, Path data) throws IOException {
    Path fresh = Files.createTempDirectory(home, "creating-");
    List<String> command = new ArrayList<>();
    command.add(binaries.program("initdb").toString());
    command.addAll(List.of("-D", fresh.toString(), "-U", SUPERUSER, "-E", "UTF8"));
    command.addAll(List.of("--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=ja-JP"));
    command.add("--auth=scram-sha-256");
    command.add("--pwfile=" + home.resolve("superuser.password"));
    command.add("--no-instructions");
    Command.run(Command.unprivileged(command));
    Files.move(fresh, data);
  }

  private static EmbeddedPostgres launch(
      Binaries binaries, Path home, Path data, String password, List<String> options)
      throws IOException {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.addAll(List.of(binaries.program("postgres").toString(), "-D", data.toString()));
    command.addAll(List.of("-p", Integer.toString(port)));
    for (String option : settings(options)) {
      command.addAll(List.of("-c", option));
    }
    // a session of its own: Ctrl-C on the terminal must reach the program first
    List<String> detached = new ArrayList<>(List.of("setsid"));
    detached.addAll(Command.unprivileged(command));
    Path log = home.resolve("postgres.log");
    ownerOnly(log);
    Process process =
        new ProcessBuilder(detached)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    EmbeddedPostgres server = new EmbeddedPostgres(process, port, password);
    // Ctrl-C before it is handed over: nobody else knows of it yet
    Thread interrupted = new Thread(server::close, "stopping PostgreSQL");
    Runtime.getRuntime().addShutdownHook(interrupted);
    server.awaitReady(log);
    handOver(interrupted);
    return server;
  }

  private static void handOver(Thread interrupted) {
    try {
      Runtime.getRuntime().removeShutdownHook(interrupted);
    } catch (IllegalStateException underWay) {
      throw new PostgresFailure("The program is being stopped", underWay);
    }
  }

  private static List<String> settings(List<String> options) {
    List<String> settings = new ArrayList<>();
    settings.add("listen_addresses=127.0.0.1");
    settings.add("unix_socket_directories=");
    settings.add("fsync=on");
    settings.add("synchronous_commit=on");
    settings.add("timezone=UTC");
    settings.add("log_timezone=UTC");
    // what a statement was refused for names values of rows: the program hears it, the log does not
    settings.add("log_min_messages=log");
    settings.add("log_error_verbosity=terse");
    settings.add("log_min_error_statement=panic");
    settings.add("shared_buffers=256MB");
    // a table that fills at once, as by an import, must not wait a minute for its statistics
    settings.add("autovacuum_naptime=10s");
    settings.addAll(options);
    return settings;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady(Path log) {
    Instant end = Instant.now().plus(START_PATIENCE);
    while (Instant.now().isBefore(end)) {
      if (!process.isAlive()) {
        throw new PostgresFailure("PostgreSQL stopped while starting; see " + log);
      }
      try (Connection ignored = connect("postgres")) {
        return;
      } catch (SQLException notYet) {
        pause();
      }
    }
    close();
    throw new PostgresFailure("PostgreSQL did not answer within 90 seconds; see " + log);
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PostgresFailure("Interrupted while starting PostgreSQL", e);
    }
  }

  /** A connection of the superuser. */
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), SUPERUSER, password);
  }

  /** The JDBC address of one of its databases. */
  public String url(String database) {
    return url(port, database);
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** The superuser's password, as kept in the data folder. */
  public String superuserPassword() {
    return password;
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      Leftover.stop(process.pid());
    }
  }
}
