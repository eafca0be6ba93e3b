package jp.tsunagi.walk;

import jp.tsunagi.TestBrowser;
import jp.tsunagi.TestTown.Worker;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.staff.PostKind;

/** Grade 7: handed over once more; a life on one page; and the family takes its consent back. */
final class JuniorHigh {
  private final Walk walk;

  JuniorHigh(Walk walk) {
    this.walk = walk;
  }

  void play() {
    handedOver();
    aLifeOnOnePage();
    whyIsThisVisible();
    theFamilySeesWhoLooked();
    theConsentIsTakenBack();
  }

  private void handedOver() {
    Handing handing = new Handing(walk.on(2034, 3, 6));
    handing.asked(walk.city.coordinator, "みどり台小学校", "みさき中学校", "R16.4.1", "R19.3.31");
    handing.sent(walk.city.coordinator);
    handing.signedInThePortal("PROFILE:profile/strengths", "SUPPORT:support-school/state");
    handing.offeredAndReceived(walk.city.coordinator, walk.city.juniorCoordinator, "R16.4.1");
    Worker teacher =
        walk.city.teacher(walk.city.juniorHigh, PostKind.HOMEROOM_TEACHER, 2034, "1年3組", "海野 まさと");
    new Classes(walk.on(2034, 3, 31)).left(walk.city.coordinator, "R16.3.31");
    walk.on(2034, 4, 7);
    new Classes(walk).moved(walk.city.juniorCoordinator, "1年3組");
    walk.keep("junior", teacher);
    TestBrowser desk = walk.at(teacher).visit(walk.child()).shows("1年3組").shows("電車");
    desk.hides("だんごむし").hides("「手伝って」と頼む");
    walk.traced(Action.VIEW_CHILD);
  }

  private void aLifeOnOnePage() {
    TestBrowser desk = walk.at(walk.city.counsellor).visit(walk.child());
    desk.shows("あゆみ").shows("0歳児").shows("乳幼児").shows("令和6年度（2024）2歳児クラス");
    desk.shows("みどり保育園に入りました").shows("ほし組・担任 竹林 あおい").shows("1年1組・担任 髙嶺 りく");
    desk.shows("いま支えている人").shows("みさき中学校").shows("これまで：");
    desk.follow("個人票").hides("みどり保育園に入りました");
    walk.traced(Action.VIEW_CHILD);
  }

  private void whyIsThisVisible() {
    TestBrowser desk = walk.at(walk.kept("junior")).visit(walk.child());
    String reason =
        desk.page().locator("#timeline a[href*='/items/']").first().getAttribute("href");
    desk.visit(reason).shows("見える理由").shows("引継ぎの同意");
    walk.traced(Action.VIEW_REASON);
    walk.at(walk.city.nurseryHead).missing(reason);
  }

  private void theFamilySeesWhoLooked() {
    TestBrowser phone = walk.mother().visit("/portal").follow("だれがいつ読んだかを見る");
    phone.shows("みさき中学校").shows("はぐくみ発達支援センター").shows("相談員").hides("海野 まさと");
  }

  private void theConsentIsTakenBack() {
    TestBrowser hub = walk.at(walk.city.counsellor).visit(walk.child());
    hub.shows("支援内容（小・中学校）　令和11年度");
    TestBrowser phone = walk.mother().visit("/portal").follow("同意をたしかめる・やめる");
    phone.inRow("支援システム利用の同意", "この同意をやめる").shows("つなぎ教育センター").press("同意をやめる").shows("同意をやめました");
    walk.traced(Action.WITHDRAW_CONSENT);
    hub.visit(walk.child()).shows("順番を待つとき、手をつなぐと待てる").hides("支援内容（小・中学校）　令和11年度").hides("電車");
    hub.missing(walk.<String>kept("school"));
    walk.at(walk.city.hubTeacher).visit(walk.child()).shows("ことば遊び").hides("支援内容（小・中学校）　令和11年度");
    walk.at(walk.kept("junior")).visit(walk.child()).shows("電車");
  }
}
