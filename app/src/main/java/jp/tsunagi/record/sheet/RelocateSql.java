package jp.tsunagi.record.sheet;

import static jp.tsunagi.schema.Tables.ASSIGNMENT;
import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.POST;
import static jp.tsunagi.schema.Tables.SHEET;
import static jp.tsunagi.schema.Tables.SHEET_APPROVED;
import static jp.tsunagi.schema.Tables.SHEET_EDIT;
import static jp.tsunagi.schema.Tables.SHEET_LEFT_OVER;
import static jp.tsunagi.schema.Tables.SHEET_PART;
import static jp.tsunagi.schema.Tables.SHEET_REMARK;
import static jp.tsunagi.schema.Tables.SHEET_STEP;
import static jp.tsunagi.schema.Tables.SHEET_WRITER;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.form.CanonicalJson;
import jp.tsunagi.record.form.Term;
import jp.tsunagi.schema.tables.records.SheetStepRecord;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet that becomes another child's. */
final class RelocateSql {
  private static final String GUARDIAN = "GUARDIAN";

  /** What passed between the place and the family of the child. */
  private static final List<String> WITH_FAMILY =
      List.of(
          "SENT_TO_GUARDIAN",
          "CONFIRMED",
          "DISAGREED",
          "ASKED_TO_TALK",
          "PULLED_BACK",
          "PARTLY_AGREED",
          "NOT_ANSWERED",
          "USED_INSIDE",
          "TALKED_OVER",
          "EXPLAINED",
          "DELIVERED");

  private RelocateSql() {}

  /** Every item of the sheet, of every revision. */
  static List<ItemId> items(Tx tx, ChildId child, SheetId sheet) {
    return tx.as(
        new Actor.Job(tx.tenant(), "relocation"),
        () ->
            tx.sql()
                .select(ITEM.ITEM_ID)
                .from(ITEM)
                .where(ITEM.TENANT_ID.eq(tx.tenant()))
                .and(ITEM.CHILD_ID.eq(child))
                .and(ITEM.SHEET_ID.eq(sheet))
                .fetch(ITEM.ITEM_ID));
  }

  /** Whether somebody holds a post there today that approves. */
  static boolean isApproved(Tx tx, OrganisationId place) {
    return tx.sql()
        .fetchExists(
            tx.sql()
                .selectOne()
                .from(ASSIGNMENT)
                .join(POST)
                .on(POST.TENANT_ID.eq(tx.tenant()))
                .and(POST.POST_ID.eq(ASSIGNMENT.POST_ID))
                .where(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
                .and(POST.ORGANISATION_ID.eq(place))
                .and(DSL.val(Right.APPROVE.name()).eq(DSL.any(POST.RIGHTS)))
                .and(ASSIGNMENT.HOLDS_FROM.le(tx.today()))
                .and(ASSIGNMENT.VALID_TO.isNull().or(ASSIGNMENT.VALID_TO.gt(tx.today()))));
  }

  static boolean confirmed(Tx tx, Sheet sheet) {
    return tx.sql()
        .fetchExists(
            tx.sql()
                .selectOne()
                .from(SHEET_STEP)
                .where(steps(tx, sheet))
                .and(SHEET_STEP.STEP.eq(SheetMove.CONFIRMED.name())));
  }

  private static Condition steps(Tx tx, Sheet sheet) {
    return SHEET_STEP.TENANT_ID.eq(tx.tenant()).and(SHEET_STEP.SHEET_ID.eq(sheet.id()));
  }

  /** The guardians whose words are in it, said on a day that somebody noted. */
  static Set<GuardianId> givers(Tx tx, Sheet sheet) {
    return tx.as(
        new Actor.Job(tx.tenant(), "relocation"),
        () -> {
          Set<UUID> givers = new HashSet<>();
          givers.addAll(
              tx.sql()
                  .selectDistinct(SHEET_PART.GIVEN_BY)
                  .from(SHEET_PART)
                  .where(parts(tx, sheet))
                  .and(SHEET_PART.GIVEN_BY_KIND.eq(GUARDIAN))
                  .and(SHEET_PART.RECEIVED_ON.isNotNull().or(SHEET_PART.TYPED_BY.isNull()))
                  .fetch(SHEET_PART.GIVEN_BY));
          givers.addAll(
              tx.sql()
                  .selectDistinct(SHEET_EDIT.GIVEN_BY)
                  .from(SHEET_EDIT)
                  .where(edits(tx, sheet))
                  .and(SHEET_EDIT.GIVEN_BY_KIND.eq(GUARDIAN))
                  .and(SHEET_EDIT.RECEIVED_ON.isNotNull().or(SHEET_EDIT.BY_KIND.eq(GUARDIAN)))
                  .fetch(SHEET_EDIT.GIVEN_BY));
          return givers.stream().map(GuardianId::new).collect(java.util.stream.Collectors.toSet());
        });
  }

  private static Condition parts(Tx tx, Sheet sheet) {
    return SHEET_PART.TENANT_ID.eq(tx.tenant()).and(SHEET_PART.SHEET_ID.eq(sheet.id()));
  }

  private static Condition edits(Tx tx, Sheet sheet) {
    return SHEET_EDIT.TENANT_ID.eq(tx.tenant()).and(SHEET_EDIT.SHEET_ID.eq(sheet.id()));
  }

  /** What the family answered, each with who, when, how and its words. */
  static String answers(Tx tx, Sheet sheet) {
    List<Map<String, String>> said = new ArrayList<>();
    for (SheetStepRecord step :
        tx.sql()
            .selectFrom(SHEET_STEP)
            .where(steps(tx, sheet))
            .and(SHEET_STEP.STEP.in("CONFIRMED", "DISAGREED", "ASKED_TO_TALK", "PARTLY_AGREED"))
            .orderBy(SHEET_STEP.REVISION, SHEET_STEP.ORDINAL)
            .fetch()) {
      Map<String, String> one = new TreeMap<>();
      one.put("step", step.getStep());
      one.put("at", step.getAt().toInstant().toString());
      one.put("by", step.getActorKind() + " " + text(step.getActorId()));
      one.put("guardian", text(step.getGuardianId()));
      one.put("means", text(step.getMeans()));
      one.put("on", text(step.getOnDate()));
      one.put("note", text(step.getNote()));
      one.put("paper", text(step.getPaperPlace()));
      one.put("item", text(step.getItemId()));
      said.add(one);
    }
    return CanonicalJson.of(Map.of("answers", said));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /** The scans of what the family signed. */
  static List<ItemId> papers(Tx tx, SheetId sheet) {
    return tx.sql()
        .select(SHEET_STEP.ITEM_ID)
        .from(SHEET_STEP)
        .where(SHEET_STEP.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_STEP.SHEET_ID.eq(sheet))
        .and(SHEET_STEP.ITEM_ID.isNotNull())
        .fetch(SHEET_STEP.ITEM_ID);
  }

  static void forget(Tx tx, Sheet sheet) {
    tx.sql()
        .deleteFrom(SHEET_STEP)
        .where(steps(tx, sheet))
        .and(SHEET_STEP.STEP.in(WITH_FAMILY))
        .execute();
  }

  /** Every row of the sheet names the other child. */
  static void follow(Tx tx, Sheet sheet, ChildId to, Term number) {
    tx.sql()
        .update(SHEET)
        .set(SHEET.CHILD_ID, to)
        .set(SHEET.TERM, number.column())
        .where(SHEET.TENANT_ID.eq(tx.tenant()))
        .and(SHEET.SHEET_ID.eq(sheet.id()))
        .execute();
    tx.sql().update(SHEET_PART).set(SHEET_PART.CHILD_ID, to).where(parts(tx, sheet)).execute();
    tx.sql().update(SHEET_EDIT).set(SHEET_EDIT.CHILD_ID, to).where(edits(tx, sheet)).execute();
    tx.sql()
        .update(SHEET_LEFT_OVER)
        .set(SHEET_LEFT_OVER.CHILD_ID, to)
        .where(SHEET_LEFT_OVER.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_LEFT_OVER.SHEET_ID.eq(sheet.id()))
        .execute();
    tx.sql()
        .update(SHEET_APPROVED)
        .set(SHEET_APPROVED.CHILD_ID, to)
        .where(SHEET_APPROVED.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_APPROVED.SHEET_ID.eq(sheet.id()))
        .execute();
    tx.sql()
        .update(SHEET_REMARK)
        .set(SHEET_REMARK.CHILD_ID, to)
        .where(SHEET_REMARK.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_REMARK.SHEET_ID.eq(sheet.id()))
        .execute();
    tx.sql().update(SHEET_STEP).set(SHEET_STEP.CHILD_ID, to).where(steps(tx, sheet)).execute();
    tx.sql()
        .update(SHEET_WRITER)
        .set(SHEET_WRITER.CHILD_ID, to)
        .where(SHEET_WRITER.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_WRITER.SHEET_ID.eq(sheet.id()))
        .execute();
  }

  /**
   * Words that were put down to the first child, or to its guardian for want of another, are those
   * of the right one; whoever belongs to both keeps them.
   */
  static void given(Tx tx, Sheet sheet, ChildId to) {
    UUID child = sheet.child().value();
    var at = sheet.organisation().orElseThrow();
    var other = PersonSql.guardianOrElse(tx, to, at, Optional.empty());
    tx.sql()
        .update(SHEET_PART)
        .set(SHEET_PART.GIVEN_BY, to.value())
        .where(parts(tx, sheet))
        .and(SHEET_PART.GIVEN_BY.eq(child))
        .execute();
    tx.sql()
        .update(SHEET_EDIT)
        .set(SHEET_EDIT.GIVEN_BY, to.value())
        .where(edits(tx, sheet))
        .and(SHEET_EDIT.GIVEN_BY.eq(child))
        .execute();
    for (UUID guardian : strangers(tx, sheet, to)) {
      tx.sql()
          .update(SHEET_PART)
          .set(SHEET_PART.GIVEN_BY_KIND, other.kind())
          .set(SHEET_PART.GIVEN_BY, other.by())
          .where(parts(tx, sheet))
          .and(SHEET_PART.GIVEN_BY.eq(guardian))
          .execute();
      tx.sql()
          .update(SHEET_EDIT)
          .set(SHEET_EDIT.GIVEN_BY_KIND, other.kind())
          .set(SHEET_EDIT.GIVEN_BY, other.by())
          .where(edits(tx, sheet))
          .and(SHEET_EDIT.GIVEN_BY.eq(guardian))
          .execute();
    }
  }

  private static Set<UUID> strangers(Tx tx, Sheet sheet, ChildId to) {
    Set<UUID> named = new HashSet<>();
    named.addAll(
        tx.sql()
            .selectDistinct(SHEET_PART.GIVEN_BY)
            .from(SHEET_PART)
            .where(parts(tx, sheet))
            .and(SHEET_PART.GIVEN_BY_KIND.eq(GUARDIAN))
            .fetch(SHEET_PART.GIVEN_BY));
    named.addAll(
        tx.sql()
            .selectDistinct(SHEET_EDIT.GIVEN_BY)
            .from(SHEET_EDIT)
            .where(edits(tx, sheet))
            .and(SHEET_EDIT.GIVEN_BY_KIND.eq(GUARDIAN))
            .fetch(SHEET_EDIT.GIVEN_BY));
    named.removeIf(guardian -> PersonSql.isGuardian(tx, to, new GuardianId(guardian)));
    return named;
  }

  /** The rows of a sheet that is gone; its items and files go beside. */
  static void dispose(Tx tx, SheetId sheet) {
    tx.sql()
        .deleteFrom(SHEET_LEFT_OVER)
        .where(SHEET_LEFT_OVER.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_LEFT_OVER.SHEET_ID.eq(sheet))
        .execute();
    tx.sql()
        .deleteFrom(SHEET_REMARK)
        .where(SHEET_REMARK.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_REMARK.SHEET_ID.eq(sheet))
        .execute();
    tx.sql()
        .deleteFrom(SHEET_APPROVED)
        .where(SHEET_APPROVED.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_APPROVED.SHEET_ID.eq(sheet))
        .execute();
    tx.sql()
        .deleteFrom(SHEET_EDIT)
        .where(SHEET_EDIT.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_EDIT.SHEET_ID.eq(sheet))
        .execute();
    tx.sql()
        .deleteFrom(SHEET_PART)
        .where(SHEET_PART.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_PART.SHEET_ID.eq(sheet))
        .execute();
    tx.sql()
        .deleteFrom(SHEET_STEP)
        .where(SHEET_STEP.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_STEP.SHEET_ID.eq(sheet))
        .execute();
    tx.sql()
        .deleteFrom(SHEET_WRITER)
        .where(SHEET_WRITER.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_WRITER.SHEET_ID.eq(sheet))
        .execute();
    tx.sql()
        .deleteFrom(SHEET)
        .where(SHEET.TENANT_ID.eq(tx.tenant()))
        .and(SHEET.SHEET_ID.eq(sheet))
        .execute();
  }
}
