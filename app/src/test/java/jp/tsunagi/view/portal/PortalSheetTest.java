package jp.tsunagi.view.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.regex.Pattern;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.trace.Action;
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
    family.town.run(tx ->
        family
            .program
            .bean(Involvements.class)
            .open(
                tx,
                family.child,
                school,
                InvolvementKind.ENROLMENT,
                Period.since(LocalDate.of(2026, 4, 1))));
    Sheets sheets = family.program.bean(Sheets.class);
    return family
        .program
        .database()
        .call(
            family.town.actor(coordinator),
            tx -> {
              SheetId id =
                  sheets
                      .start(tx, NewSheet.at(school, family.child, "support-school", 2026))
                      .orThrow();
              sheets.save(tx, id, Draft.of("state", text("strengths", "路線図を覚えること"))).orThrow();
              sheets.save(tx, id, Draft.of("support", goal())).orThrow();
              sheets.save(tx, id, Draft.of("outcome", outcome())).orThrow();
              return sheets.send(tx, id).orThrow();
            });
  }

  private static Answers text(String field, String words) {
    return Answers.NONE.with(Address.of(field), new Answer.Text(words));
  }

  private static Answers goal() {
    return Answers.NONE.with(
        Address.cell("goals", GOAL_ROW, "goal"), new Answer.Text("手伝ってと言葉で頼む"));
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
    assertThat(mother.get("/portal").is(200).body()).contains(sheet, "みどり台小学校");
    assertThat(mother.get(sheet).is(200).body()).contains("路線図を覚えること", "手伝ってと言葉で頼む");
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
  void whoDoesNotDecideForTheChildFindsNoSheet() {
    String sheet = "/portal/sheets/" + sent();
    Visitor father = family.program.visitor().signIn(family.account(family.father));
    father.get(sheet).is(404);
    father.post(sheet + "/answer", "answer", "confirm").is(404);
    assertThat(family.town.trace(Action.CONFIRM_SHEET)).isEmpty();
  }

  @Test
  void theProfileBeginsOnlyAfterTheConsentAndIsWrittenSectionBySection() {
    Visitor mother = mother();
    mother.get(child + "/profile").is(200);
    int seen = family.town.trace(Action.VIEW_SHEET).size();
    assertThat(mother.post(child + "/profile").is(422).body()).contains("まだ");
    assertThat(family.town.trace(Action.VIEW_SHEET)).hasSize(seen + 1);
    String start = mother.get(child + "/consents/start").body();
    var id = Pattern.compile("name=\"consent\" value=\"([^\"]+)\"").matcher(start);
    assertThat(id.find()).isTrue();
    mother
        .post(
            child + "/consents/start",
            "consent",
            id.group(1),
            "answer",
            "agree",
            "scope",
            "PROFILE",
            "scope",
            "IDENTITY")
        .is(200);
    String steps = mother.post(child + "/profile").is(200).body();
    var link =
        Pattern.compile("href=\"(/portal/sheets/[^\"]+/sections/strengths)\"").matcher(steps);
    assertThat(link.find()).isTrue();
    String page = mother.get(link.group(1)).is(200).body();
    var field = Pattern.compile("<textarea[^>]* name=\"(answer\\.[^\"]+)\"").matcher(page);
    assertThat(field.find()).isTrue();
    mother.post(link.group(1), field.group(1), "電車の図鑑").is(200);
    assertThat(mother.get(link.group(1)).is(200).body()).contains("電車の図鑑");
    family.program.visitor().signIn(family.account(family.father)).get(link.group(1)).is(404);
  }
}
