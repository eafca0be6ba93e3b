package jp.tsunagi.walk;

import static jp.tsunagi.walk.Walk.answer;

import jp.tsunagi.TestBrowser;
import jp.tsunagi.TestTown.Worker;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.staff.PostKind;

/** Three years in the 園: a class and a teacher each April, the yearly 支援内容 (A6). */
final class NurseryYears {
  private final Walk walk;

  NurseryYears(Walk walk) {
    this.walk = walk;
  }

  void firstYear() {
    intoTheClass();
    writtenAndSent();
    theMotherSaysWhatIsWrong();
    putRightAndConfirmed();
  }

  void secondYear() {
    nextApril();
  }

  void secondSummer() {
    handedOnToAnotherGroup();
  }

  private void intoTheClass() {
    Worker teacher =
        walk.city.teacher(walk.city.nursery, PostKind.NURSERY_TEACHER, 2025, "ほし組", "竹林 あおい");
    walk.on(2025, 4, 7).keep("teacher", teacher);
    walk.at(teacher).missing(walk.child());
    new Classes(walk).moved(walk.city.nurseryHead, "ほし組");
    walk.at(teacher).visit("/day").shows("青空 ひなた").visit(walk.child()).shows("電車");
  }

  private void writtenAndSent() {
    TestBrowser desk = walk.on(2025, 5, 20).at(walk.kept("teacher")).visit(walk.child());
    desk.press("支援内容を書きはじめる");
    answer(desk, "teacher").fill("竹林 あおい");
    answer(desk, "strengths").fill("砂場で電車ごっこをする。");
    answer(desk, "aim").fill("友だちの名前をよぶ。");
    desk.press("保護者に送る").shows("まだ書いていない欄か、直す欄が");
    answer(desk, "evaluation").fill("朝の集まりに座っていられた。");
    answer(desk, "written-on").fill("R7.5.20");
    desk.press("保護者に送る").shows("保護者の確認を待っています");
    walk.keep("sheet", desk.path());
    walk.traced(Action.SAVE_DRAFT);
    walk.at(walk.city.counsellor).missing(desk.path()).visit(walk.child()).hides("砂場で");
  }

  private void theMotherSaysWhatIsWrong() {
    TestBrowser phone = walk.mother().visit("/portal");
    phone.follow("支援内容（保育所（園）・幼稚園等）").shows("砂場で電車ごっこをする");
    phone.press("ここが違います").shows("まだ送っていません");
    phone.fill("伝えたいこと", "いまは電車よりも、虫に夢中です。").press("ここが違います");
    phone.shows("違うところを伝えました");
    walk.traced(Action.CONFIRM_SHEET);
  }

  private void putRightAndConfirmed() {
    TestBrowser desk = walk.at(walk.kept("teacher")).visit("/day").shows("保護者から返事がありました");
    desk.follow("返事を読む").shows("虫に夢中です").press("引き戻して直す").shows("引き戻しました");
    answer(desk, "strengths").fill("砂場でだんごむしを集める。");
    desk.press("保護者に送る").shows("保護者の確認を待っています");
    walk.mother().visit("/portal").follow("支援内容（保育所（園）・幼稚園等）").shows("だんごむし");
    walk.mother().press("確認しました").shows("お返事を受け取りました");
    walk.traced(Action.CONFIRM_SHEET);
    walk.at(walk.city.counsellor).visit(walk.kept("sheet")).shows("だんごむし").shows("同意により");
    desk.visit(walk.kept("sheet")).shows("確定").shows("保護者ページ");
  }

  private void nextApril() {
    Worker now = teacher("つき組", "若葉 そら");
    walk.on(2026, 4, 6).at(now).missing(walk.child());
    new Classes(walk).moved(walk.city.nurseryHead, "つき組");
    walk.at(now).visit(walk.child()).shows("だんごむし").shows("自園の記録");
    walk.lockedOut(walk.kept("teacher"));
    walk.keep("moon", now);
  }

  /** In June the child changes groups: the teacher before reads on for the hand-on days. */
  private void handedOnToAnotherGroup() {
    Worker now = teacher("にじ組", "竹田 みのり");
    Worker before = walk.kept("moon");
    walk.on(2026, 6, 8);
    new Classes(walk).moved(walk.city.nurseryHead, "にじ組");
    walk.at(now).visit(walk.child()).shows("だんごむし");
    walk.on(2026, 7, 7).at(before).visit(walk.child()).shows("だんごむし");
    walk.on(2026, 7, 8).at(before).missing(walk.child()).missing(walk.kept("sheet"));
    walk.at(now).visit(walk.child()).shows("だんごむし");
    walk.traced(Action.VIEW_CHILD);
  }

  private Worker teacher(String room, String name) {
    return walk.city.teacher(walk.city.nursery, PostKind.NURSERY_TEACHER, 2026, room, name);
  }
}
