package jp.tsunagi.people.organisation;

import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import jp.tsunagi.TestChildren;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.people.staff.Staffing;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The administrator keeps the register of organisations. */
class OrganisationTest {
  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private OrganisationId office;
  private Visitor admin;

  @BeforeEach
  void administrator() {
    office = town.organisation(OrganisationKind.CITY_OFFICE, "福祉総務課");
    admin = program.visitor();
    admin.signIn(town.worker(office, PostKind.ADMINISTRATOR, "森田 かえで"));
  }

  private static String[] nursery(OrganisationId id, String kana) {
    return new String[] {
      "id",
      id.toString(),
      "name",
      "みどり保育園",
      "kana",
      kana,
      "kind",
      "NURSERY",
      "sector",
      "CHILDCARE",
      "tier",
      "1",
      "district",
      "東中学校区",
      "connection",
      "PAPER",
      "phone",
      ""
    };
  }

  private Organisation there(OrganisationId id) {
    return town.call(tx -> program.bean(Organisations.class).find(tx, id)).orElseThrow();
  }

  private List<String> about() {
    return town.trace(Action.ADMINISTER).stream().map(row -> row.getDetail().data()).toList();
  }

  @Test
  void anOrganisationIsAddedOnceHoweverOftenTheFormIsSent() {
    OrganisationId id = OrganisationId.create();
    admin.get("/organisations/new").is(200);
    admin.post("/organisations", nursery(id, "みどりほいくえん")).is(200);
    var page = admin.post("/organisations", nursery(id, "みどりほいくえん")).is(200);
    assertThat(page.path()).startsWith("/organisations/" + id);
    assertThat(page.body()).contains("機関を加えました");
    assertThat(there(id).tier()).contains(1);
    assertThat(about().getFirst()).contains("organisation.added " + id);
    assertThat(admin.get("/organisations").body()).contains("みどり保育園", "2機関");
  }

  @Test
  void aRefusalKeepsWhatWasTypedAndLeavesNoRow() {
    var page = admin.post("/organisations", nursery(OrganisationId.create(), "緑")).is(422);
    assertThat(page.body()).contains("みどり保育園", "東中学校区", "ひらがなかカタカナ");
    assertThat(town.trace(Action.ADMINISTER)).isEmpty();
  }

  @Test
  void changingLeavesNameAndConnectionAsTheyAre() {
    OrganisationId id = town.organisation(OrganisationKind.NURSERY, "そらいろ園");
    admin.post("/organisations/" + id, nursery(id, "みどりほいくえん")).is(200);
    assertThat(there(id).name()).isEqualTo("そらいろ園");
    assertThat(there(id).district()).contains("東中学校区");
    assertThat(there(id).connection()).isEqualTo(Connection.READ_WRITE);
    assertThat(about()).singleElement().asString().contains("organisation.changed " + id);
  }

  @Test
  void anOrganisationIsCalledOtherwiseFromADayOnAndItsEarlierNameStaysKnown() {
    OrganisationId id = town.organisation(OrganisationKind.NURSERY, "そらいろ園");
    String url = "/organisations/" + id + "/keeping";
    assertThat(admin.get(url).is(200).body()).contains("そらいろ園", "R8.11.20");
    assertThat(
            admin
                .post(
                    url + "/name", "name", "みどり園", "kana", "緑", "how", "renamed", "from", "R9.4.1")
                .is(422)
                .body())
        .contains("ひらがなかカタカナ", "これからの日です", "みどり園");
    assertThat(town.trace(Action.ADMINISTER)).isEmpty();
    admin
        .post(url + "/name", "name", "みどり園", "kana", "ミドリエン", "how", "renamed", "from", "R8.10.1")
        .is(200);
    assertThat(there(id).name()).isEqualTo("みどり園");
    assertThat(there(id).kana()).isEqualTo("みどりえん");
    assertThat(
            admin
                .post(
                    url + "/name",
                    "name",
                    "みどり園",
                    "kana",
                    "みどりえん",
                    "how",
                    "renamed",
                    "from",
                    "R8.11.1")
                .is(422)
                .body())
        .contains("いまと同じ名称です");
    assertThat(admin.get(url).body()).contains("前の名称：そらいろ園（令和8年9月30日");
    admin.post(url + "/name", "name", "みどりの園", "kana", "みどりのえん", "how", "corrects").is(200);
    assertThat(admin.get(url).body()).contains("みどりの園").doesNotContain("前の名称：みどり園");
    assertThat(about().getFirst()).contains("organisation.renamed " + id);
    assertThat(about().getLast()).contains("organisation.name.corrected " + id);
  }

  @Test
  void anOrganisationClosesOnceNothingRunsThereAndOpensAgain() {
    OrganisationId id = town.organisation(OrganisationKind.NURSERY, "そらいろ園");
    var head = town.worker(id, PostKind.NURSERY_HEAD, "水野 しおり");
    new TestChildren(program, town)
        .add(id, InvolvementKind.ENROLMENT, "青空", "あおぞら", "陽", "ひ", LocalDate.of(2021, 5, 1));
    String url = "/organisations/" + id + "/keeping/closing";
    assertThat(admin.post(url, "lastDay", "").is(422).body()).contains("最後の日を入力");
    assertThat(admin.post(url, "lastDay", "R9.3.31").is(422).body())
        .contains("児童が1人", "職員が1人", "/staff?organisation=" + id)
        .doesNotContain("青空");
    assertThat(there(id).closedFrom()).isEmpty();
    settle(id, head);
    admin.post(url, "lastDay", "R8.11.19").is(200);
    assertThat(there(id).closedFrom()).contains(LocalDate.of(2026, 11, 20));
    assertThat(admin.get("/organisations").body()).doesNotContain("そらいろ園");
    assertThat(admin.get("/organisations?closed=yes").body())
        .contains("そらいろ園", "令和8年11月19日（2026）まで")
        .doesNotContain("福祉総務課</a>");
    assertThat(admin.get("/staff/" + head.staff() + "/assignments").is(200).body())
        .doesNotContain("そらいろ園");
    admin.post(url + "/removal").is(200);
    admin.post(url + "/removal").is(404);
    assertThat(admin.get("/organisations").body()).contains("そらいろ園");
    assertThat(about()).hasSize(2).last().asString().contains("organisation.reopened " + id);
  }

  @Test
  void whoCallsSomebodyIntoAPlaceAndWhoClosesItWaitForEachOther() throws Exception {
    OrganisationId id = town.organisation(OrganisationKind.NURSERY, "そらいろ園");
    TestTown.Worker head = town.worker(office, PostKind.ADMINISTRATOR, "水野 しおり");
    CountDownLatch held = new CountDownLatch(1);
    try (var threads = Executors.newSingleThreadExecutor()) {
      var calling =
          threads.submit(() ->
              town.run(tx -> {
                program.bean(Organisations.class).held(tx, id);
                held.countDown();
                rest();
                Staffing staffing = program.bean(Staffing.class);
                staffing.assign(
                    tx,
                    head.staff(),
                    staffing.post(tx, id, PostKind.NURSERY_HEAD),
                    Optional.empty(),
                    tx.today(),
                    Optional.empty());
              }));
      held.await();
      var closing = admin.post("/organisations/" + id + "/keeping/closing", "lastDay", "R8.11.30");
      assertThat(closing.is(422).body()).contains("職員が1人");
      calling.get();
    }
  }

  private static void rest() {
    LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
  }

  private void settle(OrganisationId id, TestTown.Worker head) {
    town.run(tx -> {
      program.bean(Staffing.class).end(tx, head.assignment(), tx.today());
      tx.sql()
          .update(INVOLVEMENT)
          .set(INVOLVEMENT.VALID_TO, tx.today())
          .where(INVOLVEMENT.TENANT_ID.eq(town.tenant()))
          .and(INVOLVEMENT.ORGANISATION_ID.eq(id))
          .execute();
    });
  }

  @Test
  void aClassIsCalledOtherwiseClosedAndOpenedAgain() {
    OrganisationId id = town.organisation(OrganisationKind.NURSERY, "そらいろ園");
    ClassId stars = town.schoolClass(id, 2026, "ほし組");
    town.schoolClass(id, 2026, "つき組");
    String url = "/organisations/" + id + "/classes/" + stars;
    assertThat(admin.get("/organisations/" + id).is(200).body()).contains(url);
    assertThat(
            admin
                .post(url + "/name", "name", "つき組", "how", "renamed", "from", "R8.11.1")
                .is(422)
                .body())
        .contains("この年度にもうあります");
    admin.post(url + "/name", "name", "ほし組", "how", "renamed", "from", "R8.11.1").is(422);
    admin.post(url + "/name", "name", "にじ組", "how", "renamed", "from", "R8.11.1").is(200);
    assertThat(admin.get(url).body()).contains("にじ組", "前の名称：ほし組（令和8年10月31日");
    assertThat(admin.post(url + "/closing", "lastDay", "R10.4.1").is(422).body())
        .contains("この組の年度の中の日");
    admin.post(url + "/closing", "lastDay", "R8.11.19").is(200);
    assertThat(
            town.call(tx -> program.bean(Organisations.class).openClasses(tx, id, 2026)).stream()
                .map(SchoolClass::name))
        .containsExactly("つき組");
    admin.post(url + "/closing/removal").is(200);
    admin.post(url + "/closing/removal").is(404);
    OrganisationId other = town.organisation(OrganisationKind.NURSERY, "ほかの園");
    admin.get("/organisations/" + other + "/classes/" + stars).is(404);
    assertThat(about()).hasSize(3);
  }

  @Test
  void theConnectionHoldsFromTheNextPageAndLosesNothing() {
    OrganisationId id = town.organisation(OrganisationKind.NURSERY, "そらいろ園");
    var head = town.worker(id, PostKind.NURSERY_HEAD, "水野 しおり");
    assertThat(town.actor(head).reading()).hasSize(1);
    String url = "/organisations/" + id + "/connection";
    assertThat(admin.get(url).is(200).body()).contains("何もなくなりません");
    admin.post(url, "connection", "PAPER").is(200);
    assertThat(town.actor(head).reading()).isEmpty();
    admin.post(url, "connection", "READ").is(200);
    assertThat(town.actor(head).reading()).hasSize(1);
    assertThat(about()).hasSize(2).last().asString().contains("organisation.connection=READ " + id);
  }

  @Test
  void anAdministratorCannotLockHerselfOut() {
    String url = "/organisations/" + office + "/connection";
    assertThat(admin.post(url, "connection", "PAPER").is(422).body()).contains("福祉総務課");
    assertThat(there(office).connection()).isEqualTo(Connection.READ_WRITE);
    assertThat(town.trace(Action.ADMINISTER)).isEmpty();
  }

  @Test
  void classesAreAddedByLinesAndCopiedFromLastYear() {
    OrganisationId id = town.organisation(OrganisationKind.ELEMENTARY, "青空小学校");
    String url = "/organisations/" + id + "/classes";
    admin.post(url, "year", "2026", "lines", "1年1組\n1年2組").is(200);
    var page = admin.post(url, "year", "2026", "lines", "1年2組\n2年1組").is(200);
    assertThat(page.body()).contains("1年1組", "1年2組", "2年1組");
    List<SchoolClass> classes =
        town.call(tx -> program.bean(Organisations.class).classes(tx, id, 2026));
    assertThat(classes).hasSize(3);
    assertThat(admin.get(url + "?year=2027").is(200).body()).contains("前の年度と同じ名前");
    assertThat(admin.post(url, "year", "2027", "lines", " ").is(422).body()).contains("1行に1つ");
    admin.get(url + "?year=1999").is(404);
  }

  @Test
  void theListIsAFileInWhichNothingIsAFormula() throws IOException {
    town.organisation(OrganisationKind.DAY_SERVICE, "=1+1");
    town.organisation(OrganisationKind.DAY_SERVICE, "＝センター\u0001");
    var reply = admin.get("/organisations/list.xlsx?kind=DAY_SERVICE").is(200);
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(reply.bytes()))) {
      var rows = book.getFirstSheet().read();
      assertThat(rows).hasSize(3);
      assertThat(List.of(rows.get(1).getCellText(0), rows.get(2).getCellText(0)))
          .containsExactlyInAnyOrder("'=1+1", "'＝センター");
    }
    assertThat(town.trace(Action.EXPORT)).hasSize(1);
  }

  @Test
  void forEverybodyElseNothingOfThisIsThere() {
    OrganisationId centre = town.organisation(OrganisationKind.CENTRE, "はぐくみ");
    Visitor other = program.visitor();
    other.signIn(town.worker(centre, PostKind.CENTRE_HEAD, "白石 なぎさ"));
    String one = "/organisations/" + centre;
    for (String path :
        List.of("/organisations", "/organisations/new", "/organisations/list.xlsx", one)) {
      other.get(path).is(404);
    }
    other.get(one + "/connection").is(404);
    other.post(one + "/connection", "connection", "PAPER").is(404);
    other.get(one + "/classes").is(404);
    other.get(one + "/keeping").is(404);
    other.post(one + "/keeping/closing", "lastDay", "R8.11.19").is(404);
    other.post(one, nursery(centre, "みどり")).is(404);
    OrganisationId foreign = program.newTown().organisation(OrganisationKind.CENTRE, "となりの町");
    admin.get("/organisations/" + foreign).is(404);
    admin.get("/organisations/not-an-id").is(400);
  }
}
