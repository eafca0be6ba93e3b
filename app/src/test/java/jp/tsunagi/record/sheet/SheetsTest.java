package jp.tsunagi.record.sheet;

import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.SHEET_PART;
import static jp.tsunagi.schema.Tables.TENANT_SETTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.Entered;
import jp.tsunagi.record.ground.ConsentMeans;
import jp.tsunagi.record.ground.Consents;
import org.junit.jupiter.api.Test;

/** Sheets on the running program, as the school, the centre and the mother use them (A3-A7). */
class SheetsTest {
  private final SheetTown town = new SheetTown();
  private final Sheets sheets = town.sheets;

  private SheetId started() {
    return town.as(town.teacher, tx -> sheets.start(tx, town.schoolSheet()).orThrow());
  }

  private SheetId complete() {
    SheetId id = started();
    town.as(
        town.teacher,
        tx -> {
          SheetTown.completeSchool().forEach(draft -> sheets.save(tx, id, draft).orThrow());
          return id;
        });
    return id;
  }

  private static List<String> readable(Tx tx, SheetId id) {
    return tx.sql()
        .select(ITEM.SECTION)
        .from(ITEM)
        .where(Readable.item(tx))
        .and(ITEM.SHEET_ID.eq(id))
        .orderBy(ITEM.SECTION)
        .fetch(ITEM.SECTION);
  }

  @Test
  void startsOnceAndLeadsBackToIt() {
    SheetId first = started();
    assertThat(started()).isEqualTo(first);
    assertThat(town.town.trace(Action.SAVE_DRAFT))
        .as("two starts, and what the sheet begins with")
        .hasSize(3);
  }

  @Test
  void twoWhoStartAtOnceComeToTheSameSheet() throws Exception {
    var begun = new CountDownLatch(1);
    var onward = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(2)) {
      Future<SheetId> first =
          threads.submit(() ->
              town.as(
                  town.teacher,
                  tx -> {
                    SheetId id = sheets.start(tx, town.schoolSheet()).orThrow();
                    begun.countDown();
                    await(onward);
                    return id;
                  }));
      assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
      Future<SheetId> second =
          threads.submit(() ->
              town.as(town.coordinator, tx -> sheets.start(tx, town.schoolSheet()).orThrow()));
      assertThatThrownBy(() -> second.get(1, TimeUnit.SECONDS))
          .as("waits for the first")
          .isInstanceOf(TimeoutException.class);
      onward.countDown();
      assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo(first.get(30, TimeUnit.SECONDS));
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void refusesWhatMayNotBeStarted() {
    var profile = NewSheet.ofChild(town.child, "profile", SheetTown.YEAR);
    assertThatObject(town.asMother(tx -> sheets.start(tx, profile)))
        .isEqualTo(new SheetOutcome.Refused(SheetRefusal.Plain.NO_USE_CONSENT));
    assertThatObject(town.as(town.teacher, tx -> sheets.start(tx, profile)))
        .isEqualTo(new SheetOutcome.Refused(SheetRefusal.Plain.NO_USE_CONSENT));
    var elsewhere = NewSheet.at(town.centre, town.child, "support-school", SheetTown.YEAR);
    assertThatObject(town.as(town.teacher, tx -> sheets.start(tx, elsewhere)))
        .isEqualTo(new SheetOutcome.Refused(SheetRefusal.Plain.NOT_USED));
    var early = NewSheet.at(town.school, town.child, "support-school", 1999);
    assertThatObject(town.as(town.teacher, tx -> sheets.start(tx, early)))
        .isEqualTo(new SheetOutcome.Refused(SheetRefusal.Plain.NOT_USED));
    assertThatThrownBy(() -> town.as(town.nurseryHead, tx -> sheets.start(tx, town.schoolSheet())))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void draftIsReadByItsWritersAlone() {
    SheetId id = complete();
    assertThat(town.<List<String>>as(town.teacher, tx -> readable(tx, id))).hasSize(3);
    assertThat(town.<List<String>>as(town.coordinator, tx -> readable(tx, id))).isEmpty();
    assertThat(town.<List<String>>asMother(tx -> readable(tx, id))).isEmpty();
    assertThatThrownBy(() ->
            town.as(
                town.coordinator, tx -> sheets.save(tx, id, SheetTown.completeSchool().getFirst())))
        .isInstanceOf(NotFound.class);
    town.as(town.coordinator, tx -> sheets.start(tx, town.schoolSheet()));
    assertThat(town.<List<String>>as(town.coordinator, tx -> readable(tx, id))).hasSize(3);
  }

  @Test
  void schoolBecomesFinalOnlyWhenTheGuardianConfirmed() {
    town.consented();
    SheetId id = complete();
    assertThatObject(town.as(town.teacher, tx -> sheets.finish(tx, id)))
        .isEqualTo(new SheetOutcome.Refused(SheetRefusal.Plain.GUARDIAN_FIRST));
    town.as(town.teacher, tx -> sheets.send(tx, id).orThrow());
    assertThat(town.<List<String>>as(town.coordinator, tx -> readable(tx, id))).hasSize(3);
    assertThat(town.<List<String>>as(town.counsellor, tx -> readable(tx, id))).isEmpty();
    assertThat(town.<List<String>>asMother(tx -> readable(tx, id))).hasSize(3);
    var done =
        town.asMother(
            tx -> sheets.confirm(tx, id, Sheets.inPortal(tx, town.mother, Optional.empty())));
    assertThat(done).isEqualTo(new SheetOutcome.Done(id, SheetState.FINAL));
    assertThat(town.<List<String>>as(town.counsellor, tx -> readable(tx, id))).hasSize(3);
    assertThat(town.town.trace(Action.CONFIRM_SHEET)).hasSize(1);
  }

  @Test
  void withdrawalLeavesTheSchoolItsOwn() {
    town.consented();
    SheetId id = complete();
    var paper =
        new Confirmation(
            town.mother, Confirmation.Means.PAPER, LocalDate.of(2026, 6, 10), Optional.empty());
    town.as(town.teacher, tx -> sheets.confirm(tx, id, paper).orThrow());
    assertThat(town.<List<String>>as(town.counsellor, tx -> readable(tx, id))).hasSize(3);
    town.as(
        town.counsellor,
        tx -> {
          var consents = town.program.bean(Consents.class);
          consents.withdraw(tx, town.child, town.use, ConsentMeans.PAPER, tx.today());
          return true;
        });
    assertThat(town.<List<String>>as(town.counsellor, tx -> readable(tx, id))).isEmpty();
    assertThat(town.<List<String>>as(town.teacher, tx -> readable(tx, id))).hasSize(3);
  }

  @Test
  void incompleteSheetSaysWhatIsMissing() {
    SheetId id = started();
    var outcome = town.as(town.teacher, tx -> sheets.send(tx, id));
    assertThat(outcome).isInstanceOf(SheetOutcome.Refused.class);
    var missing = town.as(town.teacher, tx -> sheets.missing(tx, id));
    assertThat(missing).extracting(Missing::section).contains("state", "support");
  }

  @Test
  void twoWritersMergeAndTheSameFieldKeepsBothTexts() {
    SheetId id = started();
    town.as(town.coordinator, tx -> sheets.start(tx, town.schoolSheet()));
    UUID teacherPage = Id.fresh();
    UUID otherPage = Id.fresh();
    town.as(town.teacher, tx -> save(tx, id, teacherPage, "learning", "漢字が好き。"));
    town.as(town.coordinator, tx -> save(tx, id, otherPage, "living", "朝のしたくは一人で。"));
    var clash = town.as(town.coordinator, tx -> save(tx, id, otherPage, "learning", "計算が速い。"));
    assertThat(clash.both()).hasSize(1);
    assertThat(clash.both().getFirst().other()).isEqualTo("森田 かえで");
    Answers now = town.as(town.teacher, tx -> answers(tx, id));
    assertThat(now.at("learning")).isEqualTo(new Answer.Text("漢字が好き。"));
    assertThat(now.at("living")).isEqualTo(new Answer.Text("朝のしたくは一人で。"));
    var again = town.as(town.teacher, tx -> save(tx, id, teacherPage, "learning", "漢字が得意。"));
    assertThat(again.both()).isEmpty();
  }

  private SaveOutcome.Saved save(Tx tx, SheetId id, UUID page, String field, String text) {
    Answers answers = Answers.NONE.with(Address.of(field), new Answer.Text(text));
    var entered = new Entered(answers, java.util.Set.of());
    var draft = new Draft("state", entered, 0, page, java.util.Set.of(), Optional.empty());
    return sheets.save(tx, id, draft).orThrow();
  }

  private static Answers answers(Tx tx, SheetId id) {
    return tx.sql()
        .select(SHEET_PART.ANSWERS)
        .from(SHEET_PART)
        .where(SHEET_PART.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_PART.SHEET_ID.eq(id))
        .and(SHEET_PART.SECTION.eq("state"))
        .fetchSingle(row -> Answers.ofJson(row.value1().data()));
  }

  @Test
  void correctionReplacesOnlyWhatWasWrong() {
    town.consented();
    SheetId id = complete();
    town.as(town.teacher, tx -> sheets.send(tx, id).orThrow());
    town.asMother(tx -> sheets.confirm(tx, id, Sheets.inPortal(tx, town.mother, Optional.empty())));
    town.as(town.teacher, tx -> sheets.correct(tx, id).orThrow());
    var draft = Draft.of("state", SheetTown.texts("strengths", "絵をかくこと。"));
    town.as(town.teacher, tx -> sheets.save(tx, id, draft).orThrow());
    assertThat(town.<List<String>>as(town.counsellor, tx -> readable(tx, id)))
        .as("the final version stays readable meanwhile")
        .hasSize(3);
    town.as(town.teacher, tx -> sheets.send(tx, id).orThrow());
    town.asMother(tx -> sheets.confirm(tx, id, Sheets.inPortal(tx, town.mother, Optional.empty())));
    List<String> states =
        town.as(
            town.teacher,
            tx ->
                tx.sql()
                    .select(ITEM.STATE)
                    .from(ITEM)
                    .where(Readable.item(tx))
                    .and(ITEM.SHEET_ID.eq(id))
                    .and(ITEM.SECTION.eq("support-school/state"))
                    .orderBy(ITEM.REVISION)
                    .fetch(ITEM.STATE));
    assertThat(states).containsExactly("CORRECTED", "FINAL");
    assertThat(town.<List<String>>as(town.counsellor, tx -> readable(tx, id))).hasSize(3);
  }

  @Test
  void whatAGuardianIsStillWritingIsNeitherSeenNorSealedByOthers() {
    town.consented();
    var profile = NewSheet.ofChild(town.child, "profile", SheetTown.YEAR);
    SheetId id = town.asMother(tx -> sheets.start(tx, profile).orThrow());
    var hers = Draft.of("strengths", SheetTown.texts("likes", "電車。"));
    town.asMother(tx -> sheets.save(tx, id, hers).orThrow());
    town.as(town.counsellor, tx -> sheets.start(tx, profile).orThrow());
    assertThat(town.<List<String>>as(town.counsellor, tx -> readable(tx, id))).isEmpty();
    var said = new Said(town.mother, LocalDate.of(2026, 11, 2));
    var ours = Draft.of("strengths", SheetTown.texts("likes", "絵本。")).said(said);
    assertThatObject(town.as(town.counsellor, tx -> sheets.save(tx, id, ours)))
        .isEqualTo(new SaveOutcome.Refused(SheetRefusal.Plain.OTHER_GUARDIAN));
    assertThatObject(town.as(town.counsellor, tx -> sheets.finish(tx, id)))
        .isEqualTo(new SheetOutcome.Refused(SheetRefusal.Plain.OTHER_GUARDIAN));
    town.asMother(tx -> sheets.finish(tx, id).orThrow());
    assertThat(town.<List<String>>as(town.counsellor, tx -> readable(tx, id))).hasSize(1);
  }

  @Test
  void nurseryAsksTheGuardianUnlessTheMunicipalityDecidedOtherwise() {
    town.town.run(tx ->
        town.program
            .bean(Involvements.class)
            .open(
                tx,
                town.child,
                town.nursery,
                InvolvementKind.ENROLMENT,
                Period.since(LocalDate.of(2026, 4, 1))));
    var wanted = NewSheet.at(town.nursery, town.child, "support-nursery", SheetTown.YEAR);
    SheetId id = town.as(town.nurseryHead, tx -> sheets.start(tx, wanted).orThrow());
    Answers outline =
        SheetTown.texts("strengths", "砂遊び。", "aim", "朝のしたく。")
            .with(Address.of("teacher"), new Answer.Person("陽田 まひる", null));
    Answers outcome =
        SheetTown.texts("evaluation", "よく話すようになった。")
            .with(Address.of("written-on"), Answer.Date.of(LocalDate.of(2026, 11, 1)));
    town.as(
        town.nurseryHead,
        tx -> {
          sheets.save(tx, id, Draft.of("outline", outline)).orThrow();
          return sheets.save(tx, id, Draft.of("outcome", outcome)).orThrow();
        });
    assertThatObject(town.as(town.nurseryHead, tx -> sheets.finish(tx, id)))
        .isEqualTo(new SheetOutcome.Refused(SheetRefusal.Plain.GUARDIAN_FIRST));
    town.town.run(tx ->
        tx.sql()
            .insertInto(TENANT_SETTING)
            .set(TENANT_SETTING.TENANT_ID, tx.tenant())
            .set(TENANT_SETTING.NAME, "nursery-guardian-checks")
            .set(TENANT_SETTING.VALUE, "false")
            .execute());
    assertThatObject(town.as(town.nurseryHead, tx -> sheets.finish(tx, id)))
        .isEqualTo(new SheetOutcome.Done(id, SheetState.FINAL));
  }

  @Test
  void discardedDraftCanBeTakenUpAgain() {
    SheetId id = complete();
    town.as(town.teacher, tx -> sheets.discard(tx, id).orThrow());
    assertThat(town.<List<String>>as(town.coordinator, tx -> readable(tx, id))).isEmpty();
    assertThatObject(town.as(town.teacher, tx -> sheets.restore(tx, id)))
        .isEqualTo(new SheetOutcome.Done(id, SheetState.DRAFT));
    assertThat(town.<List<String>>as(town.teacher, tx -> readable(tx, id))).hasSize(3);
  }

  @Test
  void profileHoldsTheGuardiansWordsWhoeverTypesThem() {
    town.consented();
    var profile = NewSheet.ofChild(town.child, "profile", SheetTown.YEAR);
    SheetId id = town.as(town.counsellor, tx -> sheets.start(tx, profile).orThrow());
    var words = Draft.of("strengths", SheetTown.texts("likes", "電車と絵本。"));
    assertThatObject(town.as(town.counsellor, tx -> sheets.save(tx, id, words)))
        .isEqualTo(new SaveOutcome.Refused(SheetRefusal.Plain.NO_GUARDIAN));
    var said = words.said(new Said(town.mother, LocalDate.of(2026, 11, 2)));
    town.as(town.counsellor, tx -> sheets.save(tx, id, said).orThrow());
    assertThat(town.<List<String>>as(town.counsellor, tx -> readable(tx, id))).hasSize(1);
    assertThat(town.<List<String>>asMother(tx -> readable(tx, id))).hasSize(1);
    town.asMother(
        tx -> sheets.save(tx, id, Draft.of("wishes", SheetTown.texts("guardian-wish", "笑顔で。"))));
    town.asMother(tx -> sheets.finish(tx, id).orThrow());
    assertThat(town.<List<String>>as(town.counsellor, tx -> readable(tx, id))).hasSize(2);
    assertThat(town.<List<String>>as(town.teacher, tx -> readable(tx, id))).isEmpty();
  }
}
