package jp.tsunagi.view.overview;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.TestBrowser;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.ProgrammeId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.record.sheet.NewSheet;
import jp.tsunagi.record.sheet.Sheets;
import jp.tsunagi.work.handover.Handovers;
import org.junit.jupiter.api.Test;

/** The screens of a class teacher and of a hub in a real browser, at a desk and on a phone. */
class OverviewScreensTest {
  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 2);
  private final OverviewTown town = new OverviewTown();

  @Test
  void aTeacherSeesTheClassAndAChild() {
    ChildId child = story();
    classmates();
    try (TestBrowser browser = TestBrowser.desktop(town.program)) {
      browser.signIn(town.teacher).visit("/day").shows("2年1組").screenshot("day-teacher");
      browser.visit("/children/" + child).shows("くるみ").screenshot("child");
      browser.visit("/children/" + child + "/reason").screenshot("reason-child");
      browser.page().navigate(town.program.url() + "/children/" + child);
      browser.page().locator(".items .why").first().click();
      browser.look().screenshot("reason-item");
    }
    try (TestBrowser browser = TestBrowser.phone(town.program)) {
      browser.signIn(town.teacher).visit("/day").screenshot("day-teacher-phone");
      browser.visit("/children/" + child).screenshot("child-phone");
    }
    try (TestBrowser browser = TestBrowser.desktop(town.program)) {
      browser.signIn(town.coordinator).visit("/day").screenshot("day-coordinator");
    }
  }

  @Test
  void aHubSeesItsLists() {
    ChildId child = story();
    hub();
    try (TestBrowser browser = TestBrowser.desktop(town.program)) {
      browser.signIn(town.counsellor).visit("/day").shows("参加者").screenshot("day-hub");
      for (WorkList list : WorkList.values()) {
        browser.visit(list.url()).screenshot("list-" + list.path());
      }
      browser.visit("/children/" + child).screenshot("child-hub");
    }
    try (TestBrowser browser = TestBrowser.phone(town.program)) {
      browser.signIn(town.counsellor).visit("/day").screenshot("day-hub-phone");
    }
  }

  /** 青空 ひなた: from the centre over the 園 to the school. */
  private ChildId story() {
    ChildId child = town.child("青空", "あおぞら", "ひなた", LocalDate.of(2018, 6, 3), town.centre);
    town.involve(
        child,
        town.nursery,
        InvolvementKind.ENROLMENT,
        new Period(LocalDate.of(2021, 4, 1), LocalDate.of(2025, 4, 1)));
    town.involve(
        child, town.centre, InvolvementKind.CONSULTATION, Period.since(LocalDate.of(2020, 9, 10)));
    town.consent(
        child, ConsentKind.USE, town.centre, LocalDate.of(2020, 9, 20), OverviewTown.everything());
    ProgrammeId programme = town.programme("元気キッズ");
    for (int year = 2022; year < 2025; year++) {
      town.join(programme, "元気キッズ", child, LocalDate.of(year, 4, 1));
    }
    town.profile(child, LocalDate.of(2024, 12, 9));
    town.consent(
        child,
        ConsentKind.HANDOVER,
        town.school,
        LocalDate.of(2025, 2, 3),
        OverviewTown.everything());
    town.enrol(child, town.school, town.room, 1, Period.since(LocalDate.of(2025, 4, 1)));
    SheetId last =
        town.draft(
            LocalDate.of(2026, 1, 20),
            town.coordinator,
            town.schoolSheet(child, 2025),
            OverviewTown.schoolParts());
    LocalDate signed = LocalDate.of(2026, 2, 6);
    town.move(
        signed,
        town.coordinator,
        last,
        (sheets, tx, id) -> sheets.confirm(tx, id, town.paper(child, signed)));
    town.draft(
        LocalDate.of(2026, 11, 18),
        town.teacher,
        town.schoolSheet(child, 2026),
        OverviewTown.schoolParts());
    return child;
  }

  private void classmates() {
    ChildId waits = mate("若葉", "わかば", "そら", 28);
    SheetId sent = written(waits, LocalDate.of(2026, 11, 8));
    town.move(LocalDate.of(2026, 11, 8), town.teacher, sent, Sheets::send);
    ChildId done = mate("木立", "こだち", "あかり", 10);
    SheetId signed = written(done, NOVEMBER);
    town.move(
        NOVEMBER,
        town.teacher,
        signed,
        (sheets, tx, id) -> sheets.confirm(tx, id, town.paper(done, NOVEMBER)));
    ChildId asked = mate("小川", "おがわ", "みなと", 6);
    SheetId back = written(asked, NOVEMBER);
    town.move(NOVEMBER, town.teacher, back, Sheets::send);
    town.move(
        NOVEMBER.plusDays(9),
        town.teacher,
        back,
        (sheets, tx, id) -> sheets.disagree(tx, id, town.paper(asked, NOVEMBER.plusDays(9))));
    mate("髙嶺", "たかね", "りく", 16);
    mate("花園", "はなぞの", "ゆい", 21);
    ChildId fresh = mate("海原", "うなばら", "はると", 4);
    SheetId now = written(fresh, LocalDate.of(2026, 11, 17));
    town.move(LocalDate.of(2026, 11, 17), town.teacher, now, Sheets::send);
  }

  private ChildId mate(String family, String kana, String given, int number) {
    ChildId child =
        town.child(family, kana, given, LocalDate.of(2018, 8, number % 28 + 1), town.school);
    town.enrol(child, town.school, town.room, number, Period.since(OverviewTown.APRIL));
    return child;
  }

  private SheetId written(ChildId child, LocalDate day) {
    return town.draft(day, town.teacher, town.schoolSheet(child, 2026), OverviewTown.schoolParts());
  }

  private void hub() {
    ProgrammeId programme = town.programme("茶おちゃお");
    ChildId entering = at("海原", "うなばら", "はると", LocalDate.of(2020, 5, 5));
    town.join(programme, "茶おちゃお", entering, OverviewTown.APRIL);
    ConsentId agreed =
        town.consent(
            entering, ConsentKind.HANDOVER, town.school, NOVEMBER, OverviewTown.everything());
    town.on(
        NOVEMBER,
        town.counsellor,
        tx ->
            town.program
                .bean(Handovers.class)
                .offer(tx, entering, agreed, town.school, LocalDate.of(2027, 4, 1)));
    ChildId writing = at("浜辺", "はまべ", "けい", LocalDate.of(2021, 5, 5));
    town.join(programme, "茶おちゃお", writing, OverviewTown.APRIL);
    town.draft(
        NOVEMBER,
        town.counsellor,
        NewSheet.at(town.centre, writing, "support-programme", 2026).inProgramme(programme),
        List.of());
    ChildId new1 = town.child("藤波", "ふじなみ", "しゅん", LocalDate.of(2020, 7, 7), town.centre);
    town.involve(new1, town.centre, InvolvementKind.CONSULTATION, Period.since(OverviewTown.APRIL));
  }

  private ChildId at(String family, String kana, String given, LocalDate birth) {
    ChildId child = town.child(family, kana, given, birth, town.centre);
    town.involve(
        child, town.centre, InvolvementKind.CONSULTATION, Period.since(OverviewTown.APRIL));
    town.consent(
        child, ConsentKind.USE, town.centre, OverviewTown.APRIL, OverviewTown.everything());
    return child;
  }
}
