package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.FILE;
import static jp.tsunagi.schema.Tables.RELOCATION;
import static jp.tsunagi.work.retention.PastTown.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.record.ground.ConsentKind;
import org.jooq.JSONB;
import org.junit.jupiter.api.Test;

/** What りく's family had answered to a sheet of another child, and papers that belong to nothing. */
class StandingAloneTest {
  private static final String YEAR = "平成30年度（2018）";

  private final PastTown past = new PastTown();
  private final PastRows rows = new PastRows(past);
  private final ChildId other =
      past.family.child("田中", "たなか", "りお", PastTown.BORN, past.family.nursery);
  private final UUID move = Id.fresh();

  private void moved(SheetId sheet, String answers) {
    past.put(
        "relocation",
        "relocation_id",
        move,
        "child_id",
        past.child.value(),
        "to_child_id",
        other.value(),
        "sheet_id",
        sheet.value(),
        "organisation_id",
        past.family.nursery.value(),
        "form_key",
        "support-nursery",
        "form_version",
        1,
        "why",
        "書きまちがい",
        "family_saw",
        true,
        "answers",
        JSONB.valueOf(answers),
        "moved_by",
        Id.fresh(),
        "moved_at",
        PastRows.AT);
  }

  private String signed(ItemId paper) {
    return "{\"answers\":[{\"guardian\":\""
        + past.mother
        + "\",\"item\":\""
        + paper
        + "\",\"step\":\"CONFIRMED\"}]}";
  }

  private void goes(RetentionKind kind) {
    past.dispose(past.family.head, past.second, past.family.nursery, kind, 2018);
  }

  private int scans() {
    return past.town.call(tx -> tx.sql().fetchCount(FILE, FILE.CHILD_ID.eq(past.child)));
  }

  @Test
  void whatTheFirstFamilySignedGoesByItselfAndThenTheChild() {
    ItemId paper = rows.scanned("ATTACHMENT", "WITHDRAWN");
    moved(SheetId.create(), signed(paper));
    assertThat(list(past.visitor(past.family.head)))
        .contains("記録の移しかえ", YEAR, "受け持ちを離れたお子さん1人")
        .doesNotContain("りく");
    past.propose(past.visitor(past.family.head), past.family.nursery, RetentionKind.CARD, 2018)
        .is(422);
    past.propose(past.visitor(past.family.head), past.family.nursery, RetentionKind.EVIDENCE, 2018)
        .is(422);
    goes(RetentionKind.RELOCATION);
    assertThat(past.remains(move)).isEmpty();
    assertThat(past.remains(paper.value())).isEmpty();
    assertThat(scans()).isZero();
    assertThat(past.town.trace(Action.DISPOSE))
        .anyMatch(row ->
            row.getDetail().data().contains("relocation " + move)
                && past.child.equals(row.getChildId()));
    past.propose(past.visitor(past.family.head), past.family.nursery, RetentionKind.CARD, 2018)
        .is(200);
  }

  /** The sheet is the other child's; what this family said of it is not. */
  @Test
  void whenTheSheetGoesTheAnswersStayAndNameTheOtherChildNoLonger() {
    SheetId sheet = past.sheet(other);
    ItemId paper = rows.scanned("ATTACHMENT", "WITHDRAWN");
    moved(sheet, signed(paper));
    past.on(
        LocalDate.of(2026, 11, 2),
        past.second,
        tx ->
            RuleSql.decide(
                tx, RetentionKind.NURSERY, 0, new RetentionRule(5, RetentionStart.YEAR), "文書管理規程"));
    goes(RetentionKind.NURSERY);
    assertThat(past.remains(sheet.value())).isEmpty();
    assertThat(past.remains(other.value())).doesNotContain("relocation.to_child_id");
    assertThat(past.remains(paper.value())).isNotEmpty();
    past.town.run(tx ->
        assertThat(
                tx.sql()
                    .select(RELOCATION.ANSWERS)
                    .from(RELOCATION)
                    .where(RELOCATION.RELOCATION_ID.eq(move))
                    .fetchSingle()
                    .value1()
                    .data())
            .contains(past.mother.toString()));
  }

  @Test
  void aPaperThatBelongsToNothingIsDecidedByTwoAndHasARowOfItsOwn() {
    ItemId paper = rows.scanned("CONSENT", "FINAL");
    assertThat(list(past.visitor(past.family.head))).contains("付き先のない署名の写し", YEAR);
    assertThat(list(past.visitor(past.coordinator))).doesNotContain(YEAR);
    goes(RetentionKind.EVIDENCE);
    assertThat(past.remains(paper.value())).isEmpty();
    assertThat(scans()).isZero();
    assertThat(past.told()).containsExactly("PROPOSED", "APPROVED", "GONE", "CARRIED_OUT");
    assertThat(past.town.trace(Action.DISPOSE))
        .anyMatch(row -> row.getDetail().data().contains("evidence " + paper));
  }

  @Test
  void whileAnythingIsAgreedToItMayBelongToThatAndDoesNotGoAlong() {
    ItemId paper = rows.scanned("CONSENT", "FINAL");
    past.agreed(
        ConsentKind.HANDOVER, Set.of(past.school), new Period(PastTown.THEN, PastTown.ENTRY));
    past.propose(past.visitor(past.family.head), past.family.nursery, RetentionKind.EVIDENCE, 2018)
        .is(422);
    goes(RetentionKind.CONSENT);
    assertThat(past.remains(paper.value())).isNotEmpty();
    goes(RetentionKind.EVIDENCE);
    assertThat(past.remains(paper.value())).isEmpty();
  }
}
