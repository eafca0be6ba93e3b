package jp.tsunagi.walk;

import jp.tsunagi.TestBrowser;
import jp.tsunagi.base.trace.Action;

/** Who keeps the system sees no child; who guesses passwords waits (F1). */
final class Doors {
  private static final int SLIPS = 5;

  private final Walk walk;

  Doors(Walk walk) {
    this.walk = walk;
  }

  void play() {
    theAdministratorSeesNoChild();
    guessingIsSlowed();
  }

  private void theAdministratorSeesNoChild() {
    TestBrowser desk = walk.at(walk.city.administrator).visit("/");
    desk.shows("システム管理者").hides("ひなた").missing(walk.child());
    desk.missing(walk.child() + "/sheets").missing(walk.child() + "/consents");
    walk.untraced(Action.VIEW_CHILD);
  }

  private void guessingIsSlowed() {
    try (TestBrowser desk = TestBrowser.desktop(walk.city.program)) {
      String login = walk.city.counsellor.login();
      for (int slip = 0; slip < SLIPS; slip++) {
        desk.signIn(login, "not this one at all " + slip).shows("ログインできませんでした");
      }
      desk.signIn(login, jp.tsunagi.TestTown.PASSWORD).shows("しばらく待ってください");
    }
  }
}
