package jp.tsunagi.view.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.child.Children;
import jp.tsunagi.people.child.Sex;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.sheet.Draft;
import jp.tsunagi.record.sheet.NewSheet;
import jp.tsunagi.record.sheet.Sheets;
import org.junit.jupiter.api.Test;

/** What a family reads, answers and writes on its phone (A4, A7). */
class PortalSheetTest {
  private static final String OTHER_ROW = "0197a1b2-0000-7000-8000-000000000002";
  private static final String GOAL_ROW = "0197a1b2-0000-7000-8000-000000000001";

  private final FamilyTown family = new FamilyTown();
  private final String child = "/portal/children/" + family.child;
  private final OrganisationId school =
      family.town.organisation(OrganisationKind.ELEMENTARY, "みどり台小学校");
  private final TestTown.Worker coordinator =
      family.town.worker(school, PostKind.COORDINATOR, "緑川 まこと");

  private Visitor mother() {
    return family.program.visitor().signIn(family.account(family.mother));
  }

  private SheetId sent() {
    enrolled();
    return sent(2026, "路線図を覚えること", GOAL_ROW, "手伝ってと言葉で頼む");
  }

  private void enrolled() {
    family.town.run(tx ->
        family
            .program
            .bean(Involvements.class)
            .open(
                tx,
                family.child,
                school,
                InvolvementKind.ENROLMENT,
                Period.since(LocalDate.of(2025, 4, 1))));
  }

  private SheetId sent(int year, String strengths, String row, String goal) {
    Sheets sheets = family.program.bean(Sheets.class);
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
              sheets.save(tx, id, Draft.of("state", text("strengths", strengths))).orThrow();
              sheets.save(tx, id, Draft.of("support", goal(row, goal))).orThrow();
              sheets.save(tx, id, Draft.of("outcome", outcome())).orThrow();
              return sheets.send(tx, id).orThrow();
            });
  }

  private static Answers text(String field, String words) {
    return Answers.NONE.with(Address.of(field), new Answer.Text(words));
  }

  private static Answers goal(String row, String words) {
    return Answers.NONE
        .with(Address.cell("goals", row, "goal"), new Answer.Text(words))
        .with(Address.of("long-goal"), new Answer.Text("自分で休む"));
  }

  private static Answers outcome() {
    return Answers.NONE
        .with(Address.of("teacher"), new Answer.Person("森田 かえで", null))
        .with(Address.of("written-on"), Answer.Date.of(LocalDate.of(2026, 5, 14)));
  }

  @Test
  void aGuardianReadsWhatTheSchoolWroteAndConfirmsIt() {
    String sheet = "/portal/sheets/" + sent();
    Visitor mother = mother();
    assertThat(mother.get("/portal").is(200).text()).contains(sheet, "みどり台小学校");
    assertThat(mother.get(sheet).is(200).text()).contains("路線図を覚えること", "手伝ってと言葉で頼む");
    int seen = family.town.trace(Action.VIEW_SHEET).size();
    assertThat(mother.post(sheet + "/answer", "answer", "disagree").is(422).body()).contains("まだ");
    assertThat(family.town.trace(Action.VIEW_SHEET)).hasSize(seen + 1);
    assertThat(mother.post(sheet + "/answer", "answer", "confirm").is(200).path())
        .contains("portal.done.confirm");
    assertThat(family.town.trace(Action.CONFIRM_SHEET)).hasSize(1);
    assertThat(mother.get("/portal").is(200).body()).doesNotContain(sheet + "\"");
    mother.post(sheet + "/answer", "answer", "confirm").is(422);
    assertThat(mother.get(child + "/sheets").is(200).body()).contains(sheet);
  }

  @Test
  void whoAskedToTalkSeesThatItWasSaidAndIsNotAskedAgain() {
    String sheet = "/portal/sheets/" + sent();
    Visitor mother = mother();
    assertThat(mother.get(child + "/sheets").is(200).text()).contains("お返事を待っています");
    assertThat(mother.get(sheet).is(200).text()).doesNotContain("を伝えました");
    mother.post(sheet + "/answer", "answer", "talk", "note", "朝のしたくのことを話したいです。").is(200);
    assertThat(mother.get("/portal").is(200).body()).doesNotContain(sheet + "\"");
    assertThat(mother.get(child + "/sheets").is(200).text()).contains("お返事を伝えました");
    assertThat(mother.get(sheet).is(200).text())
        .contains("「話したい」を伝えました", "朝のしたくのことを話したいです。", "確認しました");
    mother.post(sheet + "/answer", "answer", "confirm").is(200);
    assertThat(mother.get(sheet).is(200).text()).doesNotContain("を伝えました");
  }

  @Test
  void whoDoesNotDecideForTheChildFindsNoSheet() {
    String sheet = "/portal/sheets/" + sent();
    Visitor father = family.program.visitor().signIn(family.account(family.father));
    father.get(sheet).is(404);
    father.post(sheet + "/answer", "answer", "confirm").is(404);
    assertThat(family.town.trace(Action.CONFIRM_SHEET)).isEmpty();
  }

  @Test
  void theChangesSinceLastYearStandBeforeTheWhole() {
    enrolled();
    SheetId last = sent(2025, "絵をかくこと", OTHER_ROW, "カードを見せる");
    Visitor mother = mother();
    assertThat(bare(mother.get("/portal/sheets/" + last).is(200).body()))
        .as("a first sheet has nothing to compare with and does not say so")
        .contains("確認しました")
        .doesNotContain("まえは：", "変わったところ");
    mother.post("/portal/sheets/" + last + "/answer", "answer", "confirm").is(200);
    SheetId now = sent(2026, "路線図を覚えること", GOAL_ROW, "手伝ってと言葉で頼む");
    String page = bare(mother.get("/portal/sheets/" + now).is(200).body());
    assertThat(page)
        .containsSubsequence(
            "令和7年度（2025）と変わったところ",
            "新しい目標",
            "手伝ってと言葉で頼む",
            "変わります",
            "路線図を覚えること",
            "まえは：絵をかくこと",
            "続けないもの",
            "カードを見せる",
            "同じまま続けます",
            "自分で休む",
            "ぜんぶ読む",
            "確認しました");
    assertThat(family.town.trace(Action.VIEW_SHEET)).isNotEmpty();
    mother.post("/portal/sheets/" + now + "/answer", "answer", "confirm").is(200);
    assertThat(bare(mother.get("/portal/sheets/" + now).is(200).body()))
        .as("once answered it is simply read")
        .doesNotContain("まえは：");
  }

  @Test
  void fromTheEighteenthBirthdayThePageSaysWhyNothingIsThere() {
    String sheet = "/portal/sheets/" + sent();
    family.program.clock().set(LocalDate.of(2040, 6, 2));
    Visitor mother = mother();
    mother.get(sheet).is(200);
    family.program.clock().set(LocalDate.of(2040, 6, 3));
    Visitor later = mother();
    later.get(sheet).is(404);
    later.post(sheet + "/answer", "answer", "confirm").is(404);
    assertThat(bare(later.get("/portal").is(200).body()))
        .contains("18歳になりました", "本人が決めます")
        .doesNotContain("ひなた");
    assertThat(family.town.trace(Action.CONFIRM_SHEET)).isEmpty();
  }

  @Test
  void aBirthDatePutRightEndsTheAuthorityAtOnce() {
    Visitor mother = mother();
    assertThat(mother.get("/portal").is(200).body()).contains("ひなた");
    family.town.run(tx ->
        family
            .program
            .bean(Children.class)
            .correct(
                tx,
                family.child,
                tx.today().minusYears(18),
                Sex.UNSTATED,
                Optional.empty(),
                false));
    assertThat(mother.get("/portal").is(200).body()).doesNotContain("ひなた");
    mother.get(child + "/consents").is(404);
  }

  /** Without the readings, and without what stands between the words. */
  private static String bare(String page) {
    return page.replaceAll("<rt>[^<]*</rt>", "").replaceAll("<[^>]*>", "");
  }
}
