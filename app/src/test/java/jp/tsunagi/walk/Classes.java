package jp.tsunagi.walk;

import com.microsoft.playwright.Locator;
import jp.tsunagi.TestBrowser;
import jp.tsunagi.TestTown.Worker;
import jp.tsunagi.base.trace.Action;

/** The class list, as it is drawn up every April. */
final class Classes {
  private final Walk walk;

  Classes(Walk walk) {
    this.walk = walk;
  }

  /** The child comes into that class today. */
  void moved(Worker by, String room) {
    TestBrowser desk = walk.at(by).visit("/classes");
    desk.press("選んだ児童を組に入れる").shows("児童を1人以上選んでください");
    walk.untraced(Action.CHANGE_INVOLVEMENT);
    desk.tick("青空 ひなた");
    var rooms = desk.page().locator("select[name=class]");
    var named = new Locator.LocatorOptions().setHasText(room);
    rooms.selectOption(rooms.locator("option", named).getAttribute("value"));
    desk.press("選んだ児童を組に入れる").shows("組に入れました").shows(room);
    walk.traced(Action.CHANGE_INVOLVEMENT);
  }

  /** 卒園・卒業: the last day there. */
  void left(Worker by, String lastDay) {
    TestBrowser desk = walk.at(by).visit(walk.child() + "/enrolments").follow("組を変える・終える");
    desk.fill("最後の日", "R3.6.3").tick("卒園・卒業").press("在籍を終える");
    desk.shows("在籍が始まる前の日付です");
    walk.untraced(Action.CHANGE_INVOLVEMENT);
    desk.fill("最後の日", lastDay).tick("卒園・卒業").press("在籍を終える").shows("在籍を終えました");
    walk.traced(Action.CHANGE_INVOLVEMENT);
  }
}
