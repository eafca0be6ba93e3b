package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.SHEET;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.record.item.ItemState;
import jp.tsunagi.record.print.PrintTown;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/**
 * What shows that others were allowed to read stays as long as anything is there that was read by
 * it.
 */
class KeptGroundsTest {
  private static final LocalDate END = PastTown.ENTRY;

  private final PastTown past = new PastTown();
  private final PastRows rows = new PastRows(past);
  private final UUID id = Id.fresh();

  private ConsentId agreed() {
    return past.agreed(ConsentKind.HANDOVER, Set.of(past.school), new Period(PastTown.THEN, END));
  }

  private void isOver(RetentionKind kind, OrganisationId place, TestTown.Worker who, boolean over) {
    assertThat(past.visitor(who).get("/retention?kind=" + kind).is(200).text().contains("2018）"))
        .isEqualTo(over);
    past.propose(past.visitor(who), place, kind, 2018).is(over ? 200 : 422);
  }

  private void isOver(RetentionKind kind, boolean over) {
    isOver(kind, past.family.nursery, past.family.head, over);
  }

  private void delete(String table, String column, UUID which) {
    past.town.run(tx ->
        tx.sql()
            .deleteFrom(DSL.table(DSL.name(table)))
            .where(DSL.condition("{0} = {1}", DSL.field(DSL.name(column)), DSL.val(which)))
            .execute());
  }

  @Test
  void aPaperThatWentOutByItKeepsAConsent() {
    ConsentId consent = agreed();
    ItemId entry = rows.entry("ISSUE", "FINAL");
    past.put(
        "issue",
        "issue_id",
        id,
        "number",
        1,
        "fiscal_year",
        2018,
        "child_id",
        past.child.value(),
        "item_id",
        entry.value(),
        "receiver_name",
        "つなぎ小学校",
        "purpose",
        "就学",
        "media_type",
        "application/pdf",
        "issued_at",
        PastRows.AT,
        "issued_by",
        past.family.head.staff().value(),
        "content",
        new byte[] {1},
        "consent_id",
        consent.value());
    isOver(RetentionKind.CONSENT, false);
    delete("issue", "issue_id", id);
    isOver(RetentionKind.CONSENT, true);
  }

  @Test
  void theSheetOfTheFamilyKeepsTheConsentToTheSystem() {
    ConsentId consent = agreed();
    past.town.run(tx ->
        tx.sql()
            .update(CONSENT)
            .set(CONSENT.KIND, "USE")
            .where(CONSENT.CONSENT_ID.eq(consent))
            .execute());
    SheetId sheet =
        new PrintTown(past.family.program, past.town)
            .sheet(past.child, past.family.nursery, "profile", ItemState.FINAL, "積み木");
    past.town.run(tx ->
        tx.sql()
            .update(SHEET)
            .setNull(SHEET.ORGANISATION_ID)
            .where(SHEET.SHEET_ID.eq(sheet))
            .execute());
    isOver(RetentionKind.CONSENT, false);
    past.town.run(tx ->
        tx.sql()
            .update(SHEET)
            .set(SHEET.ORGANISATION_ID, past.family.nursery)
            .where(SHEET.SHEET_ID.eq(sheet))
            .execute());
    isOver(RetentionKind.CONSENT, true);
  }

  @Test
  void theRequestThatItAnsweredKeepsAConsent() {
    ConsentId consent = agreed();
    past.put(
        "plan_request",
        "consent_id",
        consent.value(),
        "child_id",
        past.child.value(),
        "receiver_id",
        past.school.value(),
        "sender_id",
        past.family.nursery.value(),
        "form_key",
        "support-nursery",
        "fiscal_year",
        2018,
        "sections",
        new String[] {"areas"},
        "why",
        "入学の前に読みたい",
        "needed_by",
        END,
        "readable_until",
        END,
        "asked_by",
        past.coordinator.staff().value(),
        "asked_at",
        PastRows.AT,
        "state",
        "READABLE",
        "state_at",
        PastRows.AT);
    isOver(RetentionKind.CONSENT, false);
    delete("plan_request", "consent_id", consent.value());
    isOver(RetentionKind.CONSENT, true);
  }

  @Test
  void aPartThatItOpenedKeepsAGroundInLaw() {
    past.put(
        "legal_ground",
        "ground_id",
        id,
        "child_id",
        past.child.value(),
        "law",
        "COUNCIL",
        "article",
        "児童福祉法第25条の2",
        "receiver_id",
        past.school.value(),
        "with_history",
        false,
        "note",
        "会議のため",
        "last_day",
        END.minusDays(1),
        "guardian_sees",
        true,
        "asked_by",
        Id.fresh(),
        "asked_for",
        past.family.nursery.value(),
        "asked_at",
        PastRows.AT,
        "decided_by",
        Id.fresh(),
        "decided_at",
        PastRows.AT,
        "approved",
        true,
        "valid_from",
        PastTown.THEN);
    past.put("legal_ground_scope", "ground_id", id, "category", "SUPPORT", "section", "");
    past.sheet();
    isOver(RetentionKind.LAW, false);
    past.dispose(past.family.head, past.second, past.family.nursery, RetentionKind.NURSERY, 2018);
    isOver(RetentionKind.LAW, true);
  }

  @Test
  void aPartThatItShowedKeepsAShowing() {
    past.put(
        "showing",
        "showing_id",
        id,
        "child_id",
        past.child.value(),
        "giver_id",
        Id.fresh(),
        "reader_id",
        past.mother.value(),
        "means",
        "PORTAL",
        "given_on",
        PastTown.THEN,
        "whole",
        true,
        "valid_from",
        PastTown.THEN,
        "valid_to",
        END,
        "recorded_by",
        Id.fresh(),
        "recorded_at",
        PastRows.AT);
    past.sheet();
    var centre = past.family.centre;
    isOver(RetentionKind.SHOWING, centre, past.family.counsellor, false);
    past.dispose(past.family.head, past.second, past.family.nursery, RetentionKind.NURSERY, 2018);
    isOver(RetentionKind.SHOWING, centre, past.family.counsellor, true);
  }

  /**
   * Objections and showings are for those who take in; who approves or enrols at a hub is told
   * nothing.
   */
  @Test
  void whatTheFamilySaidIsListedToThoseWhoTakeInAlone() {
    past.put(
        "objection",
        "objection_id",
        id,
        "child_id",
        past.child.value(),
        "giver_id",
        past.mother.value(),
        "means",
        "PORTAL",
        "to_all",
        true,
        "asked_on",
        PastTown.THEN,
        "valid_from",
        PastTown.THEN,
        "valid_to",
        END,
        "lifted_means",
        "PORTAL",
        "lifted_by",
        past.mother.value(),
        "lifted_at",
        PastRows.AT,
        "recorded_by",
        past.mother.value(),
        "recorded_at",
        PastRows.AT,
        "item_id",
        rows.entry("CONSENT", "WITH_GUARDIAN").value());
    past.town.run(tx ->
        tx.sql()
            .execute(
                "update item set author_id = {0} where child_id = {1}",
                DSL.val(past.family.centre.value()), DSL.val(past.child.value())));
    TestTown.Worker approves = past.town.worker(past.family.centre, PostKind.PRINCIPAL, "白石 さき");
    isOver(RetentionKind.OBJECTION, past.family.centre, approves, false);
    isOver(RetentionKind.OBJECTION, past.family.centre, past.family.counsellor, true);
    var other = past.visitor(approves);
    assertThat(other.get(PastTown.DISPOSALS).is(200).text()).doesNotContain("共有しない希望");
    UUID waits =
        PastTown.waiting(
            past.visitor(past.town.worker(past.family.centre, PostKind.CENTRE_HEAD, "森田 ゆき")));
    PastTown.decide(other, waits, "yes").is(404);
    assertThat(List.of("PROPOSED")).isEqualTo(past.told());
  }
}
