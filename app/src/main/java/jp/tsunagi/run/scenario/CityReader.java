package jp.tsunagi.run.scenario;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.organisation.Sector;
import jp.tsunagi.people.staff.PostKind;

/** Reads the lists of a scenario out of its files, in the order of the files. */
final class CityReader {
  private static final int SCHEMA = 1;

  /** {@code as-of: today}: played up to the day of the start. */
  private static final String TODAY = "today";

  private final List<Block> files;
  private final LocalDate today;

  CityReader(List<Block> files, LocalDate today) {
    this.files = files;
    this.today = today;
  }

  Scenario scenario() {
    var first = files.getFirst();
    schema(first);
    var scenario =
        new Scenario(
            municipality(first),
            all("organisations", CityReader::organisation),
            all("staff", CityReader::staff),
            all("programmes", CityReader::programme),
            all("children", ChildReader::child),
            all("accounts", CityReader::account));
    files.forEach(Block::finish);
    return scenario;
  }

  private static void schema(Block first) {
    if (first.number("schema") != SCHEMA) {
      first.problems().add(first.place(), "unknown 'schema'", "write 'schema: " + SCHEMA + "'");
    }
  }

  private <T> List<T> all(String key, Function<Block, T> reading) {
    return files.stream().flatMap(file -> file.each(key, reading).stream()).toList();
  }

  /** How far the story has to be moved to be told in the present fiscal year; 0: not at all. */
  static int behind(Block first, LocalDate today) {
    return first
        .inner("municipality", block -> block)
        .filter(block -> TODAY.equals(block.textOrNull("as-of")) && block.has("fiscal-year"))
        .map(block -> FiscalYear.of(today).year() - block.number("fiscal-year"))
        .orElse(0);
  }

  private Municipality municipality(Block first) {
    var standIn = new Municipality("", "", LocalDate.MAX, LocalDate.MAX, first.place());
    if (!first.has("municipality")) {
      first.problems().add(first.place(), "'municipality' is missing", "add it to the first file");
    }
    return first.inner("municipality", this::city).orElse(standIn);
  }

  private Municipality city(Block block) {
    boolean moving = TODAY.equals(block.textOrNull("as-of"));
    LocalDate asOf = moving ? today : block.date("as-of");
    LocalDate end = moving ? new FiscalYear(block.number("fiscal-year")).end().minusDays(1) : asOf;
    var city = new Municipality(block.text("name"), block.text("code"), asOf, end, block.place());
    block.finish();
    return city;
  }

  private static Establishment organisation(Block block) {
    var organisation =
        new Establishment(
            block.text("key"),
            block.text("name"),
            block.text("kana"),
            block.one("kind", OrganisationKind.class),
            block.number("tier"),
            block.one("sector", Sector.class),
            block.text("district"),
            block.one("connection", Connection.class),
            block.text("phone"),
            block.date("opened"),
            block.dateOrNull("closed"),
            block.inner("classes", CityReader::classes).orElse(Map.of()),
            block.place());
    block.finish();
    return organisation;
  }

  private static Map<Integer, Set<String>> classes(Block block) {
    var classes = new TreeMap<Integer, Set<String>>();
    for (var entry : block.all()) {
      var year = new Entry(entry.place(), "classes", entry.node(), entry.problems());
      if (entry.key().matches("\\d{4}")) {
        classes.put(Integer.valueOf(entry.key()), new LinkedHashSet<>(year.texts()));
      } else {
        block
            .problems()
            .add(entry.place(), "'" + entry.key() + "' is no fiscal year", "write 2026");
      }
    }
    return classes;
  }

  private static StaffMember staff(Block block) {
    var staff =
        new StaffMember(
            block.text("key"),
            block.text("name"),
            block.text("kana"),
            block.textOrNull("login"),
            block.yes("pin"),
            block.each("assignments", CityReader::assignment),
            block.place());
    block.finish();
    return staff;
  }

  private static StaffMember.Assignment assignment(Block block) {
    var assignment =
        new StaffMember.Assignment(
            block.text("organisation"),
            block.one("post", PostKind.class),
            block.textOrNull("class"),
            new Days(block.date("from"), block.dateOrNull("to")),
            block.place());
    block.finish();
    return assignment;
  }

  private static Programme programme(Block block) {
    var programme =
        new Programme(
            block.text("key"), block.text("organisation"), block.text("name"), block.place());
    block.finish();
    return programme;
  }

  private static Account account(Block block) {
    var account =
        new Account(
            block.text("role"),
            block.textOrNull("staff"),
            block.textOrNull("guardian"),
            block.place());
    block.finish();
    return account;
  }
}
