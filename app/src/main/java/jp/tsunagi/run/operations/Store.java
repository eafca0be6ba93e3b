package jp.tsunagi.run.operations;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.tsunagi.base.database.DatabaseAddress;
import jp.tsunagi.base.database.Snapshot;
import jp.tsunagi.postgres.EmbeddedPostgres;

/** The database the program runs on: an embedded one in the data folder, or one that is given. */
record Store(
    DatabaseAddress address,
    Onlooker onlooker,
    Optional<EmbeddedPostgres> embedded,
    Optional<DataFolder> folder)
    implements AutoCloseable {
  static final String APPLICATION_ROLE = "tsunagi_application";
  private static final String OWNER = "tsunagi_owner";
  private static final String NAME = "tsunagi";

  /**
   * Who sees every row, for backups: the superuser of the embedded database, or the given owner.
   */
  private record Onlooker(String name, String password) {
    @Override
    public String toString() {
      return "Onlooker[" + name + "]";
    }
  }

  static Store embedded(Path folder, Secrets secrets, Consumer<String> progress) {
    DataFolder taken = DataFolder.take(folder);
    try {
      return embedded(taken, folder, secrets, progress);
    } catch (RuntimeException e) {
      taken.close();
      throw e;
    }
  }

  /** In a folder that is taken: it is let go with the store. */
  static Store embedded(DataFolder taken, Path folder, Secrets secrets, Consumer<String> progress) {
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
        new Onlooker(EmbeddedPostgres.SUPERUSER, server.superuserPassword()),
        Optional.of(server),
        Optional.of(taken));
  }

  /** The embedded database of a folder, beside a program that runs on it where one does. */
  static Store beside(Path folder, Secrets secrets, Consumer<String> progress) {
    Path server = folder.resolve("postgres");
    return EmbeddedPostgres.runningUrl(server, NAME)
        .map(url ->
            new Store(
                address(url, OWNER, secrets.derivedText("database owner"), secrets),
                new Onlooker(
                    EmbeddedPostgres.SUPERUSER, EmbeddedPostgres.superuserPassword(server)),
                Optional.empty(),
                Optional.empty()))
        .orElseGet(() -> embedded(folder, secrets, progress));
  }

  static Store given(String url, String user, String password, Secrets secrets) {
    return new Store(
        address(url, user, password, secrets),
        new Onlooker(user, password),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Everything in the database as it is now.
   *
   * @throws jp.tsunagi.base.database.InstallationRefused when the owner of a given database does
   *     not see every row
   */
  Snapshot snapshot() {
    return Snapshot.of(address.url(), onlooker.name(), onlooker.password());
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
