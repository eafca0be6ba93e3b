package jp.tsunagi.walk;

import static jp.tsunagi.walk.Walk.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jp.tsunagi.TestBrowser;
import jp.tsunagi.base.trace.Action;

/** The mother's account by a one-time code, and the 個人票 on her phone (A4, F1). */
final class Profile {
  private static final String LOGIN = "minami.aozora@example.jp";
  private static final String PASSWORD = "umi no mieru oka 58";

  private final Walk walk;

  Profile(Walk walk) {
    this.walk = walk;
  }

  void play() {
    motherOpensHerAccount(invited());
    sheWritesAndLeaves();
    onePartIsTypedForHer();
    sheGoesOnAndFinishes();
  }

  private String invited() {
    TestBrowser desk = walk.at(walk.city.counsellor).visit(walk.child() + "/guardians");
    desk.follow("ポータルに招待する").press("合言葉をつくる").shows("一度使うと、使えなくなります");
    walk.traced(Action.INVITE_GUARDIAN);
    walk.at(walk.city.nurseryHead).missing(desk.path());
    return desk.page().locator(".code-shown").first().innerText();
  }

  private void motherOpensHerAccount(String code) {
    TestBrowser phone = TestBrowser.phone(walk.city.program).visit("/portal/invitation");
    entered(phone, code, "R3.6.4").shows("合言葉か生年月日が違うか");
    entered(phone, code, "R3.6.3").shows("ポータルを使えるようになりました").shows("個人票を書く");
    walk.motherSignsInWith(LOGIN, PASSWORD, phone);
    TestBrowser other = TestBrowser.phone(walk.city.program).visit("/portal/invitation");
    entered(other, code, "R3.6.3").shows("合言葉か生年月日が違うか").close();
  }

  private static TestBrowser entered(TestBrowser phone, String code, String birth) {
    phone.fill("合言葉", code).fill("お子さんの生年月日", birth);
    phone.fill("これから使うログイン名", LOGIN).fill("これから使うパスワード", PASSWORD);
    return phone.press("使いはじめる");
  }

  private void sheWritesAndLeaves() {
    TestBrowser phone = walk.mother().visit("/portal").follow("個人票を書く");
    phone.press("書きはじめる").follow("好きなこと・得意なこと");
    phone.fill("好きなこと・好きなもの", "電車。路線図をながめること。");
    instead(phone, "落ち着く方法", "わからない").check();
    phone.press("保存して次へ");
    walk.traced(Action.SAVE_DRAFT);
    walk.at(walk.city.hubTeacher).visit(walk.child()).hides("路線図をながめる");
  }

  /** わからない, 答えたくない: what may be said instead of an answer. */
  private static Locator instead(TestBrowser phone, String question, String answer) {
    phone.text();
    return phone
        .page()
        .getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(question))
        .getByLabel(answer);
  }

  private void onePartIsTypedForHer() {
    TestBrowser desk = walk.at(walk.city.counsellor).visit(walk.child() + "/sheets");
    desk.press("個人票").follow("妊娠・出産のころ").hides("路線図をながめる");
    desk.page().locator("details.more").first().click();
    typed(desk, "R5.10.10").shows("受け取った日を今日までの日付で");
    typed(desk, "R5.10.4").hides("どの保護者のことばか、分かりません").shows("保存しました");
    walk.traced(Action.SAVE_DRAFT);
  }

  /** Her words, as staff took them down that day. */
  private static TestBrowser typed(TestBrowser desk, String day) {
    desk.tick("青空 みなみ").fill("受け取った日", day);
    answer(desk, "birth-more").fill("保育器に3日いました。");
    return desk.press("保存して、あとで続ける");
  }

  private void sheGoesOnAndFinishes() {
    TestBrowser phone = walk.on(2023, 10, 14).mother().visit("/portal").follow("個人票の続きを書く");
    phone.follow("好きなこと・得意なこと").shows("好きなこと");
    assertThat(phone.page().getByLabel("好きなこと・好きなもの").first().inputValue()).contains("路線図");
    assertThat(instead(phone, "落ち着く方法", "わからない").isChecked()).isTrue();
    phone.fill("得意なこと・がんばっていること", "ひとりで靴をはく。").press("保存して次へ");
    phone.visit("/portal").follow("個人票の続きを書く").follow("家族と、家庭で使うことば");
    instead(phone, "家族について、知っておいてほしいこと", "答えたくない").check();
    phone.press("保存して次へ").visit("/portal").follow("個人票の続きを書く").press("書きおわりました");
    phone.shows("個人票を受け取りました");
    walk.traced(Action.SAVE_DRAFT, Action.FINISH_SHEET);
    TestBrowser desk = walk.at(walk.city.hubTeacher).visit(walk.child()).shows("路線図をながめる");
    desk.visit(walk.child() + "/sheets").follow("個人票").shows("答えたくない").shows("保育器に3日");
    desk.shows("白石 なぎさが入力");
    walk.traced(Action.VIEW_CHILD, Action.VIEW_SHEET);
  }
}
