package jp.tsunagi.walk;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagi.TestBrowser;
import jp.tsunagi.base.trace.Action;

/** Age 2: the family comes to the centre; looked for before it is taken in (A1, A2). */
final class Intake {
  private final Walk walk;

  Intake(Walk walk) {
    this.walk = walk;
  }

  void play() {
    walk.on(2023, 10, 2);
    searchedBeforeCreated();
    warnedOfTheSameName();
    takenIn();
    nobodyElseKnows();
  }

  private void searchedBeforeCreated() {
    TestBrowser desk = walk.at(walk.city.counsellor);
    desk.visit("/children/search");
    desk.page().locator("main input[type=search]").fill("あおぞら ひなた");
    desk.press("さがす").shows("わたしの関わる中にいません").follow("新しく登録する");
    walk.traced(Action.SEARCH);
  }

  private void warnedOfTheSameName() {
    TestBrowser desk = walk.at(walk.city.counsellor);
    desk.fill("姓", "青空").fill("姓のふりがな", "あおぞら");
    desk.fill("名", "ひなた").fill("名のふりがな", "ひなた");
    desk.fill("生年月日", "R3.6.3").press("登録がないか確かめる");
    desk.shows("どれかを選んでください");
    walk.untraced(Action.MATCH);
    desk.tick("相談を受ける").press("登録がないか確かめる");
    desk.shows("もう登録されているかもしれません").shows("陽向").shows("みどり保育園");
    desk.press("この中にいない。登録へ進む");
    walk.traced(Action.MATCH);
  }

  private void takenIn() {
    TestBrowser desk = walk.at(walk.city.counsellor);
    desk.press("登録する").shows("登録の理由を、1つ以上");
    walk.untraced(Action.REGISTER_CHILD);
    desk.tick("女").tick("児童発達支援センター・教育センターを利用している").fill("住所", "つなぎ市みどり台1-2-3");
    desk.fill("氏名", "青空 みなみ").choose("続柄", "母").fill("電話", "080-0000-1234");
    desk.page().locator("#f-guardian-kana").fill("あおぞら みなみ");
    desk.press("登録する").shows("登録しました").shows("2歳").shows("令和3年6月3日");
    walk.child(desk.path());
    walk.traced(Action.REGISTER_CHILD, Action.VIEW_CHILD);
  }

  private void nobodyElseKnows() {
    assertThat(walk.child()).startsWith("/children/");
    walk.at(walk.city.hubTeacher).missing(walk.child());
    walk.at(walk.city.nurseryHead).missing(walk.child());
    walk.untraced(Action.VIEW_CHILD);
  }
}
