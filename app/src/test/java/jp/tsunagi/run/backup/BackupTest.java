package jp.tsunagi.run.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.TestClock;
import jp.tsunagi.TestProgram;
import jp.tsunagi.base.database.DatabaseAddress;
import jp.tsunagi.base.database.Installation;
import jp.tsunagi.base.database.InstallationRefused;
import jp.tsunagi.base.database.Snapshot;
import jp.tsunagi.base.database.StoredTable;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.database.TestServer;
import jp.tsunagi.run.city.CityBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything comes back as it was, in another database, with all that guards it. */
class BackupTest {
  private static final TenantId TENANT = new TenantId(100_002);
  private static final byte[] SECRET = new byte[32];

  @TempDir private Path folder;

  private final TestProgram program = TestProgram.shared();

  /** A small city, once for all of these tests, beside whatever others have written. */
  private static final class City {
    static final boolean MADE = make();

    private static boolean make() {
      TestProgram.shared()
          .bean(CityBuilder.class)
          .make(TENANT, "b" + TENANT.value() + "-", 2_000, 2026, "kagi no machi 2000", _ -> {});
      return true;
    }
  }

  private Path key() {
    return folder.resolve("secret.key");
  }

  private Path file() {
    return folder.resolve("backup.tsunagi");
  }

  private List<TableSum> backup() throws SQLException {
    assertThat(City.MADE).isTrue();
    String open = BackupKey.make(key());
    try (Snapshot snapshot = TestServer.snapshot(program.address());
        BackupWriter writer = new BackupWriter(file(), List.of(open))) {
      return Backup.take(snapshot, writer, SECRET, TestClock.START, _ -> {});
    }
  }

  /** An empty database, without even the schema. */
  private static DatabaseAddress nothing() {
    return TestServer.empty();
  }

  private DatabaseAddress restored() {
    DatabaseAddress address = nothing();
    try (BackupReader reader = new BackupReader(file(), key())) {
      Backup.bringBack(reader, address, 2, _ -> {});
    }
    return address;
  }

  @Test
  void everyRowComesBack() throws SQLException {
    List<TableSum> written = backup();
    DatabaseAddress address = restored();
    try (Snapshot before = TestServer.snapshot(program.address());
        Snapshot after = TestServer.snapshot(address)) {
      assertThat(after.incarnation()).isEqualTo(before.incarnation() + 1);
      assertThat(after.tables()).isEqualTo(before.tables());
      for (StoredTable table : after.tables()) {
        assertThat(content(address, table)).isEqualTo(content(program.address(), table));
      }
    }
    assertThat(written).filteredOn(sum -> sum.rows() > 0).hasSizeGreaterThan(30);
    assertThat(rows(written, "public.child")).isGreaterThan(300);
    assertThat(rows(written, "public.audit_event")).isGreaterThan(1_000);
  }

  /** How many rows, and what they come to in whatever order they lie. */
  private static List<String> content(DatabaseAddress address, StoredTable table)
      throws SQLException {
    return asked(
        address,
        "select '%1$s ' || count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)"
                .formatted(table.name())
            + " from "
            + table.name()
            + " t");
  }

  private static long rows(List<TableSum> sums, String table) {
    return sums.stream()
        .filter(sum -> sum.table().equals(table))
        .mapToLong(TableSum::rows)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatGuardsTheRowsComesBackToo() throws SQLException {
    backup();
    DatabaseAddress address = restored();
    new Installation(address).prepare(LocalDate.of(2026, 11, 1));
    for (String guard :
        List.of(
            "select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)"
                + " from pg_constraint where connamespace in ('public'::regnamespace,"
                + " 'infra'::regnamespace) and convalidated and conparentid = 0",
            "select relname || ' ' || relrowsecurity || ' ' || relforcerowsecurity from pg_class"
                + " where relkind in ('r', 'p') and not relispartition and relnamespace ="
                + " 'public'::regnamespace",
            "select tablename || ' ' || policyname || ' ' || coalesce(qual, '') from pg_policies",
            "select tablename || ' ' || indexname from pg_indexes where schemaname = 'infra' or"
                + " tablename !~ '_[0-9]{6}$' and schemaname = 'public'")) {
      List<String> there = asked(program.address(), guard);
      List<String> back = asked(address, guard);
      assertThat(back).isNotEmpty().filteredOn(line -> !there.contains(line)).isEmpty();
      assertThat(there).filteredOn(line -> !back.contains(line)).isEmpty();
    }
  }

  private static List<String> asked(DatabaseAddress address, String sql) throws SQLException {
    try (Connection connection = TestServer.superuser(address);
        var asking = connection.createStatement();
        var rows = asking.executeQuery(sql)) {
      List<String> lines = new ArrayList<>();
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
      return lines;
    }
  }

  /** The names of its children stand in the database, and nowhere in the file. */
  @Test
  void nothingOfAChildStandsInTheFile() throws SQLException, IOException {
    backup();
    String bytes = Files.readString(file(), StandardCharsets.ISO_8859_1);
    List<String> names = asked(program.address(), "select distinct family from child_name");
    assertThat(names).hasSizeGreaterThan(20);
    for (String name : names) {
      byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
      if (utf8.length > 6) {
        assertThat(bytes.contains(new String(utf8, StandardCharsets.ISO_8859_1)))
            .as(name)
            .isFalse();
      }
    }
  }

  /** Each table is either kept or known to hold nothing that outlasts a visit. */
  @Test
  void noTableIsForgotten() throws SQLException {
    List<String> all =
        asked(
            program.address(),
            "select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid ="
                + " c.relnamespace where c.relkind in ('r', 'p') and not c.relispartition and"
                + " n.nspname not in ('pg_catalog', 'information_schema')");
    try (Snapshot snapshot = TestServer.snapshot(program.address())) {
      List<String> kept = snapshot.tables().stream().map(StoredTable::name).toList();
      assertThat(all)
          .filteredOn(table -> !kept.contains(table))
          .containsExactlyInAnyOrder(
              "infra.answered",
              "infra.flyway_schema_history",
              "infra.half_sign_in",
              "infra.installation",
              "infra.session",
              "infra.sign_in_try");
    }
  }

  @Test
  void aDatabaseInWhichSomethingStandsIsLeftAlone() throws SQLException {
    backup();
    try (BackupReader reader = new BackupReader(file(), key())) {
      assertThatThrownBy(() -> Backup.bringBack(reader, TestServer.fresh(), 2, _ -> {}))
          .isInstanceOfSatisfying(
              InstallationRefused.class,
              it -> assertThat(it.reason()).isEqualTo(InstallationRefused.Reason.FILLED));
    }
  }

  @Test
  void whatIsDamagedLeavesTheDatabaseEmpty() throws SQLException, IOException {
    backup();
    byte[] whole = Files.readAllBytes(file());
    Path part = folder.resolve("part");
    Files.write(part, java.util.Arrays.copyOf(whole, whole.length - 100_000));
    DatabaseAddress address = nothing();
    try (BackupReader reader = new BackupReader(part, key())) {
      assertThatThrownBy(() -> Backup.bringBack(reader, address, 2, _ -> {}))
          .isInstanceOfAny(BackupRefused.class, jp.tsunagi.base.database.RefillRefused.class);
    }
    assertThat(asked(address, "select child_id::text from child")).isEmpty();
    assertThat(asked(address, "select incarnation::text from infra.installation"))
        .containsExactly("1");
  }

  /** The serving role sees nothing without a municipality: it would be a backup of nothing. */
  @Test
  void whoDoesNotSeeEveryRowTakesNoBackup() {
    DatabaseAddress address = program.address();
    assertThatThrownBy(
            () -> Snapshot.of(address.url(), address.ownerName(), address.ownerPassword()))
        .isInstanceOfSatisfying(
            InstallationRefused.class,
            it -> assertThat(it.reason()).isEqualTo(InstallationRefused.Reason.BYPASS));
  }
}
