package jp.tsunagi.people.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.staff.PostKind;
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
  void changingLeavesTheConnectionAsItIs() {
    OrganisationId id = town.organisation(OrganisationKind.NURSERY, "そらいろ園");
    admin.post("/organisations/" + id, nursery(id, "みどりほいくえん")).is(200);
    assertThat(there(id).name()).isEqualTo("みどり保育園");
    assertThat(there(id).connection()).isEqualTo(Connection.READ_WRITE);
    assertThat(about()).singleElement().asString().contains("organisation.changed " + id);
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
    other.post(one, nursery(centre, "みどり")).is(404);
    OrganisationId foreign = program.newTown().organisation(OrganisationKind.CENTRE, "となりの町");
    admin.get("/organisations/" + foreign).is(404);
    admin.get("/organisations/not-an-id").is(404);
  }
}
