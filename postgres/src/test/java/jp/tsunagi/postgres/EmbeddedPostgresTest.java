package jp.tsunagi.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  @TempDir Path folder;

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(folder, List.of(), line -> {});
  }

  private static String ask(EmbeddedPostgres server, String sql) throws SQLException {
    try (Connection connection = server.connect("postgres");
        var result = connection.createStatement().executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  private static void tell(EmbeddedPostgres server, String sql) throws SQLException {
    try (Connection connection = server.connect("postgres")) {
      connection.createStatement().execute(sql);
    }
  }

  @Test
  void whatIsAcknowledgedIsOnDisk() throws SQLException {
    try (EmbeddedPostgres server = start()) {
      assertThat(ask(server, "show fsync")).isEqualTo("on");
      assertThat(ask(server, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(server, "show server_encoding")).isEqualTo("UTF8");
    }
  }

  @Test
  void whatTheServerLogsIsReadByItsOwnerOnly() throws Exception {
    start().close();
    Path log = folder.resolve("postgres.log");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-r--r--"));
    start().close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
        .isEqualTo("rw-------");
  }

  @Test
  void noValueOfARowIsInWhatTheServerLogs() throws Exception {
    try (EmbeddedPostgres server = start()) {
      tell(server, "create table child (name text primary key)");
      tell(server, "insert into child values ('aozora-hinata')");
      for (String refused :
          List.of(
              "insert into child values ('aozora-hinata')",
              "select 'aozora-hinata'::date",
              "select pg_terminate_backend(pg_backend_pid()), 'aozora-hinata'",
              "do $$ begin raise warning 'aozora-hinata'; raise exception 'aozora-hinata'; end $$")) {
        assertThatThrownBy(() -> tell(server, refused)).isInstanceOf(SQLException.class);
      }
    }
    assertThat(Files.readString(folder.resolve("postgres.log")))
        .contains("database system is ready", "terminating connection")
        .doesNotContain("aozora");
  }

  @Test
  void nobodyGetsInWithoutThePassword() throws SQLException {
    try (EmbeddedPostgres server = start()) {
      String url = server.url("postgres");
      assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "guessed"))
          .isInstanceOf(SQLException.class);
      assertThat(folder.resolve("superuser.password")).isRegularFile();
    }
  }

  @Test
  void afterAKilledProgramTheOrphanIsStoppedAndNothingIsLost() throws SQLException {
    // the first server is left running, as kill -9 of the program leaves it
    EmbeddedPostgres orphan = start();
    tell(orphan, "create table kept as select 'つなぎ' as word");
    try (EmbeddedPostgres server = start()) {
      assertThat(ask(server, "select word from kept")).isEqualTo("つなぎ");
      assertThatThrownBy(() -> ask(orphan, "select 1")).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void aStalePidFileNamingSomebodyElsesProcessHarmsNobody() throws Exception {
    start().close();
    Process innocent = new ProcessBuilder("sleep", "60").start();
    try {
      writePid(innocent.pid());
      try (EmbeddedPostgres server = start()) {
        assertThat(ask(server, "select 1")).isEqualTo("1");
      }
      assertThat(innocent.isAlive()).isTrue();
    } finally {
      innocent.destroy();
    }
  }

  private void writePid(long pid) throws IOException {
    Path cluster = folder.resolve("cluster");
    Files.writeString(
        cluster.resolve("postmaster.pid"), pid + "\n" + cluster + "\n1\n1\n\n127.0.0.1\n");
  }
}
