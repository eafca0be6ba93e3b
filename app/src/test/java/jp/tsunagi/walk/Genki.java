package jp.tsunagi.walk;

import static jp.tsunagi.walk.Walk.answer;
import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagi.TestBrowser;
import jp.tsunagi.TestTown.Worker;
import jp.tsunagi.base.trace.Action;

/** 元気キッズ and 茶おちゃお: participants per year, the yearly 支援内容 of each (A5, A13). */
final class Genki {
  private final Walk walk;

  Genki(Walk walk) {
    this.walk = walk;
  }

  void firstYear() {
    theChildTakesPart();
    theDraftIsSavedWhileTyping();
    theYearIsFinished();
  }

  void secondYear() {
    nextYearBeginsWithLastYear();
  }

  private void theChildTakesPart() {
    walk.on(2024, 4, 8);
    joined(walk.city.genkiWorker, "元気キッズ");
    walk.at(walk.city.nurseryHead).missing(walk.at(walk.city.genkiWorker).path());
    TestBrowser list = walk.at(walk.city.counsellor).visit("/lists/unwritten").shows("ひなた");
    list.visit("/lists/participants").shows("元気キッズ");
    walk.traced(Action.CHANGE_INVOLVEMENT, Action.LIST);
  }

  /** A programme of that name, and the child in it this year. */
  void joined(Worker worker, String programme) {
    TestBrowser desk = walk.at(worker).visit("/programmes");
    desk.press("足す").shows("支援事業の名前を入力してください");
    desk.fill("支援事業の名前", programme).press("足す").shows("支援事業を足しました");
    desk.fill("名前でさがす", "うみはら").press("さがす").shows("「うみはら」で足せる児童はいません");
    desk.fill("名前でさがす", "あおぞら ひなた").press("さがす");
    desk.tick("青空 ひなた").press("選んだ児童を足す").shows("参加する児童を足しました");
    desk.shows("未着手 1");
  }

  private void theDraftIsSavedWhileTyping() {
    TestBrowser desk = walk.at(walk.city.genkiWorker).press("書きはじめる");
    desk.write("子どものようす", "順番を待つとき、手をつなぐと待てる。");
    desk.page().reload();
    assertThat(answer(desk.look(), "state").inputValue()).contains("手をつなぐと待てる");
    desk.press("確定する").shows("まだ書いていない欄か、直す欄が");
    walk.traced(Action.SAVE_DRAFT);
    walk.at(walk.city.hubTeacher).visit(walk.child()).hides("手をつなぐと待てる");
  }

  private void theYearIsFinished() {
    TestBrowser desk = walk.on(2025, 3, 10).at(walk.city.genkiWorker).visit("/programmes");
    desk.follow("元気キッズ").follow("続きを書く");
    finished(desk, "R7.3.10", "ことばで「かして」と言えた。");
    desk.visit("/programmes").follow("元気キッズ").shows("未着手 0").shows("確定 1");
    walk.traced(Action.FINISH_SHEET);
    walk.at(walk.city.counsellor).visit("/lists/unwritten").hides("ひなた");
    walk.at(walk.city.hubTeacher).visit(walk.child() + "/sheets").follow("支援内容（支援事業）");
    walk.at(walk.city.hubTeacher).shows("手をつなぐと待てる").shows("同意により");
    walk.traced(Action.VIEW_SHEET);
  }

  /** Fills in what is still missing, and finishes it. */
  static void finished(TestBrowser desk, String day, String evaluation) {
    answer(desk, "worker").fill("小川 いずみ");
    answer(desk, "aim").fill("待つことを楽しめる。");
    answer(desk, "content").fill("週1回、親子で遊ぶ。");
    answer(desk, "evaluation").fill(evaluation);
    answer(desk, "next-year").fill("友だちと二人で遊ぶ。");
    answer(desk, "written-on").fill(day);
    desk.press("確定する").shows("確定しました");
  }

  private void nextYearBeginsWithLastYear() {
    TestBrowser desk = walk.on(2025, 6, 10).at(walk.city.genkiWorker).visit("/programmes");
    desk.follow("元気キッズ").shows("未着手 0").shows("令和6年度の参加者から足す（1人）");
    assertThat(desk.page().getByLabel("青空 ひなた").isChecked()).as("昨年度も参加").isTrue();
    desk.press("選んだ児童を足す").press("書きはじめる").shows("手をつなぐと待てる");
    assertThat(answer(desk, "state").inputValue()).isEmpty();
    desk.press("空欄にまとめて写す").shows("前回から写しました");
    assertThat(answer(desk, "state").inputValue()).contains("手をつなぐと待てる");
    walk.traced(Action.CHANGE_INVOLVEMENT, Action.SAVE_DRAFT);
    desk = walk.on(2026, 3, 12).at(walk.city.genkiWorker).visit(walk.child());
    desk.follow("支援内容の続きを書く");
    finished(desk, "R8.3.12", "二人で積み木をした。");
    walk.traced(Action.FINISH_SHEET);
  }
}
