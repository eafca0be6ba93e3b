package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.ACCOUNT;
import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.work.retention.PastTown.decide;
import static jp.tsunagi.work.retention.PastTown.list;
import static jp.tsunagi.work.retention.PastTown.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.child.Guardians;
import jp.tsunagi.people.child.Relation;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import org.junit.jupiter.api.Test;

/** Of りく nothing else is left, and nobody has dealt with him since March 2019. */
class CardRetentionTest {
  private static final LocalDate FROM = PastTown.THEN;
  private static final LocalDate TO = LocalDate.of(2019, 4, 1);
  private static final OffsetDateTime AT = FROM.atTime(3, 0).atOffset(ZoneOffset.UTC);
  private static final String YEAR = "平成30年度（2018）";

  /** What names a child and is a record of a kind, or the trace; the card does not go beside it. */
  private static final Set<String> RECORDS =
      Set.of(
          "approval_opened",
          "approval_step",
          "compartment_note",
          "consent",
          "disposal_named",
          "emergency_access",
          "file",
          "file_item",
          "handover",
          "handover_receipt",
          "legal_ground",
          "objection",
          "plan_request",
          "sheet",
          "sheet_approved",
          "sheet_edit",
          "sheet_left_over",
          "sheet_part",
          "sheet_remark",
          "sheet_step",
          "sheet_writer",
          "showing");

  private final PastTown past = new PastTown();
  private final UUID child = past.child.value();
  private final UUID nursery = past.family.nursery.value();
  private final UUID mother = past.mother.value();
  private final UUID somebody = Id.fresh();

  private void put(String table, Object... columns) {
    past.put(table, columns);
  }

  /** A row about him in every table that has one and is no record of a kind. */
  private void everywhere() throws IOException {
    var other = past.family.child("田中", "たなか", "りお", PastTown.BORN, past.family.nursery);
    past.town.run(tx ->
        past.family
            .program
            .bean(Guardians.class)
            .relate(
                tx,
                past.child,
                new Guardians.Guardianship(
                    past.family.father, Relation.FATHER, 2, Optional.empty(), Optional.empty())));
    Map<String, Object> known = new HashMap<>();
    known.put("tenant", past.town.tenant().value());
    known.put("from", FROM);
    known.put("to", TO);
    known.put("at", AT);
    known.put("child", child);
    known.put("other", other);
    known.put("mother", mother);
    known.put("nursery", nursery);
    known.put("school", past.school);
    known.put("office", past.family.education);
    known.put("post", past.family.head.assignment());
    known.put("room", past.town.schoolClass(past.family.nursery, 2018, "ほし組"));
    for (String row : List.of("visit", "hiding", "programme", "paper", "list")) {
      known.put(row, Id.fresh());
    }
    try (var sql = CardRetentionTest.class.getResourceAsStream("/retention/everywhere.sql")) {
      String all = new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8);
      String said =
          Pattern.compile("(?<!:):([a-z]+)")
              .matcher(all)
              .replaceAll(name ->
                  name.group(1).equals("fresh")
                      ? "gen_random_uuid()"
                      : known.get(name.group(1)) instanceof Integer number
                          ? number.toString()
                          : "'" + known.get(name.group(1)) + "'");
      past.town.run(tx -> Stream.of(said.split(";\\n")).forEach(one -> tx.sql().execute(one)));
    }
  }

  private Set<String> tables(List<String> columns) {
    Set<String> tables = new TreeSet<>();
    columns.forEach(one -> tables.add(one.substring(0, one.indexOf('.'))));
    return tables;
  }

  /** Every table that can name a child. */
  private Set<String> naming() {
    return past.town.call(tx ->
        new TreeSet<>(
            tx.sql()
                .fetch(
                    "select distinct table_name from information_schema.columns where table_schema"
                        + " = 'public' and column_name in ('child_id', 'to_child_id', 'other_id')"
                        + " and table_name not like 'audit%'")
                .getValues(0, String.class)));
  }

  private void goes() {
    past.dispose(past.family.head, past.second, past.family.nursery, RetentionKind.CARD, 2018);
  }

  @Test
  void nothingOfTheChildIsLeftAnywhereButInTheTrace() throws IOException {
    String login = past.family.account(past.mother);
    everywhere();
    Set<String> before = tables(past.remains(child));
    assertThat(before)
        .as("every table that can name a child, beside the records of a kind")
        .containsAll(naming().stream().filter(one -> !RECORDS.contains(one)).toList());
    assertThat(list(past.visitor(past.family.head)))
        .contains(YEAR, "令和6年4月1日", "受け持ちを離れたお子さん1人")
        .doesNotContain("りく");
    goes();
    assertThat(past.remains(child)).isEmpty();
    assertThat(past.remains(mother)).isEmpty();
    assertThat(past.remains(past.family.father.value()))
        .as("he belongs to another child too")
        .isNotEmpty();
    past.town.run(tx ->
        assertThat(
                tx.sql()
                    .fetchExists(ACCOUNT, ACCOUNT.LOGIN.eq(login).and(ACCOUNT.CLOSED_AT.isNull())))
            .isFalse());
    assertThat(past.town.trace(Action.DISPOSE))
        .anyMatch(row -> row.getDetail().data().contains("child " + child));
    past.visitor(past.family.head).get("/children/" + child).is(404);
    assertThat(list(past.visitor(past.family.head))).doesNotContain(YEAR);
  }

  @Test
  void theAuditorStillReadsWhatWasDone() {
    goes();
    var office = past.town.organisation(OrganisationKind.CITY_OFFICE, "監査課");
    Visitor auditor = past.visitor(past.town.worker(office, PostKind.AUDITOR, "森田 かえで"));
    assertThat(auditor.get("/audit").status()).isEqualTo(200);
    assertThat(past.town.trace(Action.DISPOSE)).isNotEmpty();
  }

  @Test
  void aChildWhomOnePlaceAloneKnowsIsTheirsAndOneThatIsSharedTheHubs() {
    assertThat(list(past.visitor(past.family.counsellor))).doesNotContain(YEAR);
    past.town.run(tx ->
        tx.sql()
            .update(CHILD)
            .set(CHILD.STANDING, "SHARED")
            .where(CHILD.CHILD_ID.eq(past.child))
            .execute());
    assertThat(list(past.visitor(past.family.head))).doesNotContain(YEAR);
    assertThat(list(past.visitor(past.family.counsellor))).contains(YEAR).doesNotContain("りく");
    TestTown.Worker head = past.town.worker(past.family.centre, PostKind.CENTRE_HEAD, "白石 さき");
    past.dispose(past.family.counsellor, head, past.family.centre, RetentionKind.CARD, 2018);
    assertThat(past.remains(child)).isEmpty();
  }

  @Test
  void aChildOfWhomAnythingIsLeftStays() {
    put(
        "objection",
        "objection_id",
        Id.fresh(),
        "child_id",
        child,
        "giver_id",
        mother,
        "means",
        "PORTAL",
        "to_all",
        true,
        "asked_on",
        FROM,
        "valid_from",
        FROM,
        "recorded_by",
        mother,
        "recorded_at",
        AT);
    assertThat(list(past.visitor(past.family.head))).doesNotContain(YEAR);
    past.propose(past.visitor(past.family.head), past.family.nursery, RetentionKind.CARD, 2018)
        .is(422);
  }

  @Test
  void aChildWithARecordForANamedFewStaysAndNothingTellsOfIt() {
    put(
        "compartment",
        "compartment_id",
        Id.fresh(),
        "child_id",
        child,
        "kind",
        "ABUSE",
        "reason",
        "COUNCIL",
        "organisation_id",
        nursery,
        "opened_by",
        somebody,
        "opened_at",
        AT);
    TestTown.Worker enrols = past.town.worker(past.family.nursery, PostKind.COORDINATOR, "海野 さき");
    assertThat(list(past.visitor(enrols))).doesNotContain(YEAR);
    assertThat(past.visitor(past.second).get("/retention?kind=CARD").is(200).text())
        .doesNotContain(YEAR);
  }

  @Test
  void whoeverComesBackMeanwhileStays() {
    past.propose(past.visitor(past.family.head), past.family.nursery, RetentionKind.CARD, 2018)
        .is(200);
    past.enrol(past.school, jp.tsunagi.base.calendar.Period.since(LocalDate.of(2026, 4, 1)));
    Visitor second = past.visitor(past.second);
    assertThat(decide(second, waiting(second), "yes").is(200).text()).contains("廃棄済み");
    assertThat(past.remains(child)).isNotEmpty();
    assertThat(past.told()).doesNotContain("GONE");
  }

  @Test
  void whatIsKeptLongerStays() {
    past.propose(past.visitor(past.family.head), past.family.nursery, RetentionKind.CARD, 2018)
        .is(200);
    Visitor second = past.visitor(past.second);
    past.keep(second, "田中りく").is(200);
    decide(second, waiting(second), "yes").is(200);
    assertThat(past.remains(child)).isNotEmpty();
  }

  @Test
  void whoIsKeptAwayFromTheChildIsToldNothing() {
    past.keepAway(past.second);
    assertThat(list(past.visitor(past.second))).doesNotContain(YEAR);
    past.propose(past.visitor(past.family.head), past.family.nursery, RetentionKind.CARD, 2018)
        .is(200);
    assertThat(past.visitor(past.second).get(PastTown.DISPOSALS).is(200).text())
        .doesNotContain("児童票");
  }
}
