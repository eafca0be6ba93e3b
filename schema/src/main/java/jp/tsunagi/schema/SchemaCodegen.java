package jp.tsunagi.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagi.postgres.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Starts an embedded PostgreSQL, migrates it and writes the typed SQL of schema {@code public}.
 * Skipped when neither the migrations nor the versions have changed since the last run.
 */
public final class SchemaCodegen {
  private SchemaCodegen() {}

  /** Arguments: the folder of the migrations, the build folder. */
  public static void main(String[] arguments) throws Exception {
    Path migrations = Path.of(arguments[0]);
    Path build = Path.of(arguments[1]);
    Path sources = build.resolve("generated-sources/jooq");
    Path stamp = build.resolve("typed-sql.stamp");
    String digest = digest(migrations);
    if (Files.isDirectory(sources)
        && Files.exists(stamp)
        && Files.readString(stamp).equals(digest)) {
      return;
    }
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    System.out.println("typed SQL: migrating and generating");
    generate(migrations, build, sources);
    Files.writeString(stamp, digest);
  }

  private static void generate(Path migrations, Path build, Path sources) throws Exception {
    try (EmbeddedPostgres server =
        EmbeddedPostgres.start(
            build.resolve("schema-postgres"),
            List.of("fsync=off", "synchronous_commit=off"),
            line -> {})) {
      recreate(server);
      Flyway.configure()
          .dataSource(server.url("schema"), EmbeddedPostgres.SUPERUSER, server.superuserPassword())
          .locations("filesystem:" + migrations)
          .defaultSchema("infra")
          .createSchemas(true)
          .placeholders(Map.of("application_role", "tsunagi_application"))
          .load()
          .migrate();
      GenerationTool.generate(configuration(server, sources));
    }
  }

  private static void recreate(EmbeddedPostgres server) throws SQLException {
    try (Connection connection = server.connect("postgres");
        var statement = connection.createStatement()) {
      statement.execute("drop database if exists schema");
      statement.execute("create database schema");
      statement.execute(
          "do $$ begin create role tsunagi_application; exception when duplicate_object then null;"
              + " end $$");
    }
  }

  private static Configuration configuration(EmbeddedPostgres server, Path sources) {
    return new Configuration()
        .withLogging(Logging.WARN)
        .withJdbc(
            new Jdbc()
                .withUrl(server.url("schema"))
                .withUser(EmbeddedPostgres.SUPERUSER)
                .withPassword(server.superuserPassword()))
        .withGenerator(
            new Generator()
                .withDatabase(
                    new Database()
                        .withInputSchema("public")
                        .withOutputSchemaToDefault(true)
                        .withExcludes("audit_event_.*|audit_subject_.*")
                        .withForcedTypes(IdTypes.forced())
                        .withIncludeRoutines(false))
                .withGenerate(
                    new Generate()
                        .withRecords(true)
                        .withPojos(false)
                        .withDaos(false)
                        .withGlobalObjectReferences(true)
                        .withImplicitJoinPathsToOne(false)
                        .withImplicitJoinPathsToMany(false)
                        .withImplicitJoinPathsManyToMany(false)
                        .withComments(false))
                .withTarget(
                    new Target()
                        .withPackageName("jp.tsunagi.schema")
                        .withDirectory(sources.toString())));
  }

  private static String digest(Path migrations) throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (Stream<Path> files = Files.walk(migrations)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        digest.update(
            file.getFileName().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    }
    digest.update(
        org.jooq.Constants.FULL_VERSION.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    digest.update(IdTypes.TYPES.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }
}
