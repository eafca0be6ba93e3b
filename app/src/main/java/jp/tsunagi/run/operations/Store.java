package jp.tsunagi.run.operations;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.tsunagi.base.database.DatabaseAddress;
import jp.tsunagi.postgres.EmbeddedPostgres;

/** The database the program runs on: an embedded one in the data folder, or one that is given. */
record Store(
    DatabaseAddress address, Optional<EmbeddedPostgres> embedded, Optional<DataFolder> folder)
    implements AutoCloseable {
  static final String APPLICATION_ROLE = "tsunagi_application";
  private static final String OWNER = "tsunagi_owner";
  private static final String NAME = "tsunagi";

  static Store embedded(Path folder, Secrets secrets, Consumer<String> progress) {
    DataFolder taken = DataFolder.take(folder);
    try {
      return embedded(taken, folder, secrets, progress);
    } catch (RuntimeException e) {
      taken.close();
      throw e;
    }
  }

  private static Store embedded(
      DataFolder taken, Path folder, Secrets secrets, Consumer<String> progress) {
    EmbeddedPostgres server =
        EmbeddedPostgres.start(folder.resolve("postgres"), List.of(), progress);
    String ownerPassword = secrets.derivedText("database owner");
    try {
      create(server, ownerPassword);
    } catch (SQLException e) {
      server.close();
      throw new StartRefused("postgres", e.getMessage());
    }
    return new Store(
        address(server.url(NAME), OWNER, ownerPassword, secrets),
        Optional.of(server),
        Optional.of(taken));
  }

  /** The embedded database of a folder, beside a program that runs on it where one does. */
  static Store beside(Path folder, Secrets secrets, Consumer<String> progress) {
    return EmbeddedPostgres.runningUrl(folder.resolve("postgres"), NAME)
        .map(url -> given(url, OWNER, secrets.derivedText("database owner"), secrets))
        .orElseGet(() -> embedded(folder, secrets, progress));
  }

  static Store given(String url, String user, String password, Secrets secrets) {
    return new Store(address(url, user, password, secrets), Optional.empty(), Optional.empty());
  }

  private static DatabaseAddress address(
      String url, String owner, String ownerPassword, Secrets secrets) {
    return new DatabaseAddress(
        url, owner, ownerPassword, APPLICATION_ROLE, secrets.derivedText("database application"));
  }

  private static void create(EmbeddedPostgres server, String ownerPassword) throws SQLException {
    try (Connection connection = server.connect("postgres");
        var statement = connection.createStatement()) {
      var there =
          statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'");
      if (!there.next()) {
        statement.execute("drop role if exists " + OWNER);
        statement.execute(
            "create role " + OWNER + " login createrole password '" + ownerPassword + "'");
        statement.execute("create database " + NAME + " owner " + OWNER);
      }
    }
  }

  @Override
  public void close() {
    embedded.ifPresent(EmbeddedPostgres::close);
    folder.ifPresent(DataFolder::close);
  }
}
