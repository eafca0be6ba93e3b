package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.SHEET;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestClock;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.HandoverId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.child.Relation;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.record.ground.ConsentMeans;
import jp.tsunagi.record.ground.Consents;
import jp.tsunagi.record.ground.NewConsent;
import jp.tsunagi.record.ground.ScopeLine;
import jp.tsunagi.record.item.ItemState;
import jp.tsunagi.record.print.PrintTown;
import jp.tsunagi.work.handover.Handovers;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * 田中 りく was at みどり保育園 until March 2019 and went on to つなぎ小学校. What is told is done at its time: the
 * clock is set back for it.
 */
final class PastTown {
  static final LocalDate BORN = LocalDate.of(2012, 7, 1);
  static final LocalDate THEN = LocalDate.of(2018, 5, 10);
  static final LocalDate ENTRY = LocalDate.of(2019, 4, 1);
  static final String DISPOSALS = "/retention/disposals";

  private static final Pattern DECIDE =
      Pattern.compile("href=\"/retention/disposals/([0-9a-f-]{36})\"");

  final FamilyTown family = new FamilyTown();
  final TestTown town = family.town;
  final TestTown.Worker second = town.worker(family.nursery, PostKind.NURSERY_HEAD, "桜田 まお");
  final OrganisationId school = town.organisation(OrganisationKind.ELEMENTARY, "つなぎ小学校");
  final TestTown.Worker coordinator = town.worker(school, PostKind.COORDINATOR, "海野 ちひろ");
  final ChildId child;
  final GuardianId mother;

  PastTown() {
    set(THEN);
    child = family.child("田中", "たなか", "りく", BORN, family.nursery);
    mother = family.guardian(child, "田中 みく", Relation.MOTHER, true);
    enrol(family.nursery, new Period(LocalDate.of(2016, 4, 1), ENTRY));
    end(InvolvementKind.CONSULTATION, ENTRY);
    family.program.clock().set(TestClock.START);
  }

  private void set(LocalDate day) {
    family.program.clock().set(day);
  }

  /** Does something on that day, as that worker. */
  void on(LocalDate day, TestTown.Worker worker, Consumer<Tx> work) {
    set(day);
    family.program.database().run(town.actor(worker), work);
    family.program.clock().set(TestClock.START);
  }

  /** Whoever it is keeps away from りく since then, as a relative. */
  void keepAway(TestTown.Worker worker) {
    set(THEN);
    visitor(worker)
        .post(
            "/children/" + child + "/blocks",
            "id",
            UUID.randomUUID().toString(),
            "kind",
            "SELF",
            "SELF.reason",
            "RELATIVE")
        .is(200);
    family.program.clock().set(TestClock.START);
  }

  void enrol(OrganisationId at, Period period) {
    town.run(tx ->
        family
            .program
            .bean(Involvements.class)
            .open(tx, child, at, InvolvementKind.ENROLMENT, period));
  }

  /** What runs of that kind ends. */
  void end(InvolvementKind kind, LocalDate to) {
    town.run(tx -> {
      Involvements involvements = family.program.bean(Involvements.class);
      involvements.of(tx, child).stream()
          .filter(one -> one.kind() == kind && one.period().to() == null)
          .forEach(one -> involvements.end(tx, one, to));
    });
  }

  /** The mother agreed on paper, then. */
  ConsentId agreed(ConsentKind kind, Set<OrganisationId> receiving, Period period) {
    ConsentId id = ConsentId.create();
    on(
        THEN,
        family.head,
        tx ->
            family
                .program
                .bean(Consents.class)
                .give(
                    tx,
                    new NewConsent(
                        id,
                        child,
                        kind,
                        mother,
                        ConsentMeans.PAPER,
                        tx.today(),
                        "就学先へ伝えるため",
                        Optional.empty(),
                        Optional.of(Set.of(family.nursery)),
                        receiving,
                        List.of(new ScopeLine(Category.SUPPORT, Optional.empty())),
                        false,
                        period,
                        Optional.empty())));
    return id;
  }

  /** りく was handed over to the school by that consent, and received there. */
  HandoverId handedOver(ConsentId consent) {
    List<HandoverId> made = new ArrayList<>();
    Handovers handovers = family.program.bean(Handovers.class);
    on(THEN, family.head, tx -> made.add(handovers.offer(tx, child, consent, school, ENTRY)));
    on(THEN, coordinator, tx -> handovers.receive(tx, child, school, coordinator.staff()));
    end(InvolvementKind.ENROLMENT, ENTRY.plusYears(1));
    return made.getFirst();
  }

  /** What the 園 wrote of 2018. */
  SheetId sheet() {
    return sheet(child);
  }

  /** The same of another child. */
  SheetId sheet(ChildId whose) {
    SheetId sheet =
        new PrintTown(family.program, town)
            .sheet(whose, family.nursery, "support-nursery", ItemState.FINAL, "積み木が好き");
    town.run(tx -> {
      tx.sql().update(SHEET).set(SHEET.FISCAL_YEAR, 2018).where(SHEET.SHEET_ID.eq(sheet)).execute();
      tx.sql()
          .update(ITEM)
          .set(ITEM.ON_DATE, ENTRY.minusDays(11))
          .set(ITEM.FISCAL_YEAR, 2018)
          .where(ITEM.SHEET_ID.eq(sheet))
          .execute();
    });
    return sheet;
  }

  /** A row as it stands in the table, of this municipality. */
  void put(String table, Object... columns) {
    Map<String, Object> row = new TreeMap<>();
    row.put("tenant_id", town.tenant().value());
    for (int at = 0; at < columns.length; at += 2) {
      row.put((String) columns[at], columns[at + 1]);
    }
    town.run(tx ->
        tx.sql()
            .insertInto(DSL.table(DSL.name(table)))
            .columns(row.keySet().stream().map(one -> DSL.field(DSL.name(one))).toList())
            .values(row.values())
            .execute());
  }

  Visitor visitor(TestTown.Worker worker) {
    return family.program.visitor().signIn(worker);
  }

  static String list(Visitor who) {
    return who.get("/retention").is(200).text();
  }

  Visitor.Reply propose(Visitor who, OrganisationId place, RetentionKind kind, int year) {
    return who.post(
        "/retention",
        "id",
        UUID.randomUUID().toString(),
        "chosen",
        place + "_" + kind + "_" + year,
        "why",
        "台帳と突き合わせました");
  }

  static UUID waiting(Visitor who) {
    var found = DECIDE.matcher(who.get(DISPOSALS).is(200).body());
    assertThat(found.find()).isTrue();
    return UUID.fromString(found.group(1));
  }

  static Visitor.Reply decide(Visitor who, UUID id, String verdict) {
    return who.post(DISPOSALS + "/" + id, "verdict", verdict, "word", "件数を確かめました");
  }

  /** One proposes, another approves. */
  void dispose(
      TestTown.Worker one,
      TestTown.Worker other,
      OrganisationId place,
      RetentionKind kind,
      int year) {
    propose(visitor(one), place, kind, year).is(200);
    Visitor approver = visitor(other);
    decide(approver, waiting(approver), "yes").is(200);
  }

  Visitor.Reply keep(Visitor who, String name) {
    return who.post(
        "/retention/holds",
        "id",
        UUID.randomUUID().toString(),
        "name",
        name,
        "birth",
        "2012-07-01",
        "why",
        "ご家族から問い合わせがあります",
        "until",
        "R10.3.31");
  }

  /** What the trace says of disposals. */
  List<String> told() {
    return town.trace(Action.DISPOSE).stream().map(row -> row.getPurpose()).toList();
  }

  /** Every column of the record, the trace apart, that still names the row. */
  List<String> remains(UUID id) {
    return town.call(tx -> {
      List<String> remains = new ArrayList<>();
      var columns =
          tx.sql()
              .fetch(
                  "select c.table_name, c.column_name, c.udt_name from information_schema.columns c"
                      + " join information_schema.tables t using (table_schema, table_name)"
                      + " where c.table_schema = 'public' and t.table_type = 'BASE TABLE'"
                      + " and c.udt_name in ('uuid', '_uuid') and c.table_name not like 'audit%'");
      assertThat(columns).hasSizeGreaterThan(200);
      for (Record column : columns) {
        String table = column.get(0, String.class);
        String name = column.get(1, String.class);
        var field = DSL.field(DSL.name(name));
        var names =
            column.get(2, String.class).equals("uuid")
                ? DSL.condition("{0} = {1}", field, DSL.val(id))
                : DSL.condition("{1} = any ({0})", field, DSL.val(id));
        if (tx.sql().fetchExists(DSL.table(DSL.name(table)), names)) {
          remains.add(table + "." + name);
        }
      }
      return remains;
    });
  }
}
