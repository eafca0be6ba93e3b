package jp.tsunagi.walk;

import jp.tsunagi.TestBrowser;
import jp.tsunagi.base.trace.Action;

/** Age 3: into the 園 with what the family chose, and nothing else (A6). */
final class NurseryEntry {
  private final Walk walk;
  private final Handing handing;

  NurseryEntry(Walk walk) {
    this.walk = walk;
    handing = new Handing(walk);
  }

  void play() {
    askedAndSigned();
    handedOver();
    exactlyWhatWasAgreed();
  }

  private void askedAndSigned() {
    walk.on(2025, 3, 14);
    handing.asked(walk.city.counsellor, "はぐくみ発達支援センター", "みどり保育園", "R7.4.1", "R10.3.31");
    handing.sent(walk.city.counsellor);
    handing.signedInThePortal("PROFILE:profile/strengths", "SUPPORT:support-programme/support");
  }

  private void handedOver() {
    handing.offeredAndReceived(walk.city.counsellor, walk.city.nurseryHead, "R7.4.1");
  }

  private void exactlyWhatWasAgreed() {
    TestBrowser hub = walk.at(walk.city.counsellor).visit(walk.child() + "/sheets").follow("個人票");
    String profile = hub.path();
    String closed = hub.page().locator("a[href$='/reason']").last().getAttribute("href");
    String consent =
        walk.at(walk.city.counsellor)
            .visit(walk.child() + "/consents")
            .link("支援システム利用の同意")
            .getAttribute("href");
    TestBrowser desk = walk.at(walk.city.nurseryHead).visit(walk.child());
    desk.shows("電車").hides("080-0000-1234").hides("みどり台1-2-3");
    desk.visit(profile).shows("路線図をながめる").hides("保育器に3日").hides("妊娠・出産");
    desk.visit(walk.child() + "/sheets").follow("支援内容（支援事業）").shows("手をつなぐと待てる");
    desk.hides("「かして」と言えた").hides("評価と次年度");
    desk.missing(closed).missing(consent);
    walk.traced(Action.VIEW_CHILD, Action.VIEW_SHEET);
  }
}
