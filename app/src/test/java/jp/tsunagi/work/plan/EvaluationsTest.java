package jp.tsunagi.work.plan;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagi.ClassTown;
import jp.tsunagi.TestBrowser;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.sheet.SheetReading;
import org.junit.jupiter.api.Test;

/** 評価をまとめて書く: a term's evaluations of a whole class in one grid (D2). */
class EvaluationsTest extends ClassTown {
  private static final String URL = "/plans/evaluations";

  private Answer evaluation(SheetId sheet) {
    return as(
        teacher,
        tx ->
            family
                .program
                .bean(SheetReading.class)
                .draft(tx, sheet)
                .part("support")
                .map(part -> part.answers().at(Address.cell("goals", GOAL, "evaluation")))
                .orElseThrow());
  }

  @Test
  void finalPlansAreOpenedTogetherAndWrittenInOnePage() {
    SheetId first = confirmed(wrong, mother);
    SheetId second = confirmed(right, other);
    Visitor visitor = visitor(teacher);
    assertThat(visitor.get(URL).is(200).body())
        .contains("確定した2人の計画の評価を書きはじめる")
        .contains("「手伝ってください」と言葉で頼む。")
        .doesNotContain("<textarea");
    String page = visitor.post(URL, "of", "support-school:2026", "sheet", "all").is(200).body();
    assertThat(page).contains("data-autosave=\"/sheets/" + first + "/draft\"");
    String name = "answer.goals." + GOAL + ".evaluation";
    for (SheetId sheet : new SheetId[] {first, second}) {
      visitor
          .post(
              "/sheets/" + sheet + "/draft",
              "changed",
              name,
              name,
              "朝の会で言えた。",
              "since.support",
              "0")
          .is(200);
      assertThat(evaluation(sheet)).isEqualTo(new Answer.Text("朝の会で言えた。"));
    }
    assertThat(visitor.get(URL).is(200).body()).contains("朝の会で言えた。");
    assertThat(town.trace(Action.VIEW_SHEET)).isNotEmpty();
  }

  @Test
  void oneAloneIsOpenedAndASecondPressChangesNothing() {
    SheetId first = confirmed(wrong, mother);
    confirmed(right, other);
    Visitor visitor = visitor(teacher);
    visitor.get(URL).is(200);
    String[] one = {"of", "support-school:2026", "sheet", first.toString()};
    assertThat(visitor.post(URL, one).is(200).body()).contains("評価を書けるようにしました");
    assertThat(visitor.post(URL, one).is(200).body())
        .contains("書きはじめられる計画がありませんでした")
        .contains("確定した1人の計画の評価を書きはじめる");
  }

  @Test
  void whoDoesNotWriteThePlansOpensNoneOfThemButOneAtATime() {
    SheetId first = confirmed(wrong, mother);
    confirmed(right, other);
    Visitor coordinator = visitor(town.worker(school, PostKind.COORDINATOR, "緑川 まこと"));
    assertThat(coordinator.get(URL).is(200).body()).doesNotContain("人の計画の評価を書きはじめる");
    String[] all = {"of", "support-school:2026", "sheet", "all"};
    assertThat(coordinator.post(URL, all).is(200).body()).contains("書きはじめられる計画がありませんでした");
    String[] one = {"of", "support-school:2026", "sheet", first.toString()};
    assertThat(coordinator.post(URL, one).is(200).body())
        .contains("data-autosave=\"/sheets/" + first + "/draft\"");
    assertThat(visitor(teacher).get(URL).is(200).body())
        .as("the teacher writes it too")
        .contains("data-autosave=\"/sheets/" + first + "/draft\"");
  }

  @Test
  void twoTextsOfOneEvaluationAreBothShown() {
    SheetId sheet = confirmed(wrong, mother);
    Visitor one = visitor(teacher);
    one.post(URL, "of", "support-school:2026", "sheet", "all").is(200);
    String name = "answer.goals." + GOAL + ".evaluation";
    String draft = "/sheets/" + sheet + "/draft";
    one.post(draft, "changed", name, name, "朝の会で言えた。", "bare", "e-x-").is(200);
    assertThat(one.post(draft, "changed", name, name, "給食で言えた。", "bare", "e-x-").is(409).body())
        .contains("朝の会で言えた。")
        .contains("給食で言えた。")
        .contains("id=\"two-e-x-f-answer-goals-" + GOAL + "-evaluation\"");
  }

  @Test
  void whoHasNoClassSeesNobodyAndUnknownKindsAreNotFound() {
    confirmed(wrong, mother);
    TestTown.Worker stranger =
        town.worker(
            town.organisation(jp.tsunagi.people.organisation.OrganisationKind.ELEMENTARY, "ひがし小学校"),
            PostKind.HOMEROOM_TEACHER,
            "丘 みつき");
    assertThat(visitor(stranger).get(URL).is(200).body())
        .contains("目標のある計画が、まだありません")
        .doesNotContain("田中");
    visitor(teacher).get(URL + "?of=support-school:2019").is(404);
    visitor(teacher).get(URL + "?of=profile:2026").is(404);
  }

  @Test
  void aClassCostsAsManyStatementsAsOneChild() {
    confirmed(wrong, mother);
    Visitor visitor = visitor(teacher);
    visitor.get(URL).is(200);
    visitor.get(URL).is(200);
    var one = visitor.get(URL).is(200).statements();
    confirmed(right, other);
    var two = visitor.get(URL).is(200).statements();
    assertThat(two).hasSameSizeAs(one);
  }

  @Test
  void theTeacherWritesItWithTheKeyboard() {
    confirmed(wrong, mother);
    confirmed(right, other);
    try (TestBrowser browser = TestBrowser.desktop(family.program)) {
      browser.signIn(teacher).visit(URL).press("確定した2人の計画の評価を書きはじめる");
      browser.page().locator("input[type=radio]").first().focus();
      browser.page().keyboard().press("2");
      browser.page().keyboard().press("Tab");
      browser.page().keyboard().type("声をかけなくても、週に2回言えた。");
      browser.page().waitForSelector("[data-saved][data-state=saved]");
      browser.look().screenshot("evaluations");
      browser.visit(URL);
      assertThat(browser.page().locator("textarea").first().inputValue())
          .isEqualTo("声をかけなくても、週に2回言えた。");
    }
    try (TestBrowser phone = TestBrowser.phone(family.program)) {
      phone.signIn(teacher).visit(URL).look().screenshot("evaluations-phone");
    }
  }
}
