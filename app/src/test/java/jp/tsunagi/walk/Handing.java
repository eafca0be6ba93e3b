package jp.tsunagi.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import jp.tsunagi.TestBrowser;
import jp.tsunagi.TestTown.Worker;
import jp.tsunagi.base.trace.Action;

/** From one place to the next: asked, agreed to, offered, received; in this order only (A6, A7). */
final class Handing {
  private final Walk walk;

  Handing(Walk walk) {
    this.walk = walk;
  }

  /** Prepares a consent to hand over from that place to a receiver of the register. */
  TestBrowser asked(Worker by, String giver, String receiver, String entry, String until) {
    TestBrowser desk = draft(by, giver, entry, until);
    return prepared(desk.choose("受け取る機関", receiver));
  }

  /** Prepares a consent to hand over to a place that is not in the register. */
  TestBrowser askedForOutside(Worker by, String giver, String place, String entry, String until) {
    TestBrowser desk = draft(by, giver, entry, until);
    return prepared(desk.fill("登録のない相手の名前", place));
  }

  private TestBrowser prepared(TestBrowser desk) {
    desk.press("だれに何が見えるかを確かめる").shows("署名のもらい方");
    walk.traced(Action.GIVE_CONSENT);
    return desk;
  }

  private TestBrowser draft(Worker by, String giver, String entry, String until) {
    TestBrowser desk = walk.at(by).visit(walk.child() + "/consents").follow("引継ぎの同意をお願いする");
    desk.press("だれに何が見えるかを確かめる").shows("受け取る機関をえらんでください");
    assertThat(desk.page().getByLabel(giver).first().isChecked()).as("gives itself").isTrue();
    return desk.fill("入園・入学の日", entry).fill("終わりの日", until);
  }

  /** The family sees it once it was sent, and not before. */
  void sent(Worker by) {
    walk.mother().visit("/portal").hides("引継ぎについて、読んで答える");
    walk.at(by).shows("まだ家族に送っていません").press("この内容で家族に送る").shows("もう届いています");
    walk.traced(Action.GIVE_CONSENT);
  }

  /** The mother agrees on her phone, to some of it. */
  void signedInThePortal(String... sections) {
    TestBrowser phone = walk.mother().visit("/portal").follow("引継ぎについて、読んで答える");
    unfolded(phone);
    for (Locator one : phone.page().locator("[name=scope]").all()) {
      one.uncheck();
    }
    phone.press("同意します").shows("まだ同意していません");
    assertThat(phone.page().locator("[name=scope]:checked").count()).isZero();
    walk.untraced(Action.GIVE_CONSENT);
    unfolded(phone);
    for (String section : sections) {
      phone.page().locator("[name=scope][value='" + section + "']").check();
    }
    phone.press("同意します").shows("同意を受け取りました");
    walk.traced(Action.GIVE_CONSENT);
  }

  /** The parts of an area are folded until one looks at them. */
  private static void unfolded(TestBrowser phone) {
    phone.page().evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
  }

  /** The mother signed on paper, all that was asked for. */
  void signedOnPaper(Worker by, String day) {
    TestBrowser desk = walk.at(by).follow("署名された紙を記録する");
    desk.tick("青空 みなみ").fill("署名の日", day).fill("紙の保管場所", "職員室 書庫1");
    desk.press("同意を記録する").shows("同意を記録しました");
    walk.traced(Action.GIVE_CONSENT);
  }

  /** Sent by the one, confirmed by the other, who saw a name and nothing else before. */
  void offeredAndReceived(Worker by, Worker to, String entry) {
    walk.at(to).missing(walk.child());
    TestBrowser desk = walk.at(by).visit(walk.child() + "/handovers");
    desk.fill("入園・入学の日", "さくらの咲くころ").press("引継ぎを送る").shows("引継ぎを送れませんでした");
    walk.untraced(Action.OFFER_HANDOVER);
    desk.fill("入園・入学の日", entry).press("引継ぎを送る").shows("受け取り待ち");
    walk.traced(Action.OFFER_HANDOVER);
    walk.at(to).visit("/handovers").shows("青空 ひなた").shows("未確認");
    walk.at(to).missing(walk.child());
    walk.at(to).visit("/handovers").follow("受け取りを確認する").shows("受け取りの確認");
    walk.untraced(Action.RECEIVE_HANDOVER);
    walk.at(to).press("受け取りを確認する").shows("受け取りを確認しました");
    walk.traced(Action.RECEIVE_HANDOVER);
  }
}
