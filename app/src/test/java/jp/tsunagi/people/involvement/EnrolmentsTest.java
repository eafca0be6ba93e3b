package jp.tsunagi.people.involvement;

import static jp.tsunagi.schema.Tables.CLASS_PLACE;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.REACH;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.TestChildren;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.InvolvementId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.child.Children;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.people.staff.Staffing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnrolmentsTest {
  private static final LocalDate BORN = LocalDate.of(2021, 6, 3);

  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private OrganisationId nursery;
  private ClassId stars;
  private ClassId moons;
  private Visitor counsellor;
  private Visitor head;
  private Visitor teacher;
  private ChildId consulted;
  private ChildId enrolled;

  @BeforeEach
  void town() {
    var centre = town.organisation(OrganisationKind.CENTRE, "はぐくみ");
    nursery = town.organisation(OrganisationKind.NURSERY, "みどり保育園");
    stars = town.schoolClass(nursery, 2026, "ほし組");
    moons = town.schoolClass(nursery, 2026, "つき組");
    counsellor = program.visitor().signIn(town.worker(centre, PostKind.COUNSELLOR, "水野 ことね"));
    head = program.visitor().signIn(town.worker(nursery, PostKind.NURSERY_HEAD, "陽田 まひる"));
    teacher =
        program
            .visitor()
            .signIn(town.worker(nursery, PostKind.NURSERY_TEACHER, "浅瀬 りつ", Optional.of(stars)));
    TestChildren children = new TestChildren(program, town);
    consulted =
        children.add(centre, InvolvementKind.CONSULTATION, "青空", "あおぞら", "ひなた", "ひなた", BORN);
    enrolled = children.add(nursery, InvolvementKind.ENROLMENT, "海原", "うなばら", "みお", "みお", BORN);
  }

  private static String url(ChildId child) {
    return "/children/" + child + "/enrolments";
  }

  private InvolvementId enrolment(ChildId child) {
    return town.call(tx ->
        tx.sql()
            .selectFrom(INVOLVEMENT)
            .where(INVOLVEMENT.TENANT_ID.eq(town.tenant()))
            .and(INVOLVEMENT.CHILD_ID.eq(child))
            .and(INVOLVEMENT.KIND.eq("ENROLMENT"))
            .fetchSingle()
            .getInvolvementId());
  }

  @Test
  void aHubEnrolsElsewhereOnlyOnceTheFamilyConsented() {
    String[] form = {
      "organisation", nursery.toString(), "class", stars.toString(), "number", "3", "from", "R8.4.1"
    };
    assertThat(counsellor.post(url(consulted), form).is(422).body()).contains("同意がまだありません");
    town.run(tx -> program.bean(Children.class).share(tx, consulted));
    teacher.get(url(consulted)).is(404);
    counsellor.post(url(consulted), form).is(200);
    assertThat(teacher.get(url(consulted)).is(200).body()).contains("みどり保育園", "ほし組", "3番", "浅瀬 りつ");
    assertThat(town.trace(Action.CHANGE_INVOLVEMENT))
        .singleElement()
        .satisfies(row -> assertThat(row.getChildId()).isEqualTo(consulted));
    assertThat(counsellor.post(url(consulted), form).is(422).body()).contains("もうあります");
  }

  private void closes(LocalDate from) {
    town.run(tx ->
        tx.sql()
            .update(ORGANISATION)
            .set(ORGANISATION.CLOSED_FROM, from)
            .where(ORGANISATION.TENANT_ID.eq(town.tenant()))
            .and(ORGANISATION.ORGANISATION_ID.eq(nursery))
            .execute());
  }

  @Test
  void nothingRunsLongerThanItsPlace() {
    LocalDate closed = LocalDate.of(2027, 1, 1);
    town.run(tx -> program.bean(Children.class).share(tx, consulted));
    closes(closed);
    String[] late = {"organisation", nursery.toString(), "from", "R9.1.1"};
    assertThat(counsellor.post(url(consulted), late).is(422).body()).contains("もう閉じています");
    String[] form = {
      "organisation", nursery.toString(), "class", stars.toString(), "from", "R8.4.1"
    };
    counsellor.post(url(consulted), form).is(200);
    InvolvementId id = enrolment(consulted);
    LocalDate end =
        town.call(tx ->
            tx.sql()
                .selectFrom(INVOLVEMENT)
                .where(INVOLVEMENT.TENANT_ID.eq(town.tenant()))
                .and(INVOLVEMENT.INVOLVEMENT_ID.eq(id))
                .fetchSingle()
                .getValidTo());
    assertThat(end).isEqualTo(closed);
    Set<AssignmentId> after =
        town.call(tx ->
            tx.sql()
                .selectFrom(REACH)
                .where(REACH.TENANT_ID.eq(town.tenant()))
                .and(REACH.CHILD_ID.eq(consulted))
                .and(REACH.VALID_FROM.le(closed))
                .and(REACH.VALID_TO.gt(closed))
                .fetchSet(REACH.ASSIGNMENT_ID));
    assertThat(after).as("the hub alone reaches the child after that day").hasSize(1);
    teacher.get(url(consulted)).is(200);
    closes(LocalDate.of(2026, 11, 1));
    assertThat(teacher.get(url(consulted)).path()).startsWith("/sign-in");
  }

  @Test
  void aHubChoosesThePlaceFirstAndThenAmongItsClasses() {
    var other = town.organisation(OrganisationKind.NURSERY, "ひかり園");
    town.schoolClass(other, 2026, "にじ組");
    town.run(tx -> program.bean(Children.class).share(tx, consulted));
    assertThat(counsellor.get(url(consulted)).is(200).body())
        .contains("ひかり園", "みどり保育園")
        .doesNotContain("にじ組", "ほし組");
    assertThat(counsellor.get(url(consulted) + "?organisation=" + other).is(200).body())
        .contains("にじ組", "別の機関を選ぶ")
        .doesNotContain("ほし組");
    assertThat(head.get(url(enrolled)).is(200).body())
        .as("one place only: nothing to choose first")
        .contains("ほし組");
  }

  @Test
  void whoHoldsTwoPostsStandsInOneLine() {
    var two = town.worker(nursery, PostKind.NURSERY_TEACHER, "浅瀬 なぎ", Optional.of(stars));
    town.run(tx -> {
      var staffing = program.bean(Staffing.class);
      staffing.assign(
          tx,
          two.staff(),
          staffing.post(tx, nursery, PostKind.NURSERY_HEAD),
          Optional.empty(),
          LocalDate.of(2026, 4, 1),
          Optional.empty());
    });
    String place = url(enrolled) + "/" + enrolment(enrolled) + "/place";
    head.post(place, "class", stars.toString(), "from", "R8.4.1").is(200);
    String page = head.get(url(enrolled)).is(200).body();
    assertThat(page).contains("<td>園長、担任</td><td>浅瀬 なぎ</td>");
    assertThat(page.split("浅瀬 なぎ", -1)).hasSize(2);
  }

  @Test
  void theEndStopsWritingAtOnceAndOwnRecordsStay() {
    String end = url(enrolled) + "/" + enrolment(enrolled) + "/end";
    assertThat(head.post(end, "last", "R3.6.2", "end", "MOVED").is(422).body()).contains("在籍が始まる前");
    head.post(end, "last", "R8.11.19", "end", "MOVED", "note", "となりの市へ").is(200);
    assertThat(head.get(url(enrolled)).is(200).body()).contains("転出", "令和8年11月19日");
    head.post("/children/" + enrolled + "/identity/about", "birth", "R3.6.4", "sex", "MALE")
        .is(404);
    teacher.get(url(enrolled)).is(404);
  }

  @Test
  void anotherClassHandsOnForThirtyDays() {
    String place = url(enrolled) + "/" + enrolment(enrolled) + "/place";
    head.post(place, "class", stars.toString(), "from", "R8.4.1").is(200);
    teacher.get(url(enrolled)).is(200);
    head.post(place, "class", moons.toString(), "from", "R8.11.10").is(200);
    teacher.get(url(enrolled)).is(200);
    head.post(place, "class", moons.toString(), "from", "R8.9.10").is(200);
    teacher.get(url(enrolled)).is(404);
    assertThat(places(enrolled)).isEqualTo(3);
    teacher.post(place, "class", stars.toString(), "from", "R8.4.1").is(404);
  }

  private int places(ChildId child) {
    return town.call(tx ->
        tx.sql()
            .fetchCount(
                CLASS_PLACE,
                CLASS_PLACE.TENANT_ID.eq(town.tenant()).and(CLASS_PLACE.CHILD_ID.eq(child))));
  }

  @Test
  void severalMoveIntoAClassAtOnce() {
    assertThat(head.get("/classes").is(200).body()).contains("組が決まっていない", "海原", "みお");
    assertThat(town.shownBy(town.trace(Action.LIST).getLast())).containsExactly(enrolled);
    String[] none = {
      "at", nursery.toString(), "year", "2026", "class", stars.toString(), "from", "R8.4.1"
    };
    assertThat(head.post("/classes", none).is(422).body()).contains("1人以上");
    head.post(
            "/classes",
            "at",
            nursery.toString(),
            "year",
            "2026",
            "class",
            stars.toString(),
            "from",
            "R8.4.1",
            "child",
            enrolment(enrolled).toString())
        .is(200);
    assertThat(head.get("/classes").body()).doesNotContain("組が決まっていない").contains("ほし組");
    teacher.get("/classes").is(404);
    teacher.get(url(enrolled)).is(200);
  }
}
