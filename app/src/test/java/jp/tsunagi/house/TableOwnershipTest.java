package jp.tsunagi.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A table is written only by the module in whose folder it was created. */
class TableOwnershipTest {
  private static final Pattern CREATED =
      Pattern.compile("(?im)^create table (?:if not exists )?(?:infra\\.)?(\\w+)");
  private static final Pattern WRITTEN =
      Pattern.compile(
          "\\b(?:insertInto|update|deleteFrom|newRecord|mergeInto|truncate)\\(\\s*(?:Tables\\.)?([A-Z][A-Z_0-9]+)\\b");
  private static final Pattern RECORD = Pattern.compile("\\bnew (\\w+)Record\\(");

  private static Map<String, String> owners() {
    Map<String, String> owners = new TreeMap<>();
    for (Source migration : Source.migrations()) {
      CREATED
          .matcher(migration.text())
          .results()
          .forEach(found -> owners.put(found.group(1), migration.module()));
    }
    return owners;
  }

  @Test
  void migrationsStandInTheFolderOfTheirModule() {
    assertThat(Source.migrations())
        .filteredOn(file -> !file.path().equals("beforeEachMigrate.sql"))
        .allSatisfy(file ->
            assertThat(file.path())
                .matches("(base|people|record|work|view|run)/[a-z]+/V\\d{12}__[a-z_]+\\.sql"));
    assertThat(Source.migrations().stream().map(file -> file.name().split("__")[0]))
        .doesNotHaveDuplicates();
  }

  @Test
  void onlyTheOwnerWrites() {
    Map<String, String> owners = owners();
    assertThat(owners).containsEntry("access_grant", "base/access").hasSizeGreaterThan(20);
    List<String> strangers = new ArrayList<>();
    for (Source file : Source.mainJava()) {
      written(file).stream()
          .filter(table -> !owners.getOrDefault(table, file.module()).equals(file.module()))
          .forEach(table -> strangers.add(file.path() + " writes " + table));
    }
    assertThat(strangers).isEmpty();
  }

  private static List<String> written(Source file) {
    String code = file.code();
    List<String> tables = new ArrayList<>();
    WRITTEN
        .matcher(code)
        .results()
        .forEach(found -> tables.add(found.group(1).toLowerCase(Locale.ROOT)));
    RECORD.matcher(code).results().forEach(found -> tables.add(snake(found.group(1))));
    return tables;
  }

  private static String snake(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  /**
   * Times and ids come from the transaction; context is set in one place only (STACK: rule 3, 4).
   */
  @Test
  void noStatementAsksTheDatabaseForTheTimeOrSetsItsContext() {
    assertThat(Source.mainJava())
        .allSatisfy(file ->
            assertThat(file.code())
                .as(file.path())
                .doesNotContainPattern(
                    "(?i)\\bcurrent_?(local)?_?(timestamp|date|time|datetime)\\(|\\bnow\\(\\)::|select now\\(\\)"
                        + "|DSL\\.now\\(|\\bset_config\\b|\\bcurrent_setting\\b|clock_timestamp|gen_random_uuid"));
  }

  @Test
  void noPlainSqlIsBuiltFromText() {
    assertThat(Source.mainJava())
        .filteredOn(file -> !file.module().equals("base/database"))
        .allSatisfy(file ->
            assertThat(file.code())
                .as(file.path())
                .doesNotContainPattern(
                    "\\bsql\\(\\)\\s*\\.\\s*(execute|fetch\\w*|query|resultQuery)\\(\\s*(\"[^\"]*\"\\s*\\+|[a-z]\\w*\\s*\\+)"));
  }
}
