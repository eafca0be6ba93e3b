package jp.tsunagi.walk;

import static jp.tsunagi.walk.Walk.answer;

import jp.tsunagi.TestBrowser;
import jp.tsunagi.TestTown.Worker;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.staff.PostKind;

/** Six years of 小学校: the 担任 drafts, the guardian confirms, and only then it is shared (A7). */
final class School {
  private static final String[] TEACHERS = {"髙嶺 りく", "森 すみれ", "大空 つばさ", "小林 ひろ", "谷川 めい", "野原 たくみ"};

  private final Walk walk;

  School(Walk walk) {
    this.walk = walk;
  }

  void play() {
    handedOverFromTheNursery();
    firstGrade();
    inUseInsideOnly();
    confirmedInThePortal();
    secondGradeOnPaper();
    fromThirdToSixth();
  }

  private void handedOverFromTheNursery() {
    Handing handing = new Handing(walk.on(2028, 2, 21));
    handing.asked(walk.city.nurseryHead, "みどり保育園", "みどり台小学校", "R10.4.1", "R16.3.31");
    handing.sent(walk.city.nurseryHead);
    handing.signedInThePortal("PROFILE:profile/strengths", "SUPPORT:support-nursery/outline");
    handing.offeredAndReceived(walk.city.nurseryHead, walk.city.coordinator, "R10.4.1");
    TestBrowser desk = walk.at(walk.city.coordinator).visit(walk.child()).shows("だんごむし");
    desk.hides("朝の集まりに座っていられた").hides("手をつなぐと待てる");
    walk.traced(Action.VIEW_CHILD);
    new Classes(walk.on(2028, 3, 31)).left(walk.city.nurseryHead, "R10.3.31");
  }

  private Worker intoTheClass(int grade) {
    Worker teacher =
        walk.city.teacher(
            walk.city.school,
            PostKind.HOMEROOM_TEACHER,
            2027 + grade,
            grade + "年1組",
            TEACHERS[grade - 1]);
    walk.on(2027 + grade, 4, 7).at(teacher).missing(walk.child());
    new Classes(walk).moved(walk.city.coordinator, grade + "年1組");
    walk.keep("teacher " + grade, teacher);
    return teacher;
  }

  private void firstGrade() {
    Worker teacher = intoTheClass(1);
    TestBrowser desk = walk.on(2028, 5, 15).at(teacher).visit("/day").shows("1年1組");
    desk.press("書きはじめる").shows("支援内容（小・中学校）");
    drafted(desk, "虫の名前をたくさん知っている。", "髙嶺 りく", "R10.5.15");
    desk.press("保護者に送る").shows("保護者の確認を待っています");
    walk.keep("school", desk.path());
    walk.traced(Action.SAVE_DRAFT);
  }

  /** What the school's form asks for before it can go on. */
  private static void drafted(TestBrowser desk, String strengths, String teacher, String day) {
    desk.page().locator("[name^='answer.goals.'][name$='.goal']").first().fill("「手伝って」と頼む。");
    answer(desk, "strengths").fill(strengths);
    answer(desk, "teacher").fill(teacher);
    answer(desk, "written-on").fill(day);
  }

  /** 継続: the goal that was taken over, evaluated and carried on. */
  private static void goesOn(TestBrowser desk, String evaluation) {
    desk.page().locator(".row.taken input[type=radio]").first().focus();
    desk.page().keyboard().press("1");
    desk.page().locator("[name$='.last-evaluation']").first().fill(evaluation);
  }

  private void inUseInsideOnly() {
    String sheet = walk.kept("school");
    walk.at(walk.city.coordinator).visit(sheet).shows("虫の名前をたくさん");
    walk.at(walk.city.counsellor).missing(sheet).visit(walk.child()).hides("虫の名前");
    walk.at(walk.city.nurseryHead).missing(sheet);
    walk.traced(Action.VIEW_SHEET);
  }

  private void confirmedInThePortal() {
    TestBrowser phone = walk.mother().visit("/portal").follow("支援内容（小・中学校）を読んで答える");
    phone.shows("虫の名前をたくさん").press("確認しました").shows("お返事を受け取りました");
    walk.traced(Action.CONFIRM_SHEET);
    walk.at(walk.city.counsellor).visit(walk.<String>kept("school")).shows("虫の名前");
    walk.traced(Action.VIEW_SHEET);
  }

  private void secondGradeOnPaper() {
    Worker teacher = intoTheClass(2);
    walk.lockedOut(walk.kept("teacher 1"));
    TestBrowser desk = walk.on(2029, 5, 21).at(teacher).visit(walk.child());
    desk.press("支援内容を書きはじめる").shows("虫の名前をたくさん").press("空欄にまとめて写す");
    goesOn(desk, "週に2回、自分から頼めた。");
    drafted(desk, "漢字をよく覚える。", "森 すみれ", "R11.5.21");
    desk.page().getByText("紙か口頭で、もう").click();
    desk.tick("確認しました").tick("保護者（母）").tick("書面").fill("紙の保管場所", "職員室 書庫2");
    desk.fill("紙の日付、または話した日", "R11.6.30").press("この返事を記録する").shows("日付が先の日になっています");
    walk.untraced(Action.CONFIRM_SHEET);
    desk.fill("紙の日付、または話した日", "R11.5.18").press("この返事を記録する");
    desk.shows("確認を記録し、確定しました").shows("（書面）");
    walk.traced(Action.CONFIRM_SHEET);
    walk.at(walk.city.counsellor).visit(desk.path()).shows("漢字をよく覚える");
  }

  private void fromThirdToSixth() {
    for (int grade = 3; grade <= 6; grade++) {
      Worker teacher = intoTheClass(grade);
      walk.at(teacher).visit(walk.child()).shows("支援内容（小・中学校）　令和11年度").shows(grade + "年");
      walk.traced(Action.VIEW_CHILD);
    }
  }
}
