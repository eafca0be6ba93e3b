package jp.tsunagi.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out what one request sends to the database: how many statements, and which. */
final class Recorder {
  private static final Duration QUIET = Duration.ofSeconds(3);

  private final Server server;
  private final int port;
  private final Clock clock;

  Recorder(Server server, int port, Clock clock) {
    this.server = server;
    this.port = port;
    this.clock = clock;
  }

  /**
   * What requests sent.
   *
   * @param since when the recording began
   * @param bytes of the body of one answer; of several the one in the middle
   * @param requests each with its transactions; work of the program itself is left out
   */
  record Recorded(Instant since, int bytes, List<List<List<Statement>>> requests) {
    /**
     * Statements of a request beside the transactions' own (begin, whom it runs for, commit); of
     * several requests the one in the middle.
     */
    int statements() {
      int[] counts =
          requests.stream()
              .mapToInt(request ->
                  Math.toIntExact(
                      request.stream()
                          .flatMap(List::stream)
                          .filter(statement -> !statement.isSetting())
                          .count()))
              .sorted()
              .toArray();
      return counts.length == 0 ? 0 : counts[counts.length / 2];
    }

    /** Transactions of a request; of several requests the one in the middle. */
    int transactions() {
      int[] counts = requests.stream().mapToInt(List::size).sorted().toArray();
      return counts.length == 0 ? 0 : counts[counts.length / 2];
    }
  }

  /**
   * Has each of these turns taken once, one after the other; those that come to something else are
   * left out, unless all do.
   */
  Recorded record(Operation operation, List<Turn> turns) {
    Set<String> byItself = byItself();
    Instant since = clock.instant();
    List<List<List<Statement>>> requests = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    int other = 0;
    try (Wire wire = new Wire(port)) {
      int time = 1_000_000;
      for (Turn turn : turns) {
        byte[] bytes = turn.bytes(time++);
        AtomicReference<@Nullable Answer> got = new AtomicReference<>();
        String log = server.written(() -> got.set(wire.send(bytes)));
        Answer answer = Objects.requireNonNull(got.get());
        if (answer.status() != operation.status()) {
          other = answer.status();
          continue;
        }
        sizes.add(answer.body().length);
        requests.add(
            StatementLog.transactions(log, Server.APPLICATION).stream()
                .filter(transaction -> !ofTheProgram(transaction))
                .filter(transaction -> !isWithin(transaction, byItself))
                .toList());
      }
    }
    if (requests.isEmpty()) {
      throw new BenchRefused("status", operation.name(), Integer.toString(other));
    }
    sizes.sort(null);
    return new Recorded(since, sizes.get(sizes.size() / 2), List.copyOf(requests));
  }

  /** What the program asks the database while nobody asks for anything: that is of no request. */
  private Set<String> byItself() {
    String log = server.written(Recorder::waiting);
    return StatementLog.transactions(log, Server.APPLICATION).stream()
        .flatMap(List::stream)
        .filter(statement -> !statement.isSetting())
        .map(Statement::sql)
        .collect(Collectors.toSet());
  }

  private static void waiting() {
    try {
      Thread.sleep(QUIET);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchRefused(e, "interrupted");
    }
  }

  private static boolean isWithin(List<Statement> transaction, Set<String> known) {
    return transaction.stream()
        .filter(statement -> !statement.isSetting())
        .map(Statement::sql)
        .allMatch(known::contains);
  }

  /** The first that is said of whom it runs for decides; a request acts as the program later. */
  private static boolean ofTheProgram(List<Statement> transaction) {
    return transaction.stream().takeWhile(Statement::isSetting).anyMatch(Statement::isOfTheProgram);
  }
}
