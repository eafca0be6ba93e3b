package jp.tsunagi.view.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ProgrammeId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.work.handover.Handovers;
import org.junit.jupiter.api.Test;

/** The work lists of a hub (A13). */
class WorkListScreenTest {
  private static final int STATEMENTS = 4;
  private static final int OF_THE_DOOR = 2;
  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 2);
  private final OverviewTown town = new OverviewTown();

  private Visitor as(TestTown.Worker worker) {
    return town.program.visitor().signIn(worker);
  }

  private ChildId at(String family, String kana, LocalDate birth) {
    ChildId child = town.child(family, kana, "けい", birth, town.centre);
    town.involve(
        child, town.centre, InvolvementKind.CONSULTATION, Period.since(OverviewTown.APRIL));
    return child;
  }

  private void agreed(ChildId child) {
    town.consent(
        child, ConsentKind.USE, town.centre, OverviewTown.APRIL, OverviewTown.everything());
  }

  @Test
  void eachChildStandsWhereItsFactsPutIt() {
    ChildId without = at("藤波", "ふじなみ", LocalDate.of(2024, 7, 7));
    ChildId entering = at("海原", "うなばら", LocalDate.of(2020, 5, 5));
    agreed(entering);
    ProgrammeId programme = town.programme("元気キッズ");
    town.join(programme, "元気キッズ", entering, OverviewTown.APRIL);
    Visitor visitor = as(town.counsellor);
    assertThat(visitor.get("/lists/consents").is(200).body())
        .contains("/children/" + without + "\"", "同意待ち 1", "参加者 1", "就学予定 1", "受領待ち 0")
        .doesNotContain("/children/" + entering + "\"");
    assertThat(visitor.get("/lists/participants").body())
        .contains("/children/" + entering + "\"", "元気キッズ", "水野 ことね", "value=\"" + programme)
        .doesNotContain("/children/" + without + "\"");
    assertThat(visitor.get("/lists/unwritten").body()).contains("/children/" + entering + "\"");
    assertThat(visitor.get("/lists/entering").body())
        .contains("小学校へ", "引継ぎの同意を用意する")
        .doesNotContain("/children/" + without + "\"");
    assertThat(visitor.get("/day").is(200).body()).contains("藤波 けいさん", "同意を用意する");
    as(town.teacher).get("/lists/consents").is(404);
    visitor.get("/lists/nonsense").is(404);
  }

  @Test
  void anUnconfirmedHandoverWaitsUntilTheReceiverConfirms() {
    ChildId child = at("海原", "うなばら", LocalDate.of(2020, 5, 5));
    agreed(child);
    var consent =
        town.consent(child, ConsentKind.HANDOVER, town.school, NOVEMBER, OverviewTown.everything());
    Visitor visitor = as(town.counsellor);
    assertThat(visitor.get("/lists/entering").body()).contains("同意あり、まだ渡していません");
    var offered =
        town.on(
            NOVEMBER,
            town.counsellor,
            tx ->
                town.program
                    .bean(Handovers.class)
                    .offer(tx, child, consent, town.school, LocalDate.of(2027, 4, 1)));
    assertThat(visitor.get("/lists/receipts").body())
        .contains("みどり台小学校", "受領待ち 1", "/children/" + child + "\"");
    as(town.coordinator).post("/handovers/" + offered + "/receipt").is(200);
    assertThat(visitor.get("/lists/receipts").body()).contains("受領待ち 0");
  }

  @Test
  void aPlaceThatOnlyReadsConfirmsItsReceipt() {
    ChildId child = at("海原", "うなばら", LocalDate.of(2020, 5, 5));
    agreed(child);
    var consent =
        town.consent(child, ConsentKind.HANDOVER, town.school, NOVEMBER, OverviewTown.everything());
    var offered =
        town.on(
            NOVEMBER,
            town.counsellor,
            tx ->
                town.program
                    .bean(Handovers.class)
                    .offer(tx, child, consent, town.school, LocalDate.of(2027, 4, 1)));
    var office = town.town.organisation(OrganisationKind.CITY_OFFICE, "福祉総務課");
    as(town.town.worker(office, PostKind.ADMINISTRATOR, "白井 みなと"))
        .post("/organisations/" + town.school + "/connection", "connection", "READ")
        .is(200);
    Visitor coordinator = as(town.coordinator);
    assertThat(coordinator.get("/handovers").is(200).body()).contains("海原");
    coordinator.get("/classes").is(404);
    coordinator.post("/handovers/" + offered + "/receipt").is(200);
    assertThat(town.town.trace(Action.RECEIVE_HANDOVER)).hasSize(1);
  }

  @Test
  void aPlaceThatWorksOnPaperIsNotWaitedFor() {
    ChildId child = at("海原", "うなばら", LocalDate.of(2020, 5, 5));
    agreed(child);
    var paper = town.town.organisation(OrganisationKind.DAY_SERVICE, "そらいろ", Connection.PAPER);
    var consent =
        town.consent(child, ConsentKind.HANDOVER, paper, NOVEMBER, OverviewTown.everything());
    town.on(
        NOVEMBER,
        town.counsellor,
        tx ->
            town.program
                .bean(Handovers.class)
                .offer(tx, child, consent, paper, LocalDate.of(2027, 4, 1)));
    assertThat(as(town.counsellor).get("/lists/receipts").body()).contains("受領待ち 0");
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrDoubleAndNoNameInAnAddress() {
    int size = WorkListView.SIZE + 7;
    for (int i = 0; i < size; i++) {
      at("青空", "あおぞら", LocalDate.of(2022, 1, 1).plusDays(i));
    }
    Visitor visitor = as(town.counsellor);
    List<String> seen = new ArrayList<>();
    String next = "/lists/consents";
    for (int pages = 0; pages < 3 && next != null; pages++) {
      String body = visitor.get(next).is(200).body();
      Pattern.compile("<th scope=\"row\" class=\"name\"><a href=\"([^\"]+)\"")
          .matcher(body)
          .results()
          .forEach(found -> seen.add(found.group(1)));
      var link = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(body);
      next = link.find() ? link.group(1) : null;
      assertThat(next == null ? "" : next).matches("[a-z0-9/?=_&;-]*");
    }
    assertThat(seen).hasSize(size).doesNotHaveDuplicates();
    assertThat(visitor.get("/lists/consents?age=preschool").body()).contains("青空");
    assertThat(visitor.get("/lists/consents?age=primary").body()).contains("しぼりこみを外すと");
  }

  @Test
  void aListCostsFourStatementsAndIsTraced() {
    ChildId child = at("藤波", "ふじなみ", LocalDate.of(2024, 7, 7));
    Visitor visitor = as(town.counsellor);
    visitor.get("/lists/consents").is(200);
    assertThat(visitor.get("/lists/consents").is(200).statements())
        .hasSizeLessThanOrEqualTo(OF_THE_DOOR + STATEMENTS);
    assertThat(town.town.shownBy(town.town.trace(Action.LIST).getLast())).containsExactly(child);
    assertThat(visitor.post("/lists/consents/file", "purpose", "REPORT").is(200).bytes())
        .startsWith('P', 'K');
    assertThat(town.town.trace(Action.EXPORT).getLast().getPurpose()).isEqualTo("REPORT");
  }

  @Test
  void emptyListsSayWhatComesNext() {
    Visitor visitor = as(town.counsellor);
    for (WorkList list : WorkList.values()) {
      assertThat(visitor.get(list.url()).is(200).body()).contains("class=\"empty\"");
    }
    assertThat(town.town.trace(Action.LIST)).hasSizeGreaterThan(WorkList.values().length);
  }
}
