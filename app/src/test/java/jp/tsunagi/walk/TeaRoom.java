package jp.tsunagi.walk;

import static jp.tsunagi.walk.Walk.answer;

import jp.tsunagi.TestBrowser;
import jp.tsunagi.base.trace.Action;

/** 幼児通級 茶おちゃお at the education centre: its own list and its own sheet (A5, A13). */
final class TeaRoom {
  private final Walk walk;

  TeaRoom(Walk walk) {
    this.walk = walk;
  }

  void play() {
    TestBrowser desk = walk.on(2026, 5, 11).at(walk.city.hubTeacher);
    desk.visit("/lists/participants").hides("ひなた");
    new Genki(walk).joined(walk.city.hubTeacher, "幼児通級 茶おちゃお");
    desk.visit("/lists/participants").shows("ひなた").shows("茶おちゃお");
    desk.visit(walk.child()).press("幼児通級 茶おちゃおの支援内容を書きはじめる");
    answer(desk, "state").fill("ことば遊びで声が大きくなった。");
    Genki.finished(desk, "R8.5.11", "しりとりが続いた。");
    String sheet = desk.path();
    desk.visit("/lists/unwritten").hides("ひなた");
    walk.traced(Action.CHANGE_INVOLVEMENT, Action.LIST, Action.FINISH_SHEET);
    walk.at(walk.city.counsellor).visit(sheet).shows("ことば遊び").shows("同意により");
    walk.at(walk.city.nurseryHead).missing(sheet).visit(walk.child()).hides("茶おちゃお");
    walk.traced(Action.VIEW_SHEET);
  }
}
