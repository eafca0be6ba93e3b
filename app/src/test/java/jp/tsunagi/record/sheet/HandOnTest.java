package jp.tsunagi.record.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.people.staff.PostKind;
import org.junit.jupiter.api.Test;

/** 引継ぎの日数: what a former teacher may still finish, and what nobody begins any more (F2). */
class HandOnTest {
  private static final LocalDate BEFORE = LocalDate.of(2026, 11, 20);
  private static final LocalDate MOVED = LocalDate.of(2026, 11, 25);
  private static final LocalDate AFTER = LocalDate.of(2026, 11, 27);
  private static final SheetOutcome NOT_RUNNING =
      new SheetOutcome.Refused(SheetRefusal.Plain.NOT_RUNNING);

  private final SheetTown town = new SheetTown().consented();
  private final Sheets sheets = town.sheets;
  private final ClassId other = town.town.schoolClass(town.school, SheetTown.YEAR, "2年2組");
  private final TestTown.Worker next =
      town.town.worker(town.school, PostKind.HOMEROOM_TEACHER, "林 いつき", Optional.of(other));

  private SheetId written() {
    town.program.clock().set(BEFORE);
    SheetId id = town.as(town.teacher, tx -> sheets.start(tx, town.schoolSheet()).orThrow());
    town.as(
        town.teacher,
        tx -> {
          SheetTown.completeSchool().forEach(draft -> sheets.save(tx, id, draft).orThrow());
          return id;
        });
    return id;
  }

  private SheetId inForce() {
    SheetId id = written();
    confirmed(town.teacher, id);
    return id;
  }

  private void confirmed(TestTown.Worker by, SheetId id) {
    var paper = new Confirmation(town.mother, Confirmation.Means.PAPER, BEFORE, Optional.empty());
    town.as(by, tx -> sheets.confirm(tx, id, paper).orThrow());
  }

  private void movedToTheOtherClass() {
    town.town.run(tx -> {
      var involvements = town.program.bean(Involvements.class);
      involvements
          .of(tx, town.child)
          .forEach(it -> involvements.place(tx, it, other, Optional.of(1), Period.since(MOVED)));
    });
    town.program.clock().set(AFTER);
  }

  private void leftTheSchool() {
    town.town.run(tx -> {
      var involvements = town.program.bean(Involvements.class);
      involvements.of(tx, town.child).forEach(it -> involvements.end(tx, it, MOVED));
    });
    town.program.clock().set(AFTER);
  }

  private SheetOutcome did(TestTown.Worker worker, Function<Tx, SheetOutcome> move) {
    return town.as(worker, move);
  }

  private SaveOutcome wrote(TestTown.Worker worker, SheetId id) {
    var draft = Draft.of("state", SheetTown.texts("learning", "漢字が好き。"));
    return town.as(worker, tx -> sheets.save(tx, id, draft));
  }

  @Test
  void whatWasBegunBeforeTheEndIsFinished() {
    SheetId id = written();
    movedToTheOtherClass();
    assertThat(wrote(town.teacher, id)).isInstanceOf(SaveOutcome.Saved.class);
    town.as(town.teacher, tx -> sheets.send(tx, id).orThrow());
    town.as(town.teacher, tx -> sheets.pullBack(tx, id).orThrow());
    town.as(town.teacher, tx -> sheets.send(tx, id).orThrow());
    confirmed(town.teacher, id);
  }

  @Test
  void afterThirtyDaysTheDraftIsTheOthers() {
    SheetId id = written();
    movedToTheOtherClass();
    town.program.clock().set(MOVED.plusDays(29));
    assertThat(wrote(town.teacher, id)).isInstanceOf(SaveOutcome.Saved.class);
    town.program.clock().set(MOVED.plusDays(30));
    assertThatThrownBy(() -> wrote(town.teacher, id)).isInstanceOf(NotFound.class);
    town.as(town.coordinator, tx -> sheets.start(tx, town.schoolSheet()).orThrow());
    assertThat(wrote(town.coordinator, id)).isInstanceOf(SaveOutcome.Saved.class);
  }

  @Test
  void aFormerTeacherOpensNoFinalSheet() {
    SheetId id = inForce();
    movedToTheOtherClass();
    assertThatObject(did(town.teacher, tx -> sheets.correct(tx, id))).isEqualTo(NOT_RUNNING);
    assertThatObject(did(town.teacher, tx -> sheets.amend(tx, id))).isEqualTo(NOT_RUNNING);
    assertThatObject(did(next, tx -> sheets.amend(tx, id))).isInstanceOf(SheetOutcome.Done.class);
  }

  @Test
  void aFormerTeacherTakesNothingBackUp() {
    SheetId id = written();
    town.as(town.teacher, tx -> sheets.discard(tx, id).orThrow());
    movedToTheOtherClass();
    assertThatObject(did(town.teacher, tx -> sheets.restore(tx, id))).isEqualTo(NOT_RUNNING);
  }

  @Test
  void aFormerTeacherNeitherWritesNorSendsWhatOthersBeganSince() {
    SheetId id = inForce();
    movedToTheOtherClass();
    town.as(town.coordinator, tx -> sheets.correct(tx, id).orThrow());
    assertThatObject(wrote(town.teacher, id))
        .isEqualTo(new SaveOutcome.Refused(SheetRefusal.Plain.NOT_RUNNING));
    assertThatObject(did(town.teacher, tx -> sheets.send(tx, id))).isEqualTo(NOT_RUNNING);
    assertThatObject(did(town.teacher, tx -> sheets.discard(tx, id))).isEqualTo(NOT_RUNNING);
  }

  @Test
  void onlyOnesOwnIsFinished() {
    SheetId id = written();
    TestTown.Worker colleague =
        town.town.worker(town.school, PostKind.HOMEROOM_TEACHER, "原 みのり", Optional.of(town.room));
    movedToTheOtherClass();
    town.as(town.teacher, tx -> sheets.send(tx, id).orThrow());
    assertThatObject(did(colleague, tx -> sheets.pullBack(tx, id))).isEqualTo(NOT_RUNNING);
  }

  @Test
  void afterTheEnrolmentNobodyOfTheSchoolBeginsAnything() {
    SheetId id = inForce();
    leftTheSchool();
    assertThatObject(did(town.teacher, tx -> sheets.correct(tx, id))).isEqualTo(NOT_RUNNING);
    assertThatObject(did(town.coordinator, tx -> sheets.correct(tx, id))).isEqualTo(NOT_RUNNING);
  }

  @Test
  void thePageOffersWhatMayBeDone() {
    SheetId id = inForce();
    movedToTheOtherClass();
    var former = town.program.visitor().signIn(town.teacher);
    assertThat(former.get("/sheets/" + id).is(200).body())
        .doesNotContain("/correction")
        .doesNotContain("/amendment");
    assertThat(former.post("/sheets/" + id + "/correction").is(422).body()).contains("受け持ち");
    var now = town.program.visitor().signIn(town.coordinator);
    assertThat(now.get("/sheets/" + id).is(200).body()).contains("/correction");
  }
}
