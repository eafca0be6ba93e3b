package jp.tsunagi.work.submission;

import static jp.tsunagi.schema.Tables.STAFF;
import static jp.tsunagi.schema.Tables.SUBMISSION;
import static jp.tsunagi.schema.Tables.SUBMISSION_CHILD;
import static org.jooq.impl.DSL.selectOne;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.tables.Staff;
import jp.tsunagi.schema.tables.records.SubmissionChildRecord;
import org.jooq.Condition;
import org.jooq.Record;

/** Reads and writes lists, as the program's own work; who may see which, the callers decide. */
final class SubmissionSql {
  private static final Staff DECIDER = STAFF.as("decider");

  private SubmissionSql() {}

  private static <T> T alone(Tx tx, Supplier<T> work) {
    return tx.as(new Actor.Job(tx.tenant(), "submission"), work::get);
  }

  /** The lists that fit, the latest first. */
  static List<Submission> of(Tx tx, Condition which) {
    return alone(tx, () -> read(tx, which));
  }

  private static List<Submission> read(Tx tx, Condition which) {
    var rows =
        tx.sql()
            .select(SUBMISSION.fields())
            .select(STAFF.NAME, DECIDER.NAME)
            .from(SUBMISSION)
            .join(STAFF)
            .on(STAFF.TENANT_ID.eq(tx.tenant()))
            .and(STAFF.STAFF_ID.coerce(UUID.class).eq(SUBMISSION.ASKED_BY))
            .leftJoin(DECIDER)
            .on(DECIDER.TENANT_ID.eq(tx.tenant()))
            .and(DECIDER.STAFF_ID.coerce(UUID.class).eq(SUBMISSION.DECIDED_BY))
            .where(SUBMISSION.TENANT_ID.eq(tx.tenant()))
            .and(which)
            .orderBy(SUBMISSION.ASKED_AT.desc(), SUBMISSION.SUBMISSION_ID)
            .fetch();
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<Submission.Line>> lines =
        tx.sql()
            .selectFrom(SUBMISSION_CHILD)
            .where(SUBMISSION_CHILD.TENANT_ID.eq(tx.tenant()))
            .and(
                SUBMISSION_CHILD.SUBMISSION_ID.in(
                    rows.map(row -> row.get(SUBMISSION.SUBMISSION_ID))))
            .orderBy(SUBMISSION_CHILD.CHILD_ID)
            .fetchGroups(
                SUBMISSION_CHILD.SUBMISSION_ID,
                row ->
                    new Submission.Line(
                        row.getChildId(), row.getSheetId(), row.getGroundId(), row.getLeftOut()));
    return rows.map(
        row -> submission(row, lines.getOrDefault(row.get(SUBMISSION.SUBMISSION_ID), List.of())));
  }

  private static Submission submission(Record row, List<Submission.Line> lines) {
    var is = row.into(SUBMISSION);
    return new Submission(
        is.getSubmissionId(),
        new Submission.What(
            is.getOrganisationId(),
            is.getReceiverId(),
            is.getFormKey(),
            is.getFiscalYear(),
            Optional.ofNullable(is.getClassId())),
        is.getExpected(),
        is.getNote(),
        is.getLastDay(),
        new StaffId(is.getAskedBy()),
        row.get(STAFF.NAME),
        is.getAskedAt().toInstant(),
        Optional.ofNullable(is.getApproved())
            .map(approved ->
                new Submission.Decision(
                    Optional.ofNullable(row.get(DECIDER.NAME)).orElse(""),
                    approved,
                    Optional.ofNullable(is.getDecisionNote()).orElse(""))),
        lines);
  }

  /**
   * Adds one that waits; false when it is there already, or one of its sheets got into another open
   * list to the office meanwhile.
   */
  static boolean add(Tx tx, Submission asked) {
    return alone(tx, () -> insert(tx, asked));
  }

  private static boolean insert(Tx tx, Submission asked) {
    Submission.What what = asked.what();
    int added =
        tx.sql()
            .insertInto(SUBMISSION)
            .set(SUBMISSION.TENANT_ID, tx.tenant())
            .set(SUBMISSION.SUBMISSION_ID, asked.id())
            .set(SUBMISSION.ORGANISATION_ID, what.place())
            .set(SUBMISSION.RECEIVER_ID, what.receiver())
            .set(SUBMISSION.FORM_KEY, what.form())
            .set(SUBMISSION.FISCAL_YEAR, what.year())
            .set(SUBMISSION.CLASS_ID, what.schoolClass().orElse(null))
            .set(SUBMISSION.EXPECTED, asked.expected())
            .set(SUBMISSION.NOTE, asked.note())
            .set(SUBMISSION.LAST_DAY, asked.lastDay())
            .set(SUBMISSION.ASKED_BY, asked.askedBy().value())
            .set(SUBMISSION.ASKED_AT, asked.askedAt().atOffset(ZoneOffset.UTC))
            .onConflictDoNothing()
            .execute();
    if (added == 0) {
      return false;
    }
    var insert =
        tx.sql()
            .insertInto(SUBMISSION_CHILD)
            .set(asked.lines().stream().map(line -> row(tx, asked, line)).toList())
            .onConflictDoNothing();
    return insert.execute() == asked.lines().size();
  }

  private static SubmissionChildRecord row(Tx tx, Submission asked, Submission.Line line) {
    SubmissionChildRecord row = tx.sql().newRecord(SUBMISSION_CHILD);
    row.setTenantId(tx.tenant());
    row.setSubmissionId(asked.id());
    row.setChildId(line.child());
    row.setSheetId(line.sheet());
    row.setReceiverId(asked.what().receiver());
    row.setGroundId(line.ground());
    row.setOpen(true);
    row.setLeftOut(false);
    return row;
  }

  /** Whether a list that waits for its second person holds the sheet. */
  static boolean isListed(Tx tx, SheetId sheet) {
    return alone(
        tx,
        () ->
            tx.sql()
                .fetchExists(
                    selectOne()
                        .from(SUBMISSION_CHILD)
                        .join(SUBMISSION)
                        .on(SUBMISSION.TENANT_ID.eq(tx.tenant()))
                        .and(SUBMISSION.SUBMISSION_ID.eq(SUBMISSION_CHILD.SUBMISSION_ID))
                        .where(SUBMISSION_CHILD.TENANT_ID.eq(tx.tenant()))
                        .and(SUBMISSION_CHILD.SHEET_ID.eq(sheet))
                        .and(SUBMISSION_CHILD.OPEN.isTrue())
                        .and(SUBMISSION.DECIDED_AT.isNull())));
  }

  /** The open lines about these sheets to an office: whose sheet, and the ground. */
  static Map<CandidateSql.Whose, UUID> open(
      Tx tx, OrganisationId receiver, Collection<SheetId> sheets) {
    return alone(
        tx,
        () ->
            tx.sql()
                .select(
                    SUBMISSION_CHILD.CHILD_ID,
                    SUBMISSION_CHILD.SHEET_ID,
                    SUBMISSION_CHILD.GROUND_ID)
                .from(SUBMISSION_CHILD)
                .where(SUBMISSION_CHILD.TENANT_ID.eq(tx.tenant()))
                .and(SUBMISSION_CHILD.RECEIVER_ID.eq(receiver))
                .and(SUBMISSION_CHILD.SHEET_ID.in(sheets))
                .and(SUBMISSION_CHILD.OPEN.isTrue())
                .fetchMap(
                    row -> new CandidateSql.Whose(row.value1(), row.value2()),
                    row -> row.value3()));
  }

  /** Of these open lines, those of lists that still wait. */
  static Set<UUID> waiting(Tx tx, Collection<UUID> grounds) {
    return alone(
        tx,
        () ->
            tx.sql()
                .select(SUBMISSION_CHILD.GROUND_ID)
                .from(SUBMISSION_CHILD)
                .join(SUBMISSION)
                .on(SUBMISSION.TENANT_ID.eq(tx.tenant()))
                .and(SUBMISSION.SUBMISSION_ID.eq(SUBMISSION_CHILD.SUBMISSION_ID))
                .where(SUBMISSION_CHILD.TENANT_ID.eq(tx.tenant()))
                .and(SUBMISSION_CHILD.GROUND_ID.in(grounds))
                .and(undecided(tx))
                .fetchSet(SUBMISSION_CHILD.GROUND_ID));
  }

  /** Nobody decided, and somebody still can. */
  static Condition undecided(Tx tx) {
    return SUBMISSION.DECIDED_AT.isNull().and(SUBMISSION.LAST_DAY.ge(tx.today()));
  }

  /** Closes lines whose grounds hold no more, so that the sheets can be listed anew. */
  static void close(Tx tx, Collection<UUID> grounds) {
    if (!grounds.isEmpty()) {
      change(tx, SUBMISSION_CHILD.GROUND_ID.in(grounds), false);
    }
  }

  /** Closes lines that come to nothing: taken out, refused, not final any more. */
  static void leaveOut(Tx tx, UUID submission, Collection<UUID> grounds) {
    if (!grounds.isEmpty()) {
      change(
          tx,
          SUBMISSION_CHILD.SUBMISSION_ID.eq(submission).and(SUBMISSION_CHILD.GROUND_ID.in(grounds)),
          true);
    }
  }

  private static void change(Tx tx, Condition which, boolean leftOut) {
    alone(
        tx,
        () ->
            tx.sql()
                .update(SUBMISSION_CHILD)
                .set(SUBMISSION_CHILD.OPEN, false)
                .set(SUBMISSION_CHILD.LEFT_OUT, leftOut)
                .where(SUBMISSION_CHILD.TENANT_ID.eq(tx.tenant()))
                .and(which)
                .execute());
  }

  static void forget(Tx tx, UUID ground) {
    alone(
        tx,
        () ->
            tx.sql()
                .deleteFrom(SUBMISSION_CHILD)
                .where(SUBMISSION_CHILD.TENANT_ID.eq(tx.tenant()))
                .and(SUBMISSION_CHILD.GROUND_ID.eq(ground))
                .execute());
  }

  /** Writes what the second person said; false when somebody was first. */
  static boolean decide(Tx tx, UUID id, StaffId by, boolean approved, String note) {
    return alone(
        tx,
        () ->
            tx.sql()
                    .update(SUBMISSION)
                    .set(SUBMISSION.DECIDED_BY, by.value())
                    .set(SUBMISSION.DECIDED_AT, tx.now().atOffset(ZoneOffset.UTC))
                    .set(SUBMISSION.APPROVED, approved)
                    .set(SUBMISSION.DECISION_NOTE, note)
                    .where(SUBMISSION.TENANT_ID.eq(tx.tenant()))
                    .and(SUBMISSION.SUBMISSION_ID.eq(id))
                    .and(SUBMISSION.ASKED_BY.ne(by.value()))
                    .and(SUBMISSION.DECIDED_AT.isNull())
                    .execute()
                == 1);
  }
}
