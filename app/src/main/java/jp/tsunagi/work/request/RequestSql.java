package jp.tsunagi.work.request;

import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.PLAN_REQUEST;
import static jp.tsunagi.schema.Tables.PLAN_REQUEST_STEP;
import static jp.tsunagi.schema.Tables.STAFF;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.tables.records.PlanRequestRecord;
import org.jooq.Condition;

/** Reads and writes requests as the program's own work; who may see which, {@link Sides} says. */
final class RequestSql {
  private RequestSql() {}

  private static <T> T alone(Tx tx, Supplier<T> work) {
    return tx.as(new Actor.Job(tx.tenant(), "request"), work::get);
  }

  /** Those that fit, in that order, no more than so many. */
  static List<PlanRequest> of(Tx tx, Condition which, RequestFilter.Page page) {
    return alone(
        tx,
        () -> {
          var ordered =
              tx.sql()
                  .selectFrom(PLAN_REQUEST)
                  .where(PLAN_REQUEST.TENANT_ID.eq(tx.tenant()))
                  .and(which)
                  .orderBy(page.order());
          return (page.after().isEmpty()
                  ? ordered.limit(page.most())
                  : ordered.seek(page.after().toArray()).limit(page.most()))
              .fetch(RequestSql::request);
        });
  }

  static Optional<PlanRequest> find(Tx tx, ConsentId id, Condition which) {
    return alone(
        tx,
        () ->
            tx.sql()
                .selectFrom(PLAN_REQUEST)
                .where(PLAN_REQUEST.TENANT_ID.eq(tx.tenant()))
                .and(PLAN_REQUEST.CONSENT_ID.eq(id))
                .and(which)
                .fetchOptional(RequestSql::request));
  }

  static int count(Tx tx, Condition which) {
    return alone(
        tx,
        () -> tx.sql().fetchCount(PLAN_REQUEST, PLAN_REQUEST.TENANT_ID.eq(tx.tenant()).and(which)));
  }

  static void forget(Tx tx, SheetId sheet) {
    alone(
        tx,
        () ->
            tx.sql()
                .update(PLAN_REQUEST)
                .setNull(PLAN_REQUEST.SHEET_ID)
                .where(PLAN_REQUEST.TENANT_ID.eq(tx.tenant()))
                .and(PLAN_REQUEST.SHEET_ID.eq(sheet))
                .execute());
  }

  static boolean hold(Tx tx, ConsentId id) {
    return alone(
        tx,
        () ->
            tx.sql()
                .select(PLAN_REQUEST.CONSENT_ID)
                .from(PLAN_REQUEST)
                .where(PLAN_REQUEST.TENANT_ID.eq(tx.tenant()))
                .and(PLAN_REQUEST.CONSENT_ID.eq(id))
                .forUpdate()
                .fetchOptional()
                .isPresent());
  }

  static void dispose(Tx tx, ConsentId id) {
    alone(
        tx,
        () -> {
          tx.sql()
              .deleteFrom(PLAN_REQUEST_STEP)
              .where(PLAN_REQUEST_STEP.TENANT_ID.eq(tx.tenant()))
              .and(PLAN_REQUEST_STEP.CONSENT_ID.eq(id))
              .execute();
          return tx.sql()
              .deleteFrom(PLAN_REQUEST)
              .where(PLAN_REQUEST.TENANT_ID.eq(tx.tenant()))
              .and(PLAN_REQUEST.CONSENT_ID.eq(id))
              .execute();
        });
  }

  private static PlanRequest request(PlanRequestRecord row) {
    return new PlanRequest(
        row.getConsentId(),
        row.getChildId(),
        row.getReceiverId(),
        row.getSenderId(),
        row.getFormKey(),
        row.getFiscalYear(),
        List.of(row.getSections()),
        row.getWhy(),
        row.getNeededBy(),
        row.getReadableUntil(),
        row.getAskedAt().toInstant(),
        RequestState.valueOf(row.getState()),
        row.getStateAt().toInstant(),
        Optional.ofNullable(row.getSheetId()),
        Optional.ofNullable(row.getReadableTo()),
        Optional.ofNullable(row.getReason()).map(RefusalReason::valueOf));
  }

  /** Adds it; false when the same form made it already. */
  static boolean add(Tx tx, PlanRequest asked) {
    var now = tx.now().atOffset(ZoneOffset.UTC);
    UUID by = Actor.of(tx).id().orElseThrow();
    return alone(
        tx,
        () ->
            tx.sql()
                    .insertInto(PLAN_REQUEST)
                    .set(PLAN_REQUEST.TENANT_ID, tx.tenant())
                    .set(PLAN_REQUEST.CONSENT_ID, asked.id())
                    .set(PLAN_REQUEST.CHILD_ID, asked.child())
                    .set(PLAN_REQUEST.RECEIVER_ID, asked.asker())
                    .set(PLAN_REQUEST.SENDER_ID, asked.author())
                    .set(PLAN_REQUEST.FORM_KEY, asked.form())
                    .set(PLAN_REQUEST.FISCAL_YEAR, asked.year())
                    .set(PLAN_REQUEST.SECTIONS, asked.sections().toArray(String[]::new))
                    .set(PLAN_REQUEST.WHY, asked.why())
                    .set(PLAN_REQUEST.NEEDED_BY, asked.neededBy())
                    .set(PLAN_REQUEST.READABLE_UNTIL, asked.until())
                    .set(PLAN_REQUEST.ASKED_BY, by)
                    .set(PLAN_REQUEST.ASKED_AT, now)
                    .set(PLAN_REQUEST.STATE, RequestState.ASKED.name())
                    .set(PLAN_REQUEST.STATE_AT, now)
                    .onConflictDoNothing()
                    .execute()
                == 1);
  }

  /**
   * Brings it from one state into another; false when somebody was first.
   *
   * @param with what else changes
   */
  static boolean move(Tx tx, PlanRequest request, RequestState to, Change with) {
    return alone(
        tx,
        () ->
            tx.sql()
                    .update(PLAN_REQUEST)
                    .set(PLAN_REQUEST.STATE, to.name())
                    .set(PLAN_REQUEST.STATE_AT, tx.now().atOffset(ZoneOffset.UTC))
                    .set(PLAN_REQUEST.SHEET_ID, with.sheet().or(request::sheet).orElse(null))
                    .set(
                        PLAN_REQUEST.READABLE_TO,
                        with.readableTo().or(request::readableTo).orElse(null))
                    .set(PLAN_REQUEST.REASON, with.reason().map(RefusalReason::name).orElse(null))
                    .where(PLAN_REQUEST.TENANT_ID.eq(tx.tenant()))
                    .and(PLAN_REQUEST.CONSENT_ID.eq(request.id()))
                    .and(PLAN_REQUEST.STATE.eq(request.stored().name()))
                    .execute()
                == 1);
  }

  /** What a move changes beside the state. */
  record Change(
      Optional<SheetId> sheet,
      Optional<java.time.LocalDate> readableTo,
      Optional<RefusalReason> reason) {
    static final Change NONE = new Change(Optional.empty(), Optional.empty(), Optional.empty());

    static Change of(SheetId sheet) {
      return new Change(Optional.of(sheet), Optional.empty(), Optional.empty());
    }

    static Change of(RefusalReason why) {
      return new Change(Optional.empty(), Optional.empty(), Optional.of(why));
    }
  }

  /** Somebody at the asking place has seen how it stands. */
  static void told(Tx tx, PlanRequest request) {
    alone(
        tx,
        () ->
            tx.sql()
                .update(PLAN_REQUEST)
                .set(PLAN_REQUEST.TOLD_AT, tx.now().atOffset(ZoneOffset.UTC))
                .where(PLAN_REQUEST.TENANT_ID.eq(tx.tenant()))
                .and(PLAN_REQUEST.CONSENT_ID.eq(request.id()))
                .execute());
  }

  /** Who did what. */
  static void step(
      Tx tx, ConsentId request, RequestMove move, Optional<OrganisationId> at, String note) {
    tx.sql()
        .insertInto(PLAN_REQUEST_STEP)
        .set(PLAN_REQUEST_STEP.TENANT_ID, tx.tenant())
        .set(PLAN_REQUEST_STEP.CONSENT_ID, request)
        .set(
            PLAN_REQUEST_STEP.ORDINAL,
            select(coalesce(max(PLAN_REQUEST_STEP.ORDINAL), 0).plus(1))
                .from(PLAN_REQUEST_STEP)
                .where(PLAN_REQUEST_STEP.TENANT_ID.eq(tx.tenant()))
                .and(PLAN_REQUEST_STEP.CONSENT_ID.eq(request)))
        .set(PLAN_REQUEST_STEP.MOVE, move.name())
        .set(PLAN_REQUEST_STEP.AT, tx.now().atOffset(ZoneOffset.UTC))
        .set(PLAN_REQUEST_STEP.ACTOR_KIND, Actor.of(tx).kind())
        .set(PLAN_REQUEST_STEP.ACTOR_ID, Actor.of(tx).id().orElse(null))
        .set(PLAN_REQUEST_STEP.ORGANISATION_ID, at.orElse(null))
        .set(PLAN_REQUEST_STEP.NOTE, note.isEmpty() ? null : note)
        .execute();
  }

  /**
   * A step as it is told.
   *
   * @param at the place for which it was done; empty for what the family did
   */
  record Step(
      RequestMove move,
      Instant when,
      String who,
      Optional<OrganisationId> at,
      String place,
      String note) {}

  /** The steps of a request, oldest first. */
  static List<Step> steps(Tx tx, ConsentId request) {
    return alone(
        tx,
        () ->
            tx.sql()
                .select(PLAN_REQUEST_STEP.fields())
                .select(STAFF.NAME, ORGANISATION.NAME)
                .from(PLAN_REQUEST_STEP)
                .leftJoin(STAFF)
                .on(STAFF.TENANT_ID.eq(tx.tenant()))
                .and(STAFF.STAFF_ID.coerce(UUID.class).eq(PLAN_REQUEST_STEP.ACTOR_ID))
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
                .and(ORGANISATION.ORGANISATION_ID.eq(PLAN_REQUEST_STEP.ORGANISATION_ID))
                .where(PLAN_REQUEST_STEP.TENANT_ID.eq(tx.tenant()))
                .and(PLAN_REQUEST_STEP.CONSENT_ID.eq(request))
                .orderBy(PLAN_REQUEST_STEP.ORDINAL)
                .fetch(row ->
                    new Step(
                        RequestMove.valueOf(row.get(PLAN_REQUEST_STEP.MOVE)),
                        row.get(PLAN_REQUEST_STEP.AT).toInstant(),
                        Optional.ofNullable(row.get(STAFF.NAME)).orElse(""),
                        Optional.ofNullable(row.get(PLAN_REQUEST_STEP.ORGANISATION_ID)),
                        Optional.ofNullable(row.get(ORGANISATION.NAME)).orElse(""),
                        Optional.ofNullable(row.get(PLAN_REQUEST_STEP.NOTE)).orElse(""))));
  }
}
