package jp.tsunagi.record.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.tsunagi.TestChildren;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.record.form.Answer;
import org.junit.jupiter.api.Test;

/** The right side of the writing screen: its tabs, and who sees what in them (D11, E9, A15). */
class SideScreenTest {
  private static final String GOAL = "0197a1b2-0000-7000-8000-000000000001";
  private static final Pattern IDEA = Pattern.compile("data-idea=\"([0-9a-f-]{36})\"");

  private final SheetTown town = new SheetTown();

  private Visitor teacher() {
    return town.program.visitor().signIn(town.teacher);
  }

  private SheetId begun(int year) {
    var wanted = NewSheet.at(town.school, town.child, "support-school", year);
    return town.as(town.teacher, tx -> town.sheets.start(tx, wanted).orThrow());
  }

  /** A final sheet of two years ago: not the one that stands beside the form anyway. */
  private SheetId confirmed(int year) {
    town.program.clock().set(LocalDate.of(2026, 4, 10));
    SheetId id = begun(year);
    town.as(
        town.teacher,
        tx -> {
          SheetTown.completeSchool().forEach(draft -> town.sheets.save(tx, id, draft).orThrow());
          town.sheets
              .save(
                  tx,
                  id,
                  Draft.of("support", SheetTown.texts("accommodation", year + "年、席は前から2列目。")))
              .orThrow();
          var answer =
              new Confirmation(town.mother, Confirmation.Means.PAPER, tx.today(), Optional.empty());
          return town.sheets.confirm(tx, id, answer).orThrow();
        });
    town.program.clock().set(LocalDate.of(2026, 5, 14));
    return id;
  }

  private Answer answer(SheetId id, String section, String field) {
    return town.as(
        town.teacher,
        tx ->
            town.program
                .bean(SheetReading.class)
                .draft(tx, id)
                .part(section)
                .map(part -> part.answers().at(field))
                .orElse(new Answer.NotAsked()));
  }

  private int looks() {
    return town.town.trace(Action.VIEW_SHEET).size();
  }

  @Test
  void everyTabIsThereWithoutScripts() {
    String draft = "/sheets/" + begun(SheetTown.YEAR) + "/draft";
    Visitor visitor = teacher();
    assertThat(visitor.get(draft).is(200).body())
        .containsPattern("<a id=\"side-wishes\"[^>]*aria-current=\"true\"")
        .contains("data-kinds=", "goals.goal:GOAL", "goals.means:SUPPORT")
        .contains("accommodation:ACCOMMODATION")
        .doesNotContain("data-idea=");
    assertThat(visitor.get(draft + "?side=ideas&kind=GOAL&q=" + "%E3%81%B2").is(200).body())
        .containsPattern("<a id=\"side-ideas\"[^>]*aria-current=\"true\"")
        .contains("ひらがなの単語")
        .as("of the years of this child")
        .doesNotContain("手すりを持って、階段")
        .contains("name=\"side\" value=\"ideas\"");
    assertThat(visitor.get(draft + "?side=printed").is(200).body())
        .contains("<div class=\"leaf\">", "青空", "下書き");
    assertThat(visitor.get(draft + "?side=earlier").is(200).body()).contains("ほかに読める記録はありません");
    String again = visitor.post(draft, "add", "goals", "side", "ideas").is(200).path();
    assertThat(again).contains("side=ideas&more=goals");
  }

  @Test
  void thePaperFollowsTheDraftAndLeavesOneRowASitting() {
    SheetId id = begun(SheetTown.YEAR);
    Visitor visitor = teacher();
    visitor.get("/sheets/" + id + "/draft").is(200);
    String paper = "/sheets/" + id + "/side/printed";
    visitor.get(paper).is(200);
    int before = looks();
    visitor
        .post("/sheets/" + id + "/draft", "changed", "answer.strengths", "answer.strengths", "路線図")
        .is(200);
    assertThat(visitor.get(paper).is(200).body()).contains("路線図").doesNotContain("<html");
    assertThat(looks()).isEqualTo(before);
    town.program.visitor().signIn(town.coordinator).get(paper).is(404);
    town.program.visitor().signIn(town.nurseryHead).get(paper).is(404);
  }

  @Test
  void anyEarlierSheetIsReadAndGivesOneFieldWithItsRow() {
    SheetId old = confirmed(SheetTown.YEAR - 2);
    confirmed(SheetTown.YEAR - 1);
    SheetId id = begun(SheetTown.YEAR);
    Visitor visitor = teacher();
    String draft = "/sheets/" + id + "/draft";
    assertThat(visitor.get(draft + "?side=earlier").is(200).body())
        .contains("令和6年度（2024）", "令和7年度（2025）")
        .doesNotContain("2024年、席は");
    visitor.get("/sheets/" + id + "/side/earlier").is(200);
    int before = looks();
    String copy = "value=\"" + old + ":accommodation\"";
    assertThat(visitor.get("/sheets/" + id + "/side/earlier?read=" + old).is(200).body())
        .contains("2024年、席は前から2列目。", copy);
    assertThat(looks()).as("a reading like any other").isEqualTo(before + 1);
    visitor.post(draft, "copy", old + ":accommodation", "side", "earlier").is(200);
    assertThat(answer(id, "support", "accommodation"))
        .isEqualTo(new Answer.Text("2024年、席は前から2列目。"));
    assertThat(answer(id, "support", "goals")).isNotInstanceOf(Answer.Rows.class);
    assertThat(visitor.get("/sheets/" + id + "/side/earlier?read=" + old).body())
        .as("no place is open any more")
        .doesNotContain(copy);
    visitor.post(draft, "copy", old + ":goals").is(200);
    assertThat(answer(id, "support", "goals"))
        .as("the same goal within one form")
        .isInstanceOfSatisfying(
            Answer.Rows.class, rows -> assertThat(rows.byId()).containsOnlyKeys(GOAL));
  }

  @Test
  void whatIsNoEarlierSheetOfTheChildIsNotThere() {
    SheetId id = begun(SheetTown.YEAR);
    Visitor visitor = teacher();
    for (String read : List.of(UUID.randomUUID().toString(), id.toString())) {
      visitor.get("/sheets/" + id + "/side/earlier?read=" + read).is(404);
      visitor.post("/sheets/" + id + "/draft", "copy", read + ":accommodation").is(404);
    }
    assertThat(visitor.get("/sheets/" + id + "/side/earlier?read=x").is(200).body())
        .contains("ほかに読める記録はありません");
  }

  @Test
  void whatWasPutInStandsFirstTheNextTime() {
    SheetId id = begun(SheetTown.YEAR);
    Visitor visitor = teacher();
    String last =
        visitor
            .get("/ideas/found?need=FEELINGS&kind=GOAL")
            .is(200)
            .body()
            .lines()
            .flatMap(line -> IDEA.matcher(line).results())
            .map(found -> found.group(1))
            .reduce((_, later) -> later)
            .orElseThrow();
    visitor
        .post(
            "/sheets/" + id + "/draft",
            "changed",
            "answer.long-goal",
            "answer.long-goal",
            "落ち着く方法を3つ挙げる。",
            "idea",
            last)
        .is(200);
    String list = visitor.get("/ideas/found?need=FEELINGS&kind=GOAL").is(200).body();
    assertThat(IDEA.matcher(list).results().map(found -> found.group(1)).findFirst())
        .contains(last);
    assertThat(list).contains("最近使った");
    assertThat(town.town.trace(Action.IDEA)).isEmpty();
  }

  /** Two who begin with the same example have not copied from each other. */
  @Test
  void anExampleInAnotherChildsSheetIsNotPointedOut() {
    String example = "机に置いた時計で残り時間が目で見えるようにし、終わりの時刻を先に伝える。";
    String known = "残り時間が目で見える時計を机に置き、終わりの時刻を先に伝える。";
    ChildId classmate =
        new TestChildren(town.program, town.town)
            .add(
                town.school,
                InvolvementKind.ENROLMENT,
                "若葉",
                "わかば",
                "そら",
                "そら",
                LocalDate.of(2018, 9, 1));
    var theirs = NewSheet.at(town.school, classmate, "support-school", SheetTown.YEAR);
    for (NewSheet wanted : List.of(theirs, town.schoolSheet())) {
      town.as(
          town.coordinator,
          tx -> {
            SheetId id = town.sheets.start(tx, wanted).orThrow();
            var texts = SheetTown.texts("strengths", known, "learning", example);
            return town.sheets.save(tx, id, Draft.of("state", texts)).orThrow();
          });
    }
    Visitor coordinator = town.program.visitor().signIn(town.coordinator);
    SheetId id =
        town.as(town.coordinator, tx -> town.sheets.start(tx, town.schoolSheet()).orThrow());
    String noticed = coordinator.get("/sheets/" + id + "/draft-notices").is(200).body();
    assertThat(noticed).contains("href=\"/sheets/" + id + "/draft#f-answer-learning\"");
    assertThat(noticed).doesNotContain("#f-answer-strengths");
  }
}
