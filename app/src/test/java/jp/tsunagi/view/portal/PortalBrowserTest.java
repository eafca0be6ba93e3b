package jp.tsunagi.view.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestBrowser;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.record.ground.ConsentMeans;
import jp.tsunagi.record.ground.Consents;
import jp.tsunagi.record.ground.NewConsent;
import jp.tsunagi.record.ground.ScopeLine;
import jp.tsunagi.record.sheet.Draft;
import jp.tsunagi.record.sheet.NewSheet;
import jp.tsunagi.record.sheet.Sheets;
import org.junit.jupiter.api.Test;

/** A mother with a phone: types, loses the connection, sees two texts, confirms (A4, A7). */
class PortalBrowserTest {
  private static final LocalDate APRIL = LocalDate.of(2025, 4, 1);
  private static final String SAVED = "[data-saved][data-state=saved]";
  private static final String UNSAVED = "[data-saved][data-state=unsaved]";

  private final FamilyTown family = new FamilyTown();
  private final Sheets sheets = family.program.bean(Sheets.class);
  private final OrganisationId school =
      family.town.organisation(OrganisationKind.ELEMENTARY, "みどり台小学校");
  private final TestTown.Worker coordinator =
      family.town.worker(school, PostKind.COORDINATOR, "緑川 まこと");

  private <T> T asMother(Function<Tx, T> work) {
    var mother =
        new Actor.Guardian(family.town.tenant(), family.mother, AccountId.create(), "青空 みなみ");
    return family.program.database().call(mother, work);
  }

  private SheetId profile() {
    family.town.run(tx ->
        family
            .program
            .bean(Consents.class)
            .give(
                tx,
                new NewConsent(
                    ConsentId.create(),
                    family.child,
                    ConsentKind.USE,
                    family.mother,
                    ConsentMeans.PAPER,
                    APRIL,
                    "test",
                    Optional.empty(),
                    Set.of(family.centre),
                    Arrays.stream(Category.values()).map(ScopeLine::of).toList(),
                    false,
                    Period.since(APRIL),
                    Optional.empty())));
    return asMother(
        tx -> sheets.start(tx, NewSheet.ofChild(family.child, "profile", 2026)).orThrow());
  }

  private SheetId school(int year, String strengths, String goal) {
    return family
        .program
        .database()
        .call(
            family.town.actor(coordinator),
            tx -> {
              SheetId id =
                  sheets
                      .start(tx, NewSheet.at(school, family.child, "support-school", year))
                      .orThrow();
              String row = "0197a1b2-0000-7000-8000-00000000" + year;
              Answers support =
                  Answers.NONE.with(Address.cell("goals", row, "goal"), new Answer.Text(goal));
              Answers outcome =
                  Answers.NONE
                      .with(Address.of("teacher"), new Answer.Person("森田 かえで", null))
                      .with(Address.of("written-on"), Answer.Date.of(tx.today()));
              sheets.save(tx, id, Draft.of("state", text("strengths", strengths))).orThrow();
              sheets.save(tx, id, Draft.of("support", support)).orThrow();
              sheets.save(tx, id, Draft.of("outcome", outcome)).orThrow();
              return sheets.send(tx, id).orThrow();
            });
  }

  private static Answers text(String field, String words) {
    return Answers.NONE.with(Address.of(field), new Answer.Text(words));
  }

  /** What is written and a tick never stand side by side, and what a tick took away comes back. */
  @Test
  void aTickTakesTheTextAwayAndWritingTakesTheTickAway() {
    SheetId profile = profile();
    try (TestBrowser phone = TestBrowser.phone(family.program)) {
      phone.signIn(family.account(family.mother), TestTown.PASSWORD);
      phone.visit("/portal/sheets/" + profile + "/sections/strengths");
      Page page = phone.page();
      var text = page.locator("#f-answer-dislikes");
      var tick = page.locator("[name='answer.dislikes.state'][value=declined]");
      text.fill("花火");
      page.waitForSelector(SAVED);
      saving(page, tick::check);
      phone.look().shows("印をつけると、ここに書いたことは消えます").screenshot("portal-declined");
      assertThat(text.inputValue()).isEmpty();
      assertThat(answer(profile, "dislikes")).isEqualTo(new Answer.Declined());
      saving(page, tick::uncheck);
      assertThat(text.inputValue()).isEqualTo("花火");
      assertThat(answer(profile, "dislikes")).isEqualTo(new Answer.Text("花火"));
      saving(page, tick::check);
      saving(page, () -> text.fill("大きな音"));
      assertThat(tick.isChecked()).isFalse();
      assertThat(answer(profile, "dislikes")).isEqualTo(new Answer.Text("大きな音"));
    }
  }

  private static void saving(Page page, Runnable typing) {
    page.waitForResponse(
        answer -> answer.request().headers().containsKey("x-requested-with") && answer.ok(),
        typing);
    page.waitForSelector(SAVED);
  }

  @Test
  void aMotherWritesLosesTheConnectionAndDecidesBetweenTwoTexts() {
    SheetId profile = profile();
    try (TestBrowser phone = TestBrowser.phone(family.program)) {
      phone.signIn(family.account(family.mother), TestTown.PASSWORD).screenshot("portal-start");
      phone.visit("/portal/children/" + family.child + "/profile").screenshot("portal-profile");
      phone.visit("/portal/sheets/" + profile + "/sections/strengths");
      Page page = phone.page();
      page.locator("#f-answer-likes").fill("電車の図鑑");
      page.waitForSelector(SAVED);
      phone.look().shows("保存しました").screenshot("portal-saved");

      phone.expecting("net::ERR_INTERNET_DISCONNECTED");
      page.context().setOffline(true);
      page.locator("#f-answer-likes").fill("電車の図鑑と路線図");
      page.waitForSelector(UNSAVED);
      phone.look().shows("まだ保存していません").screenshot("portal-offline");
      page.context().setOffline(false);
      page.waitForSelector(SAVED);
      assertThat(likes(profile)).isEqualTo(new Answer.Text("電車の図鑑と路線図"));

      asMother(
          tx -> sheets.save(tx, profile, Draft.of("strengths", text("likes", "絵本"))).orThrow());
      phone.expecting("status of 409");
      page.locator("#f-answer-likes").fill("電車の図鑑と駅名");
      page.waitForSelector("#two-f-answer-likes section");
      phone.look().shows("絵本").screenshot("portal-two-texts");
      page.locator("[value^='both:']").click();
      page.waitForLoadState();
      phone.look();
      assertThat(likes(profile)).isEqualTo(new Answer.Text("絵本\n電車の図鑑と駅名"));
    }
  }

  @Test
  void aMotherReadsTheConsentPlaceByPlaceInEitherLanguage() {
    try (TestBrowser phone = TestBrowser.phone(family.program)) {
      phone.signIn(family.account(family.mother), TestTown.PASSWORD);
      phone.visit("/portal/children/" + family.child + "/consents/start");
      phone.shows("はじめに").screenshot("portal-consent");
      phone.page().locator(".consentcard details").first().click();
      phone.page().locator("details.choose").first().click();
      phone.page().locator("details.words").click();
      phone.look().shows("氏名・生年月日・学年").screenshot("portal-consent-open");
      phone.press("English").shows("First of all").screenshot("portal-consent-english");
      phone.press("日本語");
      phone.page().locator("details.choose").nth(2).click();
      phone.page().locator("[name=scope][value=HEALTH]").uncheck();
      phone.press("同意します").shows("ありがとうございます");
    }
  }

  @Test
  void aWrongNumberIsSaidInTheFieldAndNotCalledSaved() {
    SheetId profile = profile();
    try (TestBrowser phone = TestBrowser.phone(family.program)) {
      phone.signIn(family.account(family.mother), TestTown.PASSWORD);
      phone.visit("/portal/sheets/" + profile + "/sections/birth");
      Page page = phone.page();
      page.locator("#f-answer-weeks").fill("99");
      page.waitForSelector("#f-answer-weeks-error .error");
      page.waitForSelector(UNSAVED);
      phone.look().shows("まだ受け取れない欄が1か所あります").screenshot("portal-wrong");
      assertThat(page.locator("#f-answer-weeks").getAttribute("aria-invalid")).isEqualTo("true");
      page.locator("#f-answer-pregnancy").fill("あ".repeat(601));
      assertThat(page.locator("#f-answer-pregnancy-count").innerText())
          .contains("601 / 600文字：1文字多いです");
      page.waitForSelector("#f-answer-pregnancy-error .error");
      phone.press("保存して次へ").shows("まだ受け取れない欄が2か所あります").screenshot("portal-wrong-stopped");
      phone.follow("在胎週数");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("f-answer-weeks");
      page.locator("#f-answer-weeks").fill("３９");
      page.waitForSelector(
          "#f-answer-weeks-error:empty",
          new Page.WaitForSelectorOptions()
              .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
      page.locator("#f-answer-pregnancy").fill("つわり");
      page.waitForSelector(SAVED);
      phone.look();
    }
  }

  private Answer likes(SheetId profile) {
    return answer(profile, "likes");
  }

  private Answer answer(SheetId profile, String field) {
    return asMother(tx ->
        family
            .program
            .bean(jp.tsunagi.record.sheet.SheetReading.class)
            .draft(tx, profile)
            .part("strengths")
            .orElseThrow()
            .answers()
            .at(field));
  }

  @Test
  void aMotherReadsWhatChangedInEitherLanguageAndConfirms() {
    family.town.run(tx ->
        family
            .program
            .bean(Involvements.class)
            .open(tx, family.child, school, InvolvementKind.ENROLMENT, Period.since(APRIL)));
    SheetId last = school(2025, "絵をかくこと", "カードを見せる");
    asMother(tx ->
        sheets.confirm(tx, last, Sheets.inPortal(tx, family.mother, Optional.empty())).orThrow());
    SheetId now = school(2026, "路線図を覚えること", "言葉で頼む");
    try (TestBrowser phone = TestBrowser.phone(family.program)) {
      phone.visit("/portal/invitation").screenshot("portal-invitation");
      phone.press("ふりがな：あり").screenshot("portal-invitation-bare");
      phone.press("ふりがな：なし");
      phone.signIn(family.account(family.mother), TestTown.PASSWORD);
      phone.visit("/portal/sheets/" + now).shows("まえは").screenshot("portal-changes");
      phone.press("English").shows("Goes on as before").screenshot("portal-changes-english");
      phone.press("日本語");
      for (String page : new String[] {"/sheets", "/consents", "/access", "/profile"}) {
        phone.visit("/portal/children/" + family.child + page);
        phone.screenshot("portal" + page.replace('/', '-'));
      }
      phone.visit("/portal/sheets/" + now);
      phone.page().locator("button[value=confirm]").click();
      phone.page().waitForLoadState();
      phone.look().shows("ありがとうございます").screenshot("portal-confirmed");
    }
  }
}
