package jp.tsunagi.work.relocation;

import static jp.tsunagi.schema.Tables.ISSUE;
import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.RELOCATION;
import static jp.tsunagi.schema.Tables.SHEET_PART;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.people.child.Relation;
import jp.tsunagi.record.item.ItemState;
import jp.tsunagi.record.print.PrintTown;
import jp.tsunagi.record.sheet.Confirmation;
import org.junit.jupiter.api.Test;

/** A sheet on the wrong child goes to the right one, and is absent at the first (A7, F1). */
class RelocationTest extends RelocationTown {
  @Test
  void whatWasConfirmedByTheWrongFamilyGoesToTheRightOneAsADraft() {
    SheetId sheet = confirmed(wrong, mother);
    Visitor first = family.program.visitor().signIn(family.account(mother));
    assertThat(first.get("/portal/sheets/" + sheet).is(200).text()).contains(WORDS);
    Visitor head = visitor(principal);
    String paper =
        visitor(teacher).post("/sheets/" + sheet + "/print", "purpose", "talk").is(200).path();
    assertThat(head.get("/sheets/" + sheet).is(200).body()).contains(page(sheet));
    String before = head.get(page(sheet)).is(200).text();
    assertThat(before)
        .contains("保護者（母）", "みなみ小学校", "書類を読んだ", "印刷した", "保護者が確認して確定")
        .contains("下書きに戻ります")
        .doesNotContain("田中 みどり");
    assertThat(move(head, sheet, "田中はるき", BORN_TOO).is(200).path()).startsWith("/sheets/" + sheet);

    first.get("/portal/sheets/" + sheet).is(404);
    assertThat(first.get("/portal").is(200).text())
        .contains("みなみ小学校", "別のお子さんのこと")
        .doesNotContain("はるき");
    assertThat(first.get("/portal/children/" + wrong + "/access").is(200).text())
        .contains("別のお子さんのことが書かれていたため、この記録から移されました")
        .doesNotContain("はるき");
    visitor(principal).get(paper).is(404);
    assertThat(head.get("/children/" + wrong).is(200).text()).doesNotContain(WORDS);
    Visitor second = family.program.visitor().signIn(family.account(other));
    second.get("/portal/sheets/" + sheet).is(404);
    assertThat(second.get("/portal/children/" + right + "/access").is(200).text())
        .contains("別のお子さんの記録として書かれていたため、この記録へ移されました")
        .doesNotContain("はるか");
    Visitor writer = visitor(teacher);
    assertThat(writer.get("/sheets/" + sheet + "/draft").is(200).text()).contains(WORDS, "はるき");
    as(
        teacher,
        tx ->
            done(
                sheets()
                    .confirm(
                        tx,
                        sheet,
                        new Confirmation(
                            other, Confirmation.Means.PAPER, tx.today(), Optional.empty()))));
    assertThat(writer.get("/sheets/" + sheet).is(200).text())
        .contains("ここへ移し、下書きに戻しました", "田中 こう")
        .doesNotContain("田中 みどり");
    assertThat(second.get("/portal/sheets/" + sheet).is(200).text()).contains(WORDS);
    first.get("/portal/sheets/" + sheet).is(404);

    var rows = town.trace(Action.MOVE_SHEET);
    assertThat(rows).extracting(row -> row.getChildId()).containsExactlyInAnyOrder(wrong, right);
    assertThat(rows)
        .extracting(row -> row.getPurpose())
        .containsExactlyInAnyOrder("MOVED_AWAY", "MOVED_HERE");
    assertThat(rows).allSatisfy(row -> assertThat(row.getOrganisationId()).isEqualTo(school));
    town.run(tx -> {
      assertThat(tx.sql().fetchCount(ITEM, ITEM.CHILD_ID.eq(wrong).and(ITEM.SHEET_ID.eq(sheet))))
          .isZero();
      assertThat(
              tx.sql()
                  .select(ISSUE.CONTENT)
                  .from(ISSUE)
                  .where(ISSUE.CHILD_ID.eq(wrong))
                  .fetch(ISSUE.CONTENT))
          .allSatisfy(bytes -> assertThat(bytes).isEmpty());
      assertThat(
              tx.sql()
                  .select(RELOCATION.ANSWERS)
                  .from(RELOCATION)
                  .where(RELOCATION.SHEET_ID.eq(sheet))
                  .fetch(RELOCATION.ANSWERS)
                  .toString())
          .contains("CONFIRMED", mother.toString());
    });
  }

  @Test
  void sentTwiceItIsMovedOnce() {
    SheetId sheet = draft(wrong);
    Visitor writer = visitor(teacher);
    String[] form = form(UUID.randomUUID(), "たなか はるき", BORN_TOO);
    writer.post(page(sheet), form).is(200);
    assertThat(writer.post(page(sheet), form).is(200).path()).startsWith("/sheets/" + sheet);
    assertThat(town.trace(Action.MOVE_SHEET)).hasSize(2);
    assertThat(writer.get("/sheets/" + sheet + "/draft").is(200).text()).contains(WORDS);
    move(writer, sheet, "田中はるか", BORN).is(404);
    assertThat(town.trace(Action.MOVE_SHEET)).hasSize(2);
  }

  @Test
  void aDraftIsMovedByItsWriterWhoTeachesBoth() {
    SheetId sheet = draft(wrong);
    TestTown.Worker colleague = onlyFirst();
    visitor(colleague).get(page(sheet)).is(404);
    visitor(principal).get(page(sheet)).is(404);
    move(visitor(principal), sheet, "田中はるき", BORN_TOO).is(404);
    visitor(family.counsellor).get(page(sheet)).is(404);
    assertThat(town.trace(Action.MOVE_SHEET)).isEmpty();
    assertThat(visitor(teacher).get("/sheets/" + draft(right)).is(200).body())
        .contains("relocation");
  }

  @Test
  void everyVersionOfWhatNoFamilyConfirmedGoesAlong() {
    TestTown.Worker head = family.head;
    ChildId one = family.child("田中", "たなか", "りく", BORN, family.nursery);
    ChildId two = family.child("田中", "たなか", "りお", BORN_TOO, family.nursery);
    town.run(
        tx -> jp.tsunagi.base.database.Municipality.set(tx, "nursery-guardian-checks", "false"));
    SheetId sheet =
        new PrintTown(family.program, town)
            .sheet(one, family.nursery, "support-nursery", ItemState.FINAL, WORDS);
    Visitor visitor = visitor(head);
    var reply =
        visitor.post(
            page(sheet),
            "id",
            UUID.randomUUID().toString(),
            "from",
            one.toString(),
            "name",
            "田中りお",
            "birth",
            BORN_TOO.toString(),
            "why",
            "となりの子の欄に書いてしまいました",
            "told",
            "yes");
    reply.is(200);
    assertThat(visitor.get("/sheets/" + sheet).is(200).text()).contains("確定", WORDS, "りお");
    assertThat(visitor.get("/children/" + one).is(200).text()).doesNotContain(WORDS);
    town.run(tx ->
        assertThat(
                tx.sql()
                    .select(SHEET_PART.HASH)
                    .from(SHEET_PART)
                    .where(SHEET_PART.SHEET_ID.eq(sheet))
                    .fetch(SHEET_PART.HASH))
            .isNotEmpty()
            .doesNotContainNull());
    town.run(tx ->
        assertThat(
                tx.sql()
                    .select(SHEET_PART.FACTS)
                    .from(SHEET_PART)
                    .where(SHEET_PART.SHEET_ID.eq(sheet))
                    .and(SHEET_PART.SECTION.eq("outline"))
                    .fetch(SHEET_PART.FACTS)
                    .toString())
            .contains("りお")
            .doesNotContain("りく"));
  }

  @Test
  void theRowOfAMoveIsReadByTheProgramAlone() {
    SheetId sheet = draft(wrong);
    move(visitor(teacher), sheet, "田中はるき", BORN_TOO).is(200);
    int seen = as(principal, tx -> tx.sql().fetchCount(RELOCATION));
    assertThat(seen).isZero();
    assertThat(town.<Integer>call(tx -> tx.sql().fetchCount(RELOCATION))).isEqualTo(1);
    assertThat(
            Pattern.compile(right.toString())
                .matcher(
                    family.program.visitor().signIn(family.account(mother)).get("/portal").body())
                .find())
        .isFalse();
  }

  private void read(GuardianId who, SheetId sheet, Optional<String> ground) {
    Entry row = Entry.of(Action.VIEW_SHEET).child(wrong).about("sheet", sheet);
    family
        .program
        .database()
        .run(
            new Actor.Guardian(town.tenant(), who, AccountId.create(), "家族"),
            tx -> family.program.bean(Trace.class).write(tx, ground.map(row::ground).orElse(row)));
  }

  /** That a person of age shows it to somebody is the hubs' to know (docs/access.md). */
  @Test
  void whatWasReadByAShowingIsToldToWhoTakesInAlone() {
    SheetId sheet = confirmed(wrong, mother);
    GuardianId aunt = family.guardian(wrong, "田中 ちさと", Relation.GRANDMOTHER, false);
    read(aunt, sheet, Optional.of("PERSON"));
    Visitor head = visitor(principal);
    assertThat(head.get(page(sheet)).is(200).text()).doesNotContain("保護者（祖母）");
    read(aunt, sheet, Optional.empty());
    assertThat(head.get(page(sheet)).is(200).text()).contains("保護者（祖母）");
  }
}
