package jp.tsunagi.run.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Sealing;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.run.monitor.ProxySigns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;

/** The commands as somebody types them: a machine burns down, and another takes over. */
class RestoreCommandTest {
  private static final TenantId TENANT = new TenantId(1);
  private static final Actor JOB = new Actor.Job(TENANT, "test");

  @TempDir private Path folder;

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  /** What a command answered and said. */
  private record Said(int code, String words) {}

  private static Said say(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream words = new ByteArrayOutputStream();
    try (PrintStream heard = new PrintStream(words, true, StandardCharsets.UTF_8)) {
      System.setOut(heard);
      System.setErr(heard);
      int code = Commands.run(arguments);
      return new Said(code, words.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private Said restore(String backup, String key, String... outside) {
    String[] what = {"restore", path(backup), "--key", path(key), "--data", path("second")};
    return say(Stream.concat(Stream.of(what), Stream.of(outside)).toArray(String[]::new));
  }

  private ConfigurableApplicationContext running(String data, String... more) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    String[] where = {"--data", path(data), "--port", String.valueOf(port)};
    return new Start(
            CommandLine.populateCommand(
                new StartOptions(),
                Stream.concat(Stream.of(where), Stream.of(more)).toArray(String[]::new)))
        .run();
  }

  private static void leaveARow(ConfigurableApplicationContext program, Action action) {
    program
        .getBean(Database.class)
        .run(
            JOB,
            tx -> program.getBean(Trace.class).write(tx, Entry.of(action).child(ChildId.create())));
    Sealing sealing = program.getBean(Sealing.class);
    while (!sealing.lag().isZero()) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  /** More than is encrypted at once, so that a file that is cut off begins well. */
  private static void manyRows(Trace trace, Tx tx) {
    Municipality.add(tx, "つなぎ市");
    for (int row = 0; row < 3_000; row++) {
      trace.write(tx, Entry.of(Action.VIEW_CHILD).child(ChildId.create()));
    }
  }

  @Test
  void theNextMachineGoesOnWhereTheBackupWasMade() throws IOException {
    Said nowhere = say("backup", path("early.tsunagi"), "--data", path("first"));
    assertThat(nowhere.code()).isEqualTo(1);
    assertThat(nowhere.words()).contains("つなぎの設置がありません");
    assertThat(folder).isEmptyDirectory();

    ConfigurableApplicationContext first = running("first");
    try {
      first.getBean(Database.class).run(JOB, tx -> Municipality.add(tx, "つなぎ市"));
      leaveARow(first, Action.VIEW_CHILD);
      assertThat(say("backup", path("early.tsunagi"), "--data", path("first")).words())
          .contains("backup-key");
      assertThat(say("backup-key", path("safe.key"), "--data", path("first")).code()).isZero();
      Said written = say("backup", path("backup.tsunagi"), "--data", path("first"));
      assertThat(written.code()).as(written.words()).isZero();
      assertThat(say("backup", path("backup.tsunagi"), "--data", path("first")).words())
          .contains("上書きはしません");
      leaveARow(first, Action.WITHDRAW_CONSENT);
    } finally {
      first.close();
    }

    Said sound = say("verify-backup", path("backup.tsunagi"), "--key", path("safe.key"));
    assertThat(sound.code()).as(sound.words()).isZero();
    assertThat(sound.words()).contains("はじめから終わりまで読めます");

    String seals = path("first/seals.jsonl");
    isRefusedAgainst(
        Files.readString(folder.resolve("first/seals.jsonl"))
            .replaceFirst("\"hash\":\"[0-9a-f]{8}", "\"hash\":\"00000000"),
        "外に置いた封印と合いません");
    isRefusedAgainst("no seal in it\n", "読めません");
    Said back = restore("backup.tsunagi", "safe.key", "--against", seals);
    assertThat(back.code()).as(back.words()).isZero();
    assertThat(back.words()).contains("まだだれも使えません");
    assertThatThrownBy(() -> running("second")).isInstanceOf(StartRefused.class);

    Said look = say("open", "--data", path("second"), "--against", seals);
    assertThat(look.code()).isEqualTo(1);
    assertThat(look.words()).contains("見られる人を狭めた・変えたもの 2、数えていない封印 0", "まだ開いていません");
    try (ConfigurableApplicationContext early = running("second", "--before-opening")) {
      // what is written before it is open is no part of what came back
      leaveARow(early, Action.OBJECT);
      isServedToThisMachineAlone(early);
    }
    assertThatThrownBy(() -> running("second", "--before-opening", "--trusted-proxy", "10.0.0.1"))
        .isInstanceOf(StartRefused.class);
    Said opened = say("open", "--data", path("second"), "--against", seals, "--looked-at");
    assertThat(opened.code()).as(opened.words()).isZero();

    assertThat(say("open", "--data", path("second"), "--no-seals", "--looked-at").words())
        .contains("もう開いています");

    ConfigurableApplicationContext second = running("second");
    try {
      assertThat(second.getBean(Database.class).call(new Actor.Login(), Municipality::all))
          .containsExactly(TENANT);
      leaveARow(second, Action.VIEW_CHILD);
      Said checked =
          say(
              "verify-audit",
              "--data",
              path("second"),
              "--against",
              seals,
              "--against",
              path("second/seals.jsonl"));
      assertThat(checked.code()).as(checked.words()).isZero();
      assertThat(checked.words()).contains("復元で戻らなかった時間");
    } finally {
      second.close();
    }

    Said twice = restore("backup.tsunagi", "safe.key", "--no-seals");
    assertThat(twice.code()).isEqualTo(1);
    assertThat(twice.words()).contains("もう何かが入っています");
  }

  /** What is known outside tells a backup that somebody else wrote. */
  private void isRefusedAgainst(String seals, String words) throws IOException {
    Files.writeString(folder.resolve("other.jsonl"), seals);
    Said refused = restore("backup.tsunagi", "safe.key", "--against", path("other.jsonl"));
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.words()).contains(words);
    assertThat(folder.resolve("second")).doesNotExist();
  }

  private static void isServedToThisMachineAlone(ConfigurableApplicationContext program)
      throws IOException {
    String page =
        "http://127.0.0.1:"
            + program.getEnvironment().getProperty("local.server.port")
            + "/sign-in";
    assertThat(status(page, "Accept", "text/html")).isNotEqualTo(403);
    for (String sign : ProxySigns.HEADERS) {
      assertThat(status(page, sign, "192.0.2.7")).as(sign).isEqualTo(403);
    }
  }

  private static int status(String page, String header, String value) throws IOException {
    try (HttpClient visitor = HttpClient.newHttpClient()) {
      return visitor
          .send(
              HttpRequest.newBuilder(URI.create(page)).header(header, value).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatIsHalfRestoredIsNotServed() throws IOException {
    Files.createDirectories(folder.resolve("half"));
    Files.createFile(folder.resolve("half/restore.unfinished"));
    assertThatThrownBy(() -> running("half")).isInstanceOf(StartRefused.class);
  }

  @Test
  void withAnotherKeyNothingIsLeftBehind() throws IOException {
    try (ConfigurableApplicationContext program = running("first")) {
      program.getBean(Database.class).run(JOB, tx -> manyRows(program.getBean(Trace.class), tx));
      say("backup-key", path("safe.key"), "--data", path("first"));
      say("backup", path("backup.tsunagi"), "--data", path("first"));
    }
    say("backup-key", path("other.key"), "--data", path("elsewhere"));
    Said refused = restore("backup.tsunagi", "other.key", "--no-seals");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.words()).contains("この鍵では開けません");
    assertThat(folder.resolve("second")).doesNotExist();

    byte[] whole = Files.readAllBytes(folder.resolve("backup.tsunagi"));
    Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(whole, whole.length - 10));
    Said damaged = restore("cut", "safe.key", "--no-seals");
    assertThat(damaged.code()).isEqualTo(1);
    assertThat(damaged.words()).contains("途中で切れているか");
    try (Stream<Path> left = Files.list(folder.resolve("second"))) {
      assertThat(left).extracting(Path::getFileName).hasToString("[running.lock]");
    }
  }
}
