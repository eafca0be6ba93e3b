package jp.tsunagi.view.portal;

import static jp.tsunagi.base.ui.Text.t;
import static jp.tsunagi.schema.Tables.ASSIGNMENT;
import static jp.tsunagi.schema.Tables.AUDIT_EVENT;
import static jp.tsunagi.schema.Tables.AUDIT_SUBJECT;
import static jp.tsunagi.schema.Tables.GUARDIAN;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.POST;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.access.Grant;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.Place;
import jp.tsunagi.record.law.Untold;
import org.jooq.Record;

/**
 * Reads the trace for a family. Read as the program's own work, because a row about several
 * children names none of them: the caller has made sure that the reader decides for this child.
 */
final class AccessSql {
  /** What counts as having looked. */
  private static final List<String> LOOKING =
      List.of(
          Action.LIST.name(),
          Action.SEARCH.name(),
          Action.MATCH.name(),
          Action.VIEW_CHILD.name(),
          Action.VIEW_SHEET.name(),
          Action.VIEW_FILE.name(),
          Action.VIEW_REASON.name(),
          Action.VIEW_TRACE.name(),
          Action.EMERGENCY.name(),
          Action.RECEIVE_HANDOVER.name(),
          Action.PRINT.name(),
          Action.EXPORT.name(),
          Action.MOVE_SHEET.name());

  private AccessSql() {}

  /** One reading by a staff member, or by a guardian to whom the person of age shows something. */
  record Look(
      LocalDate day,
      String organisation,
      Optional<String> post,
      String action,
      Optional<String> ground,
      Optional<String> purpose) {
    private boolean family() {
      return ground.filter(Grant.GroundKind.PERSON.name()::equals).isPresent();
    }

    /** Where the address is hidden from the reader the post would tell the kind of place. */
    private Look unnamed() {
      return new Look(day, Place.unnamed(), Optional.empty(), action, ground, purpose);
    }
  }

  /** Readings since an instant, latest day first. */
  static List<Look> since(Tx tx, ChildId child, Instant since) {
    boolean concealed = Compartments.concealed(tx, child);
    return tx
        .as(new Actor.Job(tx.tenant(), "access-history"), () -> looks(tx, child, since))
        .stream()
        .map(look -> concealed && !look.family() ? look.unnamed() : look)
        .toList();
  }

  private static List<Look> looks(Tx tx, ChildId child, Instant since) {
    return tx.sql()
        .selectDistinct(AUDIT_EVENT.AT, AUDIT_EVENT.ACTION, ORGANISATION.NAME, POST.KIND)
        .select(AUDIT_EVENT.GROUND, AUDIT_EVENT.PURPOSE, GUARDIAN.NAME)
        .from(AUDIT_SUBJECT)
        .join(AUDIT_EVENT)
        .on(AUDIT_EVENT.TENANT_ID.eq(tx.tenant()))
        .and(AUDIT_EVENT.AT.eq(AUDIT_SUBJECT.AT))
        .and(AUDIT_EVENT.EVENT_ID.eq(AUDIT_SUBJECT.EVENT_ID))
        .leftJoin(ORGANISATION)
        .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(AUDIT_EVENT.ORGANISATION_ID))
        .leftJoin(ASSIGNMENT)
        .on(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
        .and(ASSIGNMENT.ASSIGNMENT_ID.eq(AUDIT_EVENT.ASSIGNMENT_ID))
        .leftJoin(POST)
        .on(POST.TENANT_ID.eq(tx.tenant()))
        .and(POST.POST_ID.eq(ASSIGNMENT.POST_ID))
        .leftJoin(GUARDIAN)
        .on(GUARDIAN.TENANT_ID.eq(tx.tenant()))
        .and(AUDIT_EVENT.ACTOR_KIND.eq("GUARDIAN"))
        .and(GUARDIAN.GUARDIAN_ID.cast(UUID.class).eq(AUDIT_EVENT.ACTOR_ID))
        .where(AUDIT_SUBJECT.TENANT_ID.eq(tx.tenant()))
        .and(AUDIT_SUBJECT.CHILD_ID.eq(child))
        .and(AUDIT_SUBJECT.AT.ge(since.atOffset(ZoneOffset.UTC)))
        .and(
            AUDIT_EVENT
                .ACTOR_KIND
                .eq("STAFF")
                .or(
                    AUDIT_EVENT
                        .ACTOR_KIND
                        .eq("GUARDIAN")
                        .and(AUDIT_EVENT.GROUND.eq(Grant.GroundKind.PERSON.name()))))
        .and(AUDIT_EVENT.ACTION.in(LOOKING))
        .and(Untold.not(tx))
        .orderBy(AUDIT_EVENT.AT.desc())
        .fetch(AccessSql::look);
  }

  private static Look look(Record row) {
    String guardian = row.get(GUARDIAN.NAME);
    String organisation =
        guardian == null ? row.get(ORGANISATION.NAME) : t("portal.access.family", guardian);
    return new Look(
        row.get(AUDIT_EVENT.AT).atZoneSameInstant(ActingClock.JAPAN).toLocalDate(),
        organisation == null ? "" : organisation,
        Optional.ofNullable(row.get(POST.KIND)),
        row.get(AUDIT_EVENT.ACTION),
        Optional.ofNullable(row.get(AUDIT_EVENT.GROUND)),
        Optional.ofNullable(row.get(AUDIT_EVENT.PURPOSE)));
  }
}
