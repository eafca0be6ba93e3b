package jp.tsunagi.record.sheet;

import static jp.tsunagi.schema.Tables.ACCESS_GRANT;
import static jp.tsunagi.schema.Tables.REACH;
import static org.jooq.impl.DSL.selectOne;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.Section;
import org.jooq.impl.DSL;

/**
 * May write (ACCESS): a post with the right at a place connected for writing, the child in its
 * reach, the involvement running, the categories in its ceiling, its own part only. After the end
 * one's own drafts are finished within the hand-on days ({@link HandOn}), and nothing is begun.
 */
final class WriteRule {
  private WriteRule() {}

  /** The seat from which a staff member writes, or why there is none. */
  sealed interface Verdict {
    record From(Seat seat) implements Verdict {}

    record Not(SheetRefusal why) implements Verdict {}
  }

  /** A sheet of an organisation. */
  static Verdict ofOrganisation(
      Tx tx,
      Actor.Staff staff,
      OrganisationId organisation,
      ChildId child,
      Set<Category> categories) {
    return reaching(tx, seats(staff, organisation, categories), child);
  }

  private static List<Seat> seats(
      Actor.Staff staff, OrganisationId organisation, Set<Category> categories) {
    return staff.with(Right.WRITE).stream()
        .filter(seat -> seat.organisation().equals(organisation))
        .filter(seat -> seat.ceiling().containsAll(categories))
        .toList();
  }

  /** A sheet of the family, typed in by staff of a place that the family's consent opened it to. */
  static Verdict ofFamily(Tx tx, Actor.Staff staff, ChildId child, Set<Category> categories) {
    List<Seat> seats =
        staff.with(Right.WRITE).stream()
            .filter(seat -> seat.ceiling().containsAll(categories))
            .filter(seat -> opened(tx, child, seat.organisation()).containsAll(categories))
            .toList();
    return reaching(tx, seats, child);
  }

  private static Verdict reaching(Tx tx, List<Seat> seats, ChildId child) {
    return seats.isEmpty()
        ? new Verdict.Not(SheetRefusal.Plain.NO_RIGHT)
        : among(seats, running(tx, seats, child));
  }

  private static Verdict among(List<Seat> seats, Set<AssignmentId> writing) {
    return seats.stream()
        .filter(seat -> writing.contains(seat.assignment()))
        .findFirst()
        .<Verdict>map(Verdict.From::new)
        .orElseGet(() -> new Verdict.Not(SheetRefusal.Plain.NOT_RUNNING));
  }

  private static Set<AssignmentId> running(Tx tx, List<Seat> seats, ChildId child) {
    return tx.sql()
        .select(REACH.ASSIGNMENT_ID)
        .from(REACH)
        .where(REACH.TENANT_ID.eq(tx.tenant()))
        .and(REACH.CHILD_ID.eq(child))
        .and(REACH.ASSIGNMENT_ID.in(seats.stream().map(Seat::assignment).toList()))
        .and(REACH.KIND.eq("RUNNING"))
        .and(REACH.VALID_FROM.le(tx.today()))
        .and(REACH.VALID_TO.gt(tx.today()))
        .fetchSet(REACH.ASSIGNMENT_ID);
  }

  /** The categories of everybody's records that are open to the organisation today. */
  private static Set<Category> opened(Tx tx, ChildId child, OrganisationId organisation) {
    return tx
        .sql()
        .selectDistinct(ACCESS_GRANT.CATEGORY)
        .from(ACCESS_GRANT)
        .where(ACCESS_GRANT.TENANT_ID.eq(tx.tenant()))
        .and(ACCESS_GRANT.CHILD_ID.eq(child))
        .and(ACCESS_GRANT.GRANTEE_KIND.eq("ORGANISATION"))
        .and(ACCESS_GRANT.GRANTEE_ID.eq(organisation.value()))
        .and(ACCESS_GRANT.GROUND_KIND.ne("LAW"))
        .and(ACCESS_GRANT.AUTHOR_ID.isNull())
        .and(ACCESS_GRANT.SECTION.isNull())
        .and(ACCESS_GRANT.VALID_FROM.le(tx.today()))
        .and(ACCESS_GRANT.VALID_TO.gt(tx.today()))
        .fetch(ACCESS_GRANT.CATEGORY)
        .stream()
        .map(Category::valueOf)
        .collect(Collectors.toSet());
  }

  /** Whether the guardian decides for the child today. */
  static boolean decides(Tx tx, ChildId child, UUID guardian) {
    return tx.sql()
        .fetchExists(
            selectOne()
                .from(ACCESS_GRANT)
                .where(ACCESS_GRANT.TENANT_ID.eq(tx.tenant()))
                .and(ACCESS_GRANT.CHILD_ID.eq(child))
                .and(ACCESS_GRANT.GRANTEE_KIND.eq("GUARDIAN"))
                .and(ACCESS_GRANT.GRANTEE_ID.eq(guardian))
                .and(ACCESS_GRANT.VALID_FROM.le(tx.today()))
                .and(ACCESS_GRANT.VALID_TO.gt(tx.today())));
  }

  /** All that a person must be able to see to write the whole form. */
  static Set<Category> categories(FormDefinition form) {
    return form.sections().stream().map(Section::category).collect(Collectors.toSet());
  }

  /** Whether the child is there for the actor at all; otherwise it is not found. */
  static void seen(Tx tx, ChildId child) {
    var at = DSL.val(child, REACH.CHILD_ID);
    boolean there =
        tx.sql().fetchExists(selectOne().where(jp.tsunagi.base.access.Readable.child(tx, at)));
    if (!there) {
      throw new NotFound();
    }
  }

  /** Empty when the actor may go on with the sheet now, be it only to finish it. */
  static Optional<SheetRefusal> refusal(Tx tx, Sheet sheet, FormDefinition form) {
    return refusal(tx, sheet, form, true);
  }

  /** Empty when the actor may move it so; nobody begins anything on the hand-on days. */
  static Optional<SheetRefusal> refusal(Tx tx, Sheet sheet, FormDefinition form, SheetMove move) {
    return refusal(tx, sheet, form, !move.opens());
  }

  private static Optional<SheetRefusal> refusal(
      Tx tx, Sheet sheet, FormDefinition form, boolean finishing) {
    return switch (Actor.of(tx)) {
      case Actor.Staff staff ->
          verdict(tx, staff, sheet, categories(form), finishing) instanceof Verdict.Not(var why)
              ? Optional.of(why)
              : Optional.empty();
      case Actor.Guardian guardian ->
          sheet.ofFamily() && decides(tx, sheet.child(), guardian.guardian().value())
              ? Optional.empty()
              : Optional.of(SheetRefusal.Plain.NO_RIGHT);
      case Actor.Job _, Actor.Login _ -> Optional.of(SheetRefusal.Plain.NO_RIGHT);
    };
  }

  private static Verdict verdict(
      Tx tx, Actor.Staff staff, Sheet sheet, Set<Category> categories, boolean finishing) {
    if (sheet.organisation().isEmpty()) {
      return ofFamily(tx, staff, sheet.child(), categories);
    }
    List<Seat> seats = seats(staff, sheet.organisation().get(), categories);
    Verdict now = reaching(tx, seats, sheet.child());
    boolean ended = now instanceof Verdict.Not(var why) && why == SheetRefusal.Plain.NOT_RUNNING;
    return finishing && ended
        ? among(seats, HandOn.finishing(tx, staff.staff(), seats, sheet))
        : now;
  }
}
