package jp.tsunagi.view.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.sheet.Sheets;
import org.junit.jupiter.api.Test;

/** {@code /day} of a class, of a whole place, and of who sees no child. */
class DayScreenTest {
  /** The table, its cells, the trace twice, who stands in, and what waits for a decision, twice. */
  private static final int STATEMENTS = 7;

  private static final int OF_THE_DOOR = 2;
  private final OverviewTown town = new OverviewTown();

  private Visitor as(TestTown.Worker worker) {
    return town.program.visitor().signIn(worker);
  }

  private ChildId mate(String family, String kana, String given, int number) {
    ChildId child = town.child(family, kana, given, LocalDate.of(2018, 8, number), town.school);
    town.enrol(child, town.school, town.room, number, Period.since(OverviewTown.APRIL));
    return child;
  }

  @Test
  void theWayInLeadsEverybodyToTheirDay() {
    assertThat(town.program.visitor().get("/").path()).isEqualTo("/sign-in");
    assertThat(as(town.teacher).get("/").is(200).path()).isEqualTo("/day");
  }

  @Test
  void theClassIsAListInTheOrderOfTheRoster() {
    mate("若葉", "わかば", "そら", 28);
    ChildId first = mate("海原", "うなばら", "はると", 4);
    ChildId elsewhere = town.child("青空", "あおぞら", "ひなた", LocalDate.of(2018, 6, 3), town.school);
    town.enrol(elsewhere, town.school, town.next, 1, Period.since(OverviewTown.APRIL));
    String page = as(town.teacher).get("/day").is(200).body();
    assertThat(page).contains("2年1組", "記録のある児童 2人", "未着手 2").doesNotContain("青空");
    assertThat(page.indexOf("/children/" + first)).isLessThan(page.indexOf("若葉"));
    assertThat(as(town.coordinator).get("/day").is(200).body())
        .contains("青空", "2年2組 1", "記録のある児童 3人");
    String filtered = as(town.coordinator).get("/day?class=" + town.next).is(200).body();
    assertThat(filtered)
        .contains("青空", "/day?class=" + town.room)
        .doesNotContain("?class=%")
        .doesNotContain("/children/" + first + "\"");
    assertThat(town.town.shownBy(town.town.trace(Action.LIST).getFirst())).hasSize(2);
    assertThat(town.town.shownBy(town.town.trace(Action.LIST).getLast())).hasSize(3);
  }

  @Test
  void whoOnlyEntersInAprilIsNoChildOfThisYear() {
    mate("若葉", "わかば", "そら", 28);
    ChildId coming = town.child("海原", "うなばら", "はると", LocalDate.of(2020, 5, 5), town.centre);
    town.town.run(tx ->
        town.program
            .bean(Involvements.class)
            .open(
                tx,
                coming,
                town.school,
                InvolvementKind.PREPARING,
                new Period(tx.today(), OverviewTown.APRIL.plusYears(1))));
    assertThat(as(town.coordinator).get("/day").is(200).body())
        .contains("記録のある児童 1人", "未着手 1")
        .doesNotContain("海原");
    as(town.coordinator).get("/children/" + coming).is(200);
  }

  @Test
  void whatWaitsStandsAboveWithOneButton() {
    ChildId waiting = mate("若葉", "わかば", "そら", 28);
    var sheet =
        town.draft(
            LocalDate.of(2026, 11, 8),
            town.teacher,
            town.schoolSheet(waiting, 2026),
            OverviewTown.schoolParts());
    town.move(LocalDate.of(2026, 11, 8), town.teacher, sheet, Sheets::send);
    mate("髙嶺", "たかね", "りく", 16);
    String page = as(town.teacher).get("/day").body();
    assertThat(page).contains("12日待ち", "若葉 そらさん", "/sheets/" + sheet, "書きはじめる");
    assertThat(as(town.teacher).get("/day?show=with_guardian").body())
        .contains("保護者待ち 1")
        .doesNotContain("髙嶺<");
  }

  @Test
  void theDayCostsSevenStatements() {
    mate("若葉", "わかば", "そら", 28);
    Visitor visitor = as(town.teacher);
    visitor.get("/day").is(200);
    assertThat(visitor.get("/day").is(200).statements())
        .hasSizeLessThanOrEqualTo(OF_THE_DOOR + STATEMENTS);
  }

  @Test
  void theTableIsTakenOutByWhoMay() {
    mate("若葉", "わかば", "そら", 28);
    var file = as(town.coordinator).post("/day/file", "purpose", "WORK").is(200);
    assertThat(file.bytes()).startsWith('P', 'K');
    assertThat(town.town.trace(Action.EXPORT)).hasSize(1);
    as(town.teacher).post("/day/file", "purpose", "WORK").is(404);
  }

  @Test
  void anEmptyClassSaysWhatComesNext() {
    assertThat(as(town.teacher).get("/day").is(200).body()).contains("在籍の登録がすむと");
  }

  @Test
  void theKeeperOfTheSystemSeesNoChild() {
    mate("若葉", "わかば", "そら", 28);
    var office = town.town.organisation(OrganisationKind.CITY_OFFICE, "福祉総務課");
    var keeper = town.town.worker(office, PostKind.ADMINISTRATOR, "竹林 しん");
    assertThat(as(keeper).get("/day").is(200).body())
        .contains("児童の記録は表示されません")
        .doesNotContain("若葉");
    as(keeper).get("/lists/participants").is(404);
  }

  @Test
  void listsBeginWithReachAndNotWithTheChildren() {
    List<String> plan =
        town.on(
            LocalDate.of(2026, 11, 20),
            town.teacher,
            tx -> {
              var seat = ((jp.tsunagi.base.access.Actor.Staff) tx.scope()).seats().getFirst();
              tx.sql().execute("set local enable_seqscan = off");
              return tx.sql().explain(CaseSql.held(tx, seat)).plan().lines().toList();
            });
    assertThat(plan).anyMatch(line -> line.contains("on reach"));
    assertThat(plan).noneMatch(line -> line.contains("Seq Scan on child"));
  }

  @Test
  void whatIsLeftOverIsCountedAndStandsBelow() {
    for (int number = 1; number <= Today.MOST + 2; number++) {
      ChildId waiting = mate("若葉", "わかば", "そら", number);
      var sheet =
          town.draft(
              LocalDate.of(2026, 11, 8),
              town.teacher,
              town.schoolSheet(waiting, 2026),
              OverviewTown.schoolParts());
      town.move(LocalDate.of(2026, 11, 8), town.teacher, sheet, Sheets::send);
    }
    assertThat(as(town.teacher).get("/day").is(200).body())
        .contains("<a href=\"#children\">ほか2件は、下の表にあります</a>", "id=\"children\"");
  }
}
