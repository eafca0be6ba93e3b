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
import jp.tsunagi.record.sheet.NewSheet;
import jp.tsunagi.work.handover.Handovers;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

/** The work lists of a hub (A13). */
class WorkListScreenTest {
  private static final int STATEMENTS = 5;
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
  void noAddressAndNoTextIsTooMuchForAList() {
    at("海原", "うなばら", LocalDate.of(2020, 5, 5));
    Visitor visitor = as(town.counsellor);
    for (String list : List.of("participants", "unwritten", "consents", "entering", "receipts")) {
      for (String column : List.of("kana", "birth", "detail", "incharge", "since")) {
        visitor.get("/lists/" + list + "?sort=-" + column).is(200);
      }
    }
    visitor.post("/lists/consents/narrowing", "q", "うな あ ".repeat(2000)).is(200);
    assertThat(visitor.post("/lists/consents/narrowing", "q", "うな うみ").body()).doesNotContain("海原");
    assertThat(visitor.post("/lists/consents/narrowing", "q", "うな").body()).contains("海原");
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
    assertThat(visitor.get("/lists/consents?sort=-since").body())
        .contains("aria-sort=\"descending\"");
  }

  @Test
  void aListCostsFiveStatementsAndIsTraced() {
    ChildId child = at("藤波", "ふじなみ", LocalDate.of(2024, 7, 7));
    Visitor visitor = as(town.counsellor);
    for (WorkList list : WorkList.values()) {
      visitor.get(list.url()).is(200);
      assertThat(visitor.get(list.url() + "?age=preschool&sort=-birth").is(200).statements())
          .as(list.path())
          .hasSizeLessThanOrEqualTo(OF_THE_DOOR + STATEMENTS);
    }
    visitor.get("/lists/consents").is(200);
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

  /** The children of a list, in its order. */
  private static List<String> order(Visitor.Reply reply) {
    return Pattern.compile("<th scope=\"row\" class=\"name\"><a href=\"/children/([^\"]+)\"")
        .matcher(reply.is(200).body())
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private List<String> ids(ChildId... children) {
    return java.util.Arrays.stream(children).map(ChildId::toString).toList();
  }

  @Test
  void aListIsOrderedByItsColumnsBothWays() {
    ChildId first = at("青空", "あおぞら", LocalDate.of(2020, 8, 8));
    ChildId second = at("海原", "うなばら", LocalDate.of(2021, 5, 5));
    ChildId third = at("若葉", "わかば", LocalDate.of(2019, 4, 4));
    ProgrammeId kids = town.programme("元気キッズ");
    ProgrammeId tea = town.programme("茶おちゃお");
    town.join(kids, "元気キッズ", third, OverviewTown.APRIL);
    town.join(tea, "茶おちゃお", first, OverviewTown.APRIL.plusDays(9));
    town.join(kids, "元気キッズ", second, OverviewTown.APRIL.plusDays(3));
    Visitor visitor = as(town.counsellor);
    String url = "/lists/participants";
    assertThat(order(visitor.get(url))).isEqualTo(ids(first, second, third));
    assertThat(order(visitor.get(url + "?sort=-kana"))).isEqualTo(ids(third, second, first));
    assertThat(order(visitor.get(url + "?sort=birth"))).isEqualTo(ids(third, first, second));
    assertThat(order(visitor.get(url + "?sort=since"))).isEqualTo(ids(third, second, first));
    assertThat(order(visitor.get(url + "?sort=detail"))).isEqualTo(ids(second, third, first));
    assertThat(order(visitor.get(url + "?sort=incharge"))).isEqualTo(ids(first, second, third));
    assertThat(visitor.get(url + "?sort=nonsense&after=x_y&state=nonsense").is(200).body())
        .contains("aria-sort=\"ascending\"");
  }

  @Test
  void aPageGoesOnBehindALineThatHasLeftTheList() {
    int size = WorkListView.SIZE + 2;
    List<ChildId> children = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      children.add(at("青空", "あおぞら", LocalDate.of(2022, 1, 1).plusDays(i)));
    }
    Visitor visitor = as(town.counsellor);
    String body = visitor.get("/lists/consents?sort=-birth").is(200).body();
    var next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(body);
    assertThat(next.find()).isTrue();
    agreed(children.get(2));
    assertThat(order(visitor.get(next.group(1).replace("&amp;", "&"))))
        .isEqualTo(ids(children.get(1), children.get(0)));
    assertThat(order(visitor.get("/lists/consents?sort=-birth"))).hasSize(WorkListView.SIZE);
  }

  @Test
  void whatIsTypedStandsCoveredInTheAddressAndIsKept() {
    ChildId wanted = at("青空", "あおぞら", LocalDate.of(2020, 8, 8));
    ChildId other = at("海原", "うなばら", LocalDate.of(2021, 5, 5));
    Visitor visitor = as(town.counsellor);
    Visitor.Reply found =
        visitor
            .post("/lists/consents/narrowing", "q", "アオゾラ", "age", "preschool", "sort", "-birth")
            .is(200);
    assertThat(order(found)).isEqualTo(ids(wanted));
    assertThat(found.path())
        .startsWith("/lists/consents?age=preschool&for=")
        .contains("sort=-birth");
    assertThat(found.path()).doesNotContain("%E3", "アオ");
    assertThat(found.body()).contains("value=\"アオゾラ\"", "2件のうち1件", "しぼりこみを外す");
    assertThat(order(visitor.get(found.path()))).isEqualTo(ids(wanted));
    assertThat(
            order(
                as(town.town.worker(town.centre, PostKind.COUNSELLOR, "青木 ゆう")).get(found.path())))
        .as("covered for somebody else")
        .hasSize(2);
    assertThat(order(visitor.post("/lists/consents/narrowing", "q", "R3.5.5")))
        .isEqualTo(ids(other));
    assertThat(visitor.post("/lists/consents/narrowing", "q", "0001").body())
        .contains("この条件にあてはまる「同意待ち」の児童はいません", "しぼりこみを外す");
    as(town.teacher).post("/lists/consents/narrowing", "q", "あお").is(404);
  }

  @Test
  void ofWhatIsPastedOnlySoMuchIsLookedFor() {
    ChildId wanted = at("青空", "あおぞら", LocalDate.of(2020, 8, 8));
    Visitor visitor = as(town.counsellor);
    String six = "あ あお あおぞ あおぞら あ あお";
    assertThat(order(visitor.post("/lists/consents/narrowing", "q", six + " かきく さしす").is(200)))
        .as("words beyond the sixth")
        .isEqualTo(ids(wanted));
    assertThat(visitor.post("/lists/consents/narrowing", "q", "あ".repeat(5000)).is(200).body())
        .contains("value=\"" + "あ".repeat(60) + "\"");
  }

  @Test
  void aColumnThatTheListHasNotOrdersNothing() {
    Visitor visitor = as(town.counsellor);
    assertThat(visitor.get("/lists/entering?sort=-since").is(200).body())
        .doesNotContain("sort=-since");
    visitor.get("/lists/consents?sort=detail").is(200);
  }

  @Test
  void aListIsNarrowedByProgrammeByWhoIsInChargeAndByState() {
    ChildId writing = at("青空", "あおぞら", LocalDate.of(2020, 8, 8));
    ChildId open = at("海原", "うなばら", LocalDate.of(2020, 5, 5));
    agreed(writing);
    agreed(open);
    ProgrammeId kids = town.programme("元気キッズ");
    ProgrammeId tea = town.programme("茶おちゃお");
    town.join(kids, "元気キッズ", writing, OverviewTown.APRIL);
    town.join(tea, "茶おちゃお", open, OverviewTown.APRIL);
    var sheet =
        town.draft(
            NOVEMBER,
            town.counsellor,
            NewSheet.at(town.centre, writing, "support-programme", 2026).inProgramme(kids),
            List.of());
    Visitor visitor = as(town.counsellor);
    assertThat(order(visitor.get("/lists/participants?programme=" + tea))).isEqualTo(ids(open));
    assertThat(order(visitor.get("/lists/entering?programme=" + kids))).isEqualTo(ids(writing));
    assertThat(order(visitor.get("/lists/entering?incharge=" + town.counsellor.staff())))
        .isEqualTo(ids(writing, open));
    assertThat(order(visitor.get("/lists/participants?incharge=nobody"))).isEmpty();
    for (Plan.State state : Plan.State.values()) {
      String page = visitor.get("/lists/participants?state=" + state).is(200).body();
      List<String> expected =
          switch (state) {
            case DRAFT -> ids(writing);
            case NOT_STARTED -> ids(open);
            case SENT_BACK, IN_APPROVAL, RETURNED, WITH_GUARDIAN, FINAL -> List.of();
          };
      assertThat(page.contains("class=\"empty\"")).as(state.name()).isEqualTo(expected.isEmpty());
      expected.forEach(child -> assertThat(page).contains("/children/" + child + "\""));
    }
    assertThat(visitor.get("/lists/participants?state=draft").body()).contains("/sheets/" + sheet);
    town.town.run(tx ->
        tx.sql()
            .execute("update sheet set state = 'IN_APPROVAL' where sheet_id = '" + sheet + "'"));
    assertThat(visitor.get("/lists/participants?state=IN_APPROVAL").body())
        .contains("/sheets/" + sheet + "\"");
    assertThat(order(visitor.get("/lists/entering?state=unasked"))).isEqualTo(ids(writing, open));
    assertThat(order(visitor.get("/lists/entering?state=agreed"))).isEmpty();
  }

  @Test
  void whoGoesOnIsShownWithTheNurseryOfTodayAndTheComingSchool() {
    ChildId child = at("海原", "うなばら", LocalDate.of(2020, 5, 5));
    agreed(child);
    town.involve(child, town.nursery, InvolvementKind.ENROLMENT, Period.since(OverviewTown.APRIL));
    Visitor visitor = as(town.counsellor);
    assertThat(visitor.get("/lists/entering").body()).contains("みどり保育園", "小学校へ（学校は未定）");
    var consent =
        town.consent(child, ConsentKind.HANDOVER, town.school, NOVEMBER, OverviewTown.everything());
    assertThat(visitor.get("/lists/entering").body())
        .contains("みどり保育園", "みどり台小学校", "同意あり、まだ渡していません");
    town.withdraw(child, consent);
    assertThat(visitor.get("/lists/entering").body()).contains("小学校へ（学校は未定）");
  }

  @Test
  void theDayCountsWhatItLeavesOutAndLeadsThere() {
    for (int i = 0; i < 5; i++) {
      at("青空", "あおぞら", LocalDate.of(2022, 1, 1).plusDays(i));
    }
    assertThat(as(town.counsellor).get("/day").is(200).body())
        .contains("<a href=\"/lists/consents\">同意待ち　ほか3件</a>");
  }

  @Test
  void theFileHoldsTheListAsShownWithDaysAsDays(
      @org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) throws java.io.IOException {
    at("青空", "あおぞら", LocalDate.of(2020, 8, 8));
    at("海原", "うなばら", LocalDate.of(2021, 5, 5));
    at("若葉", "わかば", LocalDate.of(2015, 4, 4));
    byte[] file =
        as(town.counsellor)
            .post("/lists/consents/file", "purpose", "WORK", "age", "preschool", "sort", "-birth")
            .is(200)
            .bytes();
    try (var book = new ReadableWorkbook(new java.io.ByteArrayInputStream(file))) {
      var rows = book.getFirstSheet().read();
      assertThat(rows).hasSize(3);
      assertThat(rows.get(0).getCellText(3)).isEqualTo("生年月日");
      assertThat(rows.get(1).getCellText(1)).isEqualTo("うなばら けい");
      assertThat(rows.get(1).getCellAsDate(3).orElseThrow().toLocalDate())
          .isEqualTo(LocalDate.of(2021, 5, 5));
      assertThat(rows.get(2).getCellAsDate(4)).isPresent();
    }
    StringBuilder xml = new StringBuilder();
    java.nio.file.Path kept = java.nio.file.Files.write(folder.resolve("list.xlsx"), file);
    try (var zip = new java.util.zip.ZipFile(kept.toFile())) {
      for (var entry : java.util.Collections.list(zip.entries())) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        xml.append(new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    assertThat(xml).contains("orientation=\"landscape\"", "paperSize=\"9\"", "Print_Titles");
    assertThat(town.town.shownBy(town.town.trace(Action.EXPORT).getLast())).hasSize(2);
  }
}
