package jp.tsunagi.record.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.tsunagi.TestChildren;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import org.junit.jupiter.api.Test;

/** This year's plan from last year's: goals go over, are marked and told (A15, D2, E18). */
class RollForwardTest {
  private static final String REACHED = row(1);
  private static final String GOES_ON = row(2);
  private static final String ENDED = row(3);
  private static final String LAST = "朝の会で、自分から手をあげて話すことができた。";

  private final SheetTown town = new SheetTown();

  private static String row(int number) {
    return "0197a1b2-0000-7000-8000-00000000000" + number;
  }

  private static Answers goal(Answers to, String row, String goal) {
    return to.with(Address.cell("goals", row, "goal"), new Answer.Text(goal))
        .with(Address.cell("goals", row, "evaluation"), new Answer.Text(LAST));
  }

  /** Last year's sheet of the class, final, with three goals that were evaluated. */
  private void lastYear() {
    town.program.clock().set(LocalDate.of(2026, 4, 10));
    var before = NewSheet.at(town.school, town.child, "support-school", SheetTown.YEAR - 1);
    SheetId id = town.as(town.teacher, tx -> town.sheets.start(tx, before).orThrow());
    Answers goals = goal(Answers.NONE, REACHED, "困ったとき、カードを見せる。");
    goals = goal(goals, GOES_ON, "予定が変わっても、次の活動へ移る。");
    goals = goal(goals, ENDED, "給食を友だちと食べる。");
    List<Draft> drafts = new ArrayList<>(SheetTown.completeSchool());
    drafts.set(1, Draft.of("support", goals));
    town.as(
        town.teacher,
        tx -> {
          drafts.forEach(draft -> town.sheets.save(tx, id, draft).orThrow());
          return confirmed(tx, id);
        });
    town.program.clock().set(LocalDate.of(2026, 5, 14));
  }

  private SheetState confirmed(Tx tx, SheetId id) {
    var answer =
        new Confirmation(town.mother, Confirmation.Means.PAPER, tx.today(), Optional.empty());
    town.sheets.confirm(tx, id, answer).orThrow();
    return SheetState.FINAL;
  }

  private ReadSheet draft(SheetId id) {
    return town.as(town.teacher, tx -> town.program.bean(SheetReading.class).draft(tx, id));
  }

  private static SheetId id(String path) {
    return new SheetId(java.util.UUID.fromString(path.split("/")[2]));
  }

  private Visitor teacher() {
    return town.program.visitor().signIn(town.teacher);
  }

  private String started(Visitor teacher) {
    return teacher
        .post("/children/" + town.child + "/sheets", "form", "support-school")
        .is(200)
        .path();
  }

  /** Opens the page as a browser does and sends it back with those answers. */
  private static Visitor.Reply write(Visitor teacher, String draft, String... answers) {
    String page = teacher.get(draft).is(200).body();
    List<String> sent = new ArrayList<>(List.of(answers));
    for (String name : List.of("page", "since.support")) {
      sent.add(name);
      sent.add(hidden(page, name));
    }
    return teacher.post(draft, sent.toArray(String[]::new));
  }

  private static String hidden(String page, String name) {
    var found =
        Pattern.compile("name=\"" + Pattern.quote(name) + "\" value=\"([^\"]*)\"").matcher(page);
    assertThat(found.find()).as(name).isTrue();
    return found.group(1);
  }

  private static String mark(String row) {
    return "answer.goals." + row + ".fate";
  }

  private static String words(String row) {
    return "answer.goals." + row + ".goal";
  }

  @Test
  void eachGoalIsMarkedBeforeTheSheetGoesOn() {
    lastYear();
    Visitor teacher = teacher();
    String draft = started(teacher);
    String page = teacher.post(draft, "copy", "all").is(200).body();
    assertThat(page)
        .as("three goals, each beside what it was")
        .contains("前の目標をどうするか")
        .contains("困ったとき、カードを見せる。")
        .contains(LAST);
    assertThat(page.split("class=\"row taken ", -1)).hasSize(4);
    assertThat(teacher.post(draft, "then", "send").is(422).body()).contains("継続・修正・達成・終了から選んでください");
    write(
            teacher,
            draft,
            mark(REACHED),
            "reached",
            words(REACHED),
            "「手伝って」と言葉で頼む。",
            mark(GOES_ON),
            "continue",
            mark(ENDED),
            "ended")
        .is(200);
    assertThat(teacher.post(draft, "then", "send").is(200).body()).contains("保護者の確認を待っています");
  }

  @Test
  void theFamilyReadsWhatBecameOfEachGoal() {
    lastYear();
    Visitor teacher = teacher();
    String draft = started(teacher);
    teacher.post(draft, "copy", "all").is(200);
    write(
            teacher,
            draft,
            mark(REACHED),
            "reached",
            words(REACHED),
            "「手伝って」と言葉で頼む。",
            mark(GOES_ON),
            "continue",
            mark(ENDED),
            "ended")
        .is(200);
    List<Difference> differences =
        town.as(
            town.teacher,
            tx -> {
              var reading = town.program.bean(SheetReading.class);
              ReadSheet now = reading.draft(tx, id(draft));
              return Difference.between(reading.comparable(tx, now.sheet()).orElseThrow(), now);
            });
    assertThat(differences)
        .filteredOn(difference -> difference.label().startsWith("今年度の目標"))
        .extracting(Difference::kind, Difference::now)
        .containsExactlyInAnyOrder(
            tuple(Difference.Kind.REACHED, "困ったとき、カードを見せる。"),
            tuple(Difference.Kind.NEW_GOAL, "「手伝って」と言葉で頼む。"),
            tuple(Difference.Kind.SAME, "予定が変わっても、次の活動へ移る。"),
            tuple(Difference.Kind.GONE, "給食を友だちと食べる。"));
  }

  @Test
  void aClosedGoalDoesNotGoOverAgain() {
    lastYear();
    Visitor teacher = teacher();
    String draft = started(teacher);
    teacher.post(draft, "copy", "all").is(200);
    write(
            teacher,
            draft,
            mark(REACHED),
            "reached",
            words(REACHED),
            "",
            mark(GOES_ON),
            "continue",
            mark(ENDED),
            "ended")
        .is(200);
    assertThat(teacher.post(draft, "then", "send").is(200).path()).doesNotContain("draft");
    town.as(town.teacher, tx -> confirmed(tx, id(draft)));
    town.program.clock().set(LocalDate.of(2027, 4, 12));
    var next = NewSheet.at(town.school, town.child, "support-school", SheetTown.YEAR + 1);
    SheetId id = town.as(town.teacher, tx -> town.sheets.start(tx, next).orThrow());
    teacher().post("/sheets/" + id + "/draft", "copy", "all").is(200);
    assertThat(draft(id).part("support").orElseThrow().answers().at("goals"))
        .isInstanceOfSatisfying(
            Answer.Rows.class, rows -> assertThat(rows.byId()).containsOnlyKeys(GOES_ON));
    List<Difference> differences =
        town.as(
            town.teacher,
            tx -> {
              var reading = town.program.bean(SheetReading.class);
              ReadSheet now = reading.draft(tx, id);
              return Difference.between(reading.comparable(tx, now.sheet()).orElseThrow(), now);
            });
    assertThat(differences)
        .as("what was reached and ended is told once")
        .extracting(Difference::kind)
        .doesNotContain(Difference.Kind.REACHED, Difference.Kind.GONE);
  }

  @Test
  void whatIsWorthASecondLookIsSaidAndStopsNothing() {
    lastYear();
    Visitor teacher = teacher();
    String draft = started(teacher);
    teacher.post(draft, "copy", "all").is(200);
    write(
            teacher,
            draft,
            mark(REACHED),
            "reached",
            mark(GOES_ON),
            "revise",
            mark(ENDED),
            "ended",
            "answer.goals." + GOES_ON + ".evaluation",
            LAST)
        .is(200);
    String notices = teacher.get(draft + "-notices").is(200).body();
    assertThat(notices)
        .contains("「達成」を選んでいますが")
        .contains("「修正」を選んでいますが")
        .contains("前の記入とまったく同じです")
        .contains("合理的配慮");
    assertThat(notices).as("of a closed goal nothing is wished for").doesNotContain("今年度の目標 3");
    assertThat(teacher.post(draft, "then", "send").is(200).body()).contains("保護者の確認を待っています");
  }

  @Test
  void wordsOfAnotherChildArePointedOutWithoutSayingWhose() {
    String same = "図工の時間に、手順カードを見ながら最後まで作る。";
    ChildId other = classmate();
    var plan = NewSheet.at(town.school, other, "support-school", SheetTown.YEAR);
    town.as(
        town.teacher,
        tx -> {
          SheetId id = town.sheets.start(tx, plan).orThrow();
          return town.sheets
              .save(tx, id, Draft.of("support", goal(Answers.NONE, REACHED, same)))
              .orThrow();
        });
    Visitor teacher = teacher();
    String draft = started(teacher);
    write(teacher, draft, words(GOES_ON), "図工の時間に 手順カードを見ながら、最後まで作る").is(200);
    assertThat(teacher.get(draft + "-notices").is(200).body())
        .contains("ほかの児童の記入とまったく同じです")
        .doesNotContain("若葉");
    write(teacher, draft, words(GOES_ON), "図工の時間に、写真を見て最後まで作る。").is(200);
    assertThat(teacher.get(draft + "-notices").is(200).body()).doesNotContain("ほかの児童の記入とまったく同じです");
    assertThat(town.town.trace(Action.VIEW_SHEET)).isNotEmpty();
  }

  @Test
  void onlyItsWritersAreTold() {
    Visitor teacher = teacher();
    String draft = started(teacher);
    teacher.get(draft + "-notices").is(200);
    for (TestTown.Worker worker : List.of(town.counsellor, town.nurseryHead)) {
      town.program.visitor().signIn(worker).get(draft + "-notices").is(404);
    }
  }

  /** 若葉 そら of the same class. */
  private ChildId classmate() {
    ChildId id =
        new TestChildren(town.program, town.town)
            .add(
                town.school,
                InvolvementKind.ENROLMENT,
                "若葉",
                "わかば",
                "そら",
                "そら",
                LocalDate.of(2018, 9, 1));
    town.town.run(tx -> {
      Involvements involvements = town.program.bean(Involvements.class);
      involvements
          .of(tx, id)
          .forEach(it ->
              involvements.place(
                  tx, it, town.room, Optional.of(2), Period.since(LocalDate.of(2026, 4, 1))));
    });
    return id;
  }
}
