package jp.tsunagi.record.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.FormVersions;
import jp.tsunagi.record.form.Term;
import org.junit.jupiter.api.Test;

/** 前期・後期 of one plan, and several sheets of one form in a year. */
class TermsTest {
  private static final String ROW = "0197a1b2-0000-7000-8000-000000000001";

  private final SheetTown town = new SheetTown();
  private final Sheets sheets = town.sheets;
  private final OrganisationId service =
      town.town.organisation(OrganisationKind.DAY_SERVICE, "放課後等デイサービス はなみち");
  private final TestTown.Worker manager =
      town.town.worker(service, PostKind.SERVICE_MANAGER, "花道 さくら");

  TermsTest() {
    town.town.run(tx ->
        town.program
            .bean(Involvements.class)
            .open(
                tx,
                town.child,
                service,
                InvolvementKind.PROVISION,
                Period.since(LocalDate.of(2026, 4, 1))));
  }

  private NewSheet plan(int year, Term term) {
    return NewSheet.at(town.school, town.child, "teaching-plan", year).in(term);
  }

  private NewSheet servicePlan() {
    return NewSheet.at(service, town.child, "service-plan", SheetTown.YEAR);
  }

  private SheetId start(NewSheet wanted) {
    return town.as(
        wanted.organisation().equals(Optional.of(service)) ? manager : town.teacher,
        tx -> sheets.start(tx, wanted).orThrow());
  }

  @Test
  void eachTermHasItsOwnSheetAndASecondStartLeadsBack() {
    SheetId first = start(plan(SheetTown.YEAR, Term.FIRST));
    SheetId second = start(plan(SheetTown.YEAR, Term.SECOND));
    assertThat(second).isNotEqualTo(first);
    assertThat(start(plan(SheetTown.YEAR, Term.FIRST))).isEqualTo(first);
    assertThat(start(plan(SheetTown.YEAR, Term.SECOND))).isEqualTo(second);
    assertThat(title(first)).isEqualTo("個別の指導計画　令和8年度（2026）前期");
    assertThat(title(second)).isEqualTo("個別の指導計画　令和8年度（2026）後期");
  }

  /** The clock of the tests stands in the 後期. */
  @Test
  void theScreenOffersBothTermsAndBeginsTheOneThatRuns() {
    var teacher = town.program.visitor().signIn(town.teacher);
    String list = "/children/" + town.child + "/sheets";
    assertThat(teacher.get(list).is(200).body()).contains("個別の指導計画　前期").contains("個別の指導計画　後期");
    String running = teacher.post(list, "form", "teaching-plan").is(200).path();
    assertThat(teacher.post(list, "form", "teaching-plan", "term", "2").is(200).path())
        .isEqualTo(running);
    assertThat(teacher.post(list, "form", "teaching-plan", "term", "1").is(200).path())
        .isNotEqualTo(running);
    assertThat(teacher.get(list).is(200).body())
        .contains("令和8年度（2026）前期")
        .contains("令和8年度（2026）後期");
    for (String term : new String[] {"3", "-1", "1000000"}) {
      boolean none = term.equals("-1");
      teacher.post(list, "form", "teaching-plan", "term", term).is(none ? 200 : 422);
    }
  }

  @Test
  void withoutATermOrWithAThirdNothingIsStarted() {
    for (Term term : new Term[] {Term.NONE, new Term(3)}) {
      assertThatObject(town.as(town.teacher, tx -> sheets.start(tx, plan(SheetTown.YEAR, term))))
          .isEqualTo(new SheetOutcome.Refused(SheetRefusal.Plain.NOT_USED));
    }
    var yearly = NewSheet.at(town.school, town.child, "support-school", SheetTown.YEAR);
    assertThatObject(town.as(town.teacher, tx -> sheets.start(tx, yearly.in(Term.FIRST))))
        .isEqualTo(new SheetOutcome.Refused(SheetRefusal.Plain.NOT_USED));
  }

  @Test
  void theTermBeforeIsTakenFirstAndThenTheLastOfTheYearBefore() {
    SheetId last = start(plan(2025, Term.SECOND));
    finishPlan(last);
    finishPlan(start(plan(2025, Term.FIRST)));
    SheetId first = start(plan(SheetTown.YEAR, Term.FIRST));
    SheetId second = start(plan(SheetTown.YEAR, Term.SECOND));
    assertThat(before(first)).contains(last);
    assertThat(before(second)).as("a first draft was never in use").contains(last);
    finishPlan(first);
    assertThat(before(second)).contains(first);
  }

  @Test
  void aFormIsWrittenWhereItSaysItIs() {
    var atSchool = NewSheet.at(town.school, town.child, "service-plan", SheetTown.YEAR);
    assertThatObject(town.as(town.teacher, tx -> sheets.start(tx, atSchool)))
        .isEqualTo(new SheetOutcome.Refused(SheetRefusal.Plain.NOT_USED));
    var atService = NewSheet.at(service, town.child, "support-school", SheetTown.YEAR);
    assertThatObject(town.as(manager, tx -> sheets.start(tx, atService)))
        .isEqualTo(new SheetOutcome.Refused(SheetRefusal.Plain.NOT_USED));
    assertThat(startable(manager))
        .contains("個別支援計画書")
        .doesNotContain("個別の指導計画　前期", "支援内容（小・中学校）", "支援内容（保育所（園）・幼稚園等）");
    assertThat(startable(town.teacher))
        .contains("個別の指導計画　前期", "個別の指導計画　後期", "支援内容（小・中学校）")
        .doesNotContain("個別支援計画書", "支援内容（保育所（園）・幼稚園等）");
  }

  @Test
  void theNextIsBegunWhenTheLastIsFinal() {
    SheetId first = start(servicePlan());
    assertThat(start(servicePlan())).as("still being written").isEqualTo(first);
    finish(first);
    SheetId second = start(servicePlan());
    assertThat(second).isNotEqualTo(first);
    assertThat(start(servicePlan())).isEqualTo(second);
    assertThat(title(first)).isEqualTo("個別支援計画書　令和8年度（2026）第1回");
    assertThat(title(second)).isEqualTo("個別支援計画書　令和8年度（2026）第2回");
    assertThat(before(manager, second)).contains(first);
    town.as(manager, tx -> sheets.discard(tx, second));
    SheetId third = start(servicePlan());
    assertThat(title(third)).as("no number comes twice").endsWith("第3回");
    town.as(manager, tx -> sheets.restore(tx, second));
    SheetState state = town.as(manager, tx -> SheetSql.find(tx, second).state());
    assertThat(state).isEqualTo(SheetState.DRAFT);
  }

  @Test
  void twoWhoStartAtOnceComeToTheSameOfTheYear() throws Exception {
    var begun = new CountDownLatch(1);
    var onward = new CountDownLatch(1);
    TestTown.Worker other = town.town.worker(service, PostKind.SERVICE_MANAGER, "若葉 みのる");
    try (var threads = Executors.newFixedThreadPool(2)) {
      Future<SheetId> first =
          threads.submit(() ->
              town.as(
                  manager,
                  tx -> {
                    SheetId id = sheets.start(tx, servicePlan()).orThrow();
                    begun.countDown();
                    await(onward);
                    return id;
                  }));
      assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
      Future<SheetId> second =
          threads.submit(() -> town.as(other, tx -> sheets.start(tx, servicePlan()).orThrow()));
      onward.countDown();
      assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo(first.get(30, TimeUnit.SECONDS));
    }
  }

  /** The service put no child on record, and no consent tells it of the family. */
  @Test
  void aPlaceThatIsNotToldOfTheFamilyNotesItsAnswerWithoutNames() {
    SheetId id = start(servicePlan());
    String draft = "/sheets/" + id + "/draft";
    assertThat(town.program.visitor().signIn(manager).get(draft).is(200).body())
        .contains("保護者（母）")
        .doesNotContain("青空 みなみ");
    SheetId school = start(plan(SheetTown.YEAR, Term.FIRST));
    assertThat(
            town.program.visitor().signIn(town.teacher).get("/sheets/" + school + "/draft").body())
        .as("who put the child on record knows the family")
        .contains("青空 みなみ（母）");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void finishPlan(SheetId id) {
    Answers goal =
        Answers.NONE.with(Address.cell("goals", ROW, "goal"), new Answer.Text("「手伝ってください」と言葉で頼む。"));
    town.as(
        town.teacher,
        tx -> {
          sheets.save(tx, id, Draft.of("goals", goal)).orThrow();
          return sheets.send(tx, id).orThrow();
        });
    confirm(id);
  }

  private void confirm(SheetId id) {
    town.asMother(
        tx -> sheets.confirm(tx, id, Sheets.inPortal(tx, town.mother, Optional.empty())).orThrow());
  }

  private void finish(SheetId id) {
    Answers goal =
        Answers.NONE
            .with(Address.cell("goals", ROW, "kind"), new Answer.Choice("child"))
            .with(Address.cell("goals", ROW, "goal"), new Answer.Text("予定が変わっても、手順書を見て動く。"));
    town.as(
        manager,
        tx -> {
          sheets
              .save(
                  tx,
                  id,
                  Draft.of(
                      "direction",
                      SheetTown.texts(
                          "wishes",
                          "電車の絵をかきたい。",
                          "policy",
                          "安心して過ごせる居場所をつくる。",
                          "long-goal",
                          "自分で予定を立てる。",
                          "short-goal",
                          "手順書を見て動く。")))
              .orThrow();
          sheets.save(tx, id, Draft.of("supports", goal)).orThrow();
          return sheets.send(tx, id).orThrow();
        });
    confirm(id);
  }

  private List<String> startable(TestTown.Worker worker) {
    var startable = town.program.bean(Startable.class);
    return town.as(
        worker,
        tx ->
            startable.of(tx, town.child, SheetTown.YEAR).stream()
                .map(Startable.Form::title)
                .toList());
  }

  /** As the program itself sees it. */
  private String title(SheetId id) {
    var titles = new ArrayList<String>();
    town.town.run(tx -> {
      Sheet sheet = SheetSql.find(tx, id);
      var form = town.program.bean(FormVersions.class).of(tx, sheet.form(), sheet.formVersion());
      titles.add(SheetWords.title(tx, sheet, form));
    });
    return titles.getFirst();
  }

  private Optional<SheetId> before(SheetId id) {
    return before(town.teacher, id);
  }

  private Optional<SheetId> before(TestTown.Worker worker, SheetId id) {
    SheetReading reading = town.program.bean(SheetReading.class);
    return town.as(
        worker, tx -> reading.before(tx, SheetSql.find(tx, id)).map(read -> read.sheet().id()));
  }
}
