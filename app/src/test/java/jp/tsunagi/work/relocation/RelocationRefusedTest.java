package jp.tsunagi.work.relocation;

import static jp.tsunagi.schema.Tables.LEGAL_GROUND;
import static jp.tsunagi.schema.Tables.LEGAL_GROUND_SCOPE;
import static jp.tsunagi.schema.Tables.SHOWING;
import static jp.tsunagi.schema.Tables.SHOWING_SCOPE;
import static jp.tsunagi.schema.Tables.SUBMISSION;
import static jp.tsunagi.schema.Tables.SUBMISSION_CHILD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.record.ground.ConsentMeans;
import jp.tsunagi.record.ground.Consents;
import jp.tsunagi.record.ground.NewConsent;
import jp.tsunagi.record.ground.ScopeLine;
import org.junit.jupiter.api.Test;

/** What is not moved, by whom, and what is said then. */
class RelocationRefusedTest extends RelocationTown {
  @Test
  void whatIsFinalIsMovedByWhoeverLeadsAlone() {
    SheetId sheet = confirmed(wrong, mother);
    Visitor writer = visitor(teacher);
    assertThat(writer.get("/sheets/" + sheet).is(200).body()).doesNotContain("/relocation");
    writer.get(page(sheet)).is(404);
    move(writer, sheet, "田中はるき", BORN_TOO).is(404);
    assertThat(town.trace(Action.MOVE_SHEET)).isEmpty();
  }

  @Test
  void ofAChildWhomTheSeatDoesNotReachNothingIsSaid() {
    SheetId sheet = confirmed(wrong, mother);
    Visitor head = visitor(principal);
    String reached = move(head, sheet, "青空ひなた", LocalDate.of(2022, 6, 3)).is(422).text();
    assertThat(reached).contains("あなたがいま受け持つ中にいません");
    String nobody = move(head, sheet, "虹野いろは", LocalDate.of(2022, 6, 3)).is(422).text();
    assertThat(nobody).contains("あなたがいま受け持つ中にいません");
    assertThat(move(head, sheet, "田中はるか", BORN).is(422).text()).contains("もうそのお子さんの記録です");
    assertThat(head.post(page(sheet), "name", "田中はるき", "birth", "", "why", "短い").is(422).text())
        .contains("10文字から", "しるしを付けて");
    assertThat(town.trace(Action.MOVE_SHEET)).isEmpty();
    draft(right);
    assertThat(move(head, sheet, "田中はるき", BORN_TOO).is(422).text()).contains("同じ年度の同じ様式がもうあります");
    assertThat(town.trace(Action.MOVE_SHEET)).isEmpty();
  }

  private void agreed(ConsentKind kind, ScopeLine scope) {
    town.run(tx ->
        family
            .program
            .bean(Consents.class)
            .give(
                tx,
                new NewConsent(
                    ConsentId.create(),
                    wrong,
                    kind,
                    mother,
                    ConsentMeans.PAPER,
                    tx.today(),
                    "test",
                    Optional.of(Set.of(school)),
                    Set.of(family.centre),
                    List.of(scope),
                    false,
                    Period.through(tx.today(), tx.today().plusDays(30)),
                    Optional.empty())));
  }

  @Test
  void whatSomebodyElseReadsByAConsentToItStays() {
    SheetId sheet = confirmed(wrong, mother);
    agreed(
        ConsentKind.SHARE,
        new ScopeLine(
            Category.SUPPORT,
            Optional.of("support-school/state"),
            Optional.of(new ScopeLine.OfSheet(sheet, 2026))));
    Visitor head = visitor(principal);
    assertThat(head.get(page(sheet)).is(200).text())
        .contains("この書類を見せる同意が続いています")
        .doesNotContain("name=\"birth\"");
    assertThat(move(head, sheet, "田中はるき", BORN_TOO).is(422).text()).contains("同意が続いています");
    assertThat(town.trace(Action.MOVE_SHEET)).isEmpty();
  }

  @Test
  void whatIsKeptLongerStays() {
    SheetId sheet = confirmed(wrong, mother);
    Visitor head = visitor(principal);
    head.post(
            "/retention/holds",
            "id",
            UUID.randomUUID().toString(),
            "name",
            "田中はるか",
            "birth",
            BORN.toString(),
            "why",
            "ご家族から問い合わせがあります",
            "until",
            "R10.3.31")
        .is(200);
    assertThat(head.get(page(sheet)).is(200).text())
        .contains("保留になっているか")
        .doesNotContain("name=\"birth\"");
    assertThat(move(head, sheet, "田中はるき", BORN_TOO).is(422).text()).contains("保留になっているか");
    assertThat(town.trace(Action.MOVE_SHEET)).isEmpty();
  }

  @Test
  void whatAGroundInLawOpensStaysUntilItEnds() {
    SheetId sheet = confirmed(wrong, mother);
    UUID ground = UUID.randomUUID();
    town.run(tx -> {
      tx.sql()
          .insertInto(LEGAL_GROUND)
          .set(LEGAL_GROUND.TENANT_ID, tx.tenant())
          .set(LEGAL_GROUND.GROUND_ID, ground)
          .set(LEGAL_GROUND.CHILD_ID, wrong)
          .set(LEGAL_GROUND.LAW, "OTHER")
          .set(LEGAL_GROUND.ARTICLE, "69")
          .set(LEGAL_GROUND.RECEIVER_ID, family.centre)
          .set(LEGAL_GROUND.WITH_HISTORY, false)
          .set(LEGAL_GROUND.NOTE, "test")
          .set(LEGAL_GROUND.LAST_DAY, tx.today())
          .set(LEGAL_GROUND.GUARDIAN_SEES, true)
          .set(LEGAL_GROUND.ASKED_BY, UUID.randomUUID())
          .set(LEGAL_GROUND.ASKED_FOR, school.value())
          .set(LEGAL_GROUND.ASKED_AT, tx.now().atOffset(ZoneOffset.UTC))
          .set(LEGAL_GROUND.DECIDED_BY, UUID.randomUUID())
          .set(LEGAL_GROUND.DECIDED_AT, tx.now().atOffset(ZoneOffset.UTC))
          .set(LEGAL_GROUND.APPROVED, true)
          .set(LEGAL_GROUND.VALID_FROM, tx.today())
          .execute();
      tx.sql()
          .insertInto(LEGAL_GROUND_SCOPE)
          .set(LEGAL_GROUND_SCOPE.TENANT_ID, tx.tenant())
          .set(LEGAL_GROUND_SCOPE.GROUND_ID, ground)
          .set(LEGAL_GROUND_SCOPE.CATEGORY, "SUPPORT")
          .set(LEGAL_GROUND_SCOPE.SECTION, "support-school/state")
          .set(LEGAL_GROUND_SCOPE.SHEET_ID, sheet)
          .set(LEGAL_GROUND_SCOPE.SHEET_YEAR, 2026)
          .execute();
    });
    Visitor head = visitor(principal);
    assertThat(move(head, sheet, "田中はるき", BORN_TOO).is(422).text()).contains("まだ読める人がいます");
    town.run(tx ->
        tx.sql()
            .update(LEGAL_GROUND)
            .set(LEGAL_GROUND.ENDED_BY, UUID.randomUUID())
            .set(LEGAL_GROUND.ENDED_AT, tx.now().atOffset(ZoneOffset.UTC))
            .set(LEGAL_GROUND.ENDED_ON, tx.today())
            .execute());
    move(head, sheet, "田中はるき", BORN_TOO).is(200);
    assertThat(town.trace(Action.MOVE_SHEET)).hasSize(2);
  }

  @Test
  void whatWaitsToBeHandedInStays() {
    SheetId sheet = confirmed(wrong, mother);
    UUID list = UUID.randomUUID();
    town.run(tx -> {
      tx.sql()
          .insertInto(SUBMISSION)
          .set(SUBMISSION.TENANT_ID, tx.tenant())
          .set(SUBMISSION.SUBMISSION_ID, list)
          .set(SUBMISSION.ORGANISATION_ID, school)
          .set(SUBMISSION.RECEIVER_ID, family.centre)
          .set(SUBMISSION.FORM_KEY, "support-school")
          .set(SUBMISSION.FISCAL_YEAR, 2026)
          .set(SUBMISSION.EXPECTED, 1)
          .set(SUBMISSION.NOTE, "test")
          .set(SUBMISSION.LAST_DAY, tx.today().plusDays(30))
          .set(SUBMISSION.ASKED_BY, UUID.randomUUID())
          .set(SUBMISSION.ASKED_AT, tx.now().atOffset(ZoneOffset.UTC))
          .execute();
      tx.sql()
          .insertInto(SUBMISSION_CHILD)
          .set(SUBMISSION_CHILD.TENANT_ID, tx.tenant())
          .set(SUBMISSION_CHILD.SUBMISSION_ID, list)
          .set(SUBMISSION_CHILD.CHILD_ID, wrong)
          .set(SUBMISSION_CHILD.SHEET_ID, sheet)
          .set(SUBMISSION_CHILD.RECEIVER_ID, family.centre)
          .set(SUBMISSION_CHILD.GROUND_ID, UUID.randomUUID())
          .set(SUBMISSION_CHILD.OPEN, true)
          .set(SUBMISSION_CHILD.LEFT_OUT, false)
          .execute();
    });
    assertThat(move(visitor(principal), sheet, "田中はるき", BORN_TOO).is(422).text())
        .contains("設置者などに提出する一覧に入り");
  }

  @Test
  void ofTwoChildrenOfOneNameAndBirthDateNeitherIsChosen() {
    SheetId sheet = confirmed(wrong, mother);
    enrolled("はるき", BORN_TOO);
    assertThat(move(visitor(principal), sheet, "田中はるき", BORN_TOO).is(422).text())
        .contains("2人以上います");
    assertThat(town.trace(Action.MOVE_SHEET)).isEmpty();
  }

  @Test
  void whatWasHandedOverStays() {
    SheetId sheet = confirmed(wrong, mother);
    agreed(ConsentKind.HANDOVER, ScopeLine.of(Category.SUPPORT));
    assertThat(visitor(principal).get(page(sheet)).is(200).text()).contains("引継ぎの同意で");
    assertThat(move(visitor(principal), sheet, "田中はるき", BORN_TOO).is(422).text())
        .contains("引継ぎの同意で");
  }

  @Test
  void whatIsShownToTheFamilyStaysUntilThatEnds() {
    SheetId sheet = confirmed(wrong, mother);
    UUID showing = UUID.randomUUID();
    town.run(tx -> {
      var row = tx.sql().newRecord(SHOWING);
      row.setTenantId(tx.tenant());
      row.setShowingId(showing);
      row.setChildId(wrong);
      row.setGiverId(UUID.randomUUID());
      row.setReaderId(mother.value());
      row.setMeans("PORTAL");
      row.setGivenOn(tx.today());
      row.setWhole(false);
      row.setValidFrom(tx.today());
      row.setValidTo(tx.today().plusYears(1));
      row.setRecordedBy(mother.value());
      row.setRecordedAt(tx.now().atOffset(ZoneOffset.UTC));
      row.insert();
      var line = tx.sql().newRecord(SHOWING_SCOPE);
      line.setTenantId(tx.tenant());
      line.setShowingId(showing);
      line.setLine(1);
      line.setCategory("SUPPORT");
      line.setSection("support-school/state");
      line.setSheetId(sheet);
      line.setSheetYear(2026);
      line.insert();
    });
    Visitor head = visitor(principal);
    assertThat(head.get(page(sheet)).is(200).text())
        .contains("まだ読める人がいます")
        .doesNotContain("name=\"birth\"");
    assertThat(move(head, sheet, "田中はるき", BORN_TOO).is(422).text()).contains("まだ読める人がいます");
    assertThat(town.trace(Action.MOVE_SHEET)).isEmpty();
    town.run(tx ->
        tx.sql()
            .update(SHOWING)
            .set(SHOWING.ENDED_AT, tx.now().atOffset(ZoneOffset.UTC))
            .set(SHOWING.ENDED_BY, mother.value())
            .set(SHOWING.ENDED_MEANS, "PORTAL")
            .where(SHOWING.SHOWING_ID.eq(showing))
            .execute());
    move(head, sheet, "田中はるき", BORN_TOO).is(200);
  }
}
