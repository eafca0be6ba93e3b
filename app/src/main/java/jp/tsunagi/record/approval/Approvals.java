package jp.tsunagi.record.approval;

import static jp.tsunagi.schema.Tables.APPROVAL_OPENED;
import static jp.tsunagi.schema.Tables.APPROVAL_STEP;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.approval.Round.Step;
import jp.tsunagi.schema.tables.records.ApprovalStepRecord;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/**
 * The rounds of sheets. Who may do what with a round, and what it does to the sheet, is decided by
 * whoever calls; here it is put down. Leaves no row of the trace itself.
 */
@Component
public final class Approvals {
  private final ApprovalRoutes routes;

  Approvals(ApprovalRoutes routes) {
    this.routes = routes;
  }

  /**
   * The sheet that is decided about.
   *
   * @param categories of every part of its form
   * @param after an involvement that ran later than this day still counts
   */
  public record Of(
      SheetId sheet,
      ChildId child,
      OrganisationId place,
      int revision,
      Set<Category> categories,
      LocalDate after) {
    public Of {
      categories = Set.copyOf(categories);
    }
  }

  /** Whether somebody holds one of the posts that decide about it. */
  public boolean anybody(Tx tx, Of of) {
    Map<String, List<Holders.Holder>> holders = Holders.of(tx, of);
    return routes.of(tx, of.place()).stream().anyMatch(post -> holders.containsKey(post.name()));
  }

  /** Begins a round on the route of today; posts that nobody holds are passed, and it says so. */
  public void begin(Tx tx, Of of) {
    Map<String, List<Holders.Holder>> holders = Holders.of(tx, of);
    List<PostKind> posts = routes.of(tx, of.place());
    int number = last(tx, of.sheet(), of.revision()).map(Round::number).orElse(0) + 1;
    OffsetDateTime now = now(tx);
    asJob(
        tx,
        () -> {
          boolean reached = false;
          for (int i = 0; i < posts.size(); i++) {
            boolean held = holders.containsKey(posts.get(i).name());
            tx.sql()
                .insertInto(APPROVAL_STEP)
                .set(APPROVAL_STEP.TENANT_ID, tx.tenant())
                .set(APPROVAL_STEP.SHEET_ID, of.sheet())
                .set(APPROVAL_STEP.REVISION, of.revision())
                .set(APPROVAL_STEP.ROUND, number)
                .set(APPROVAL_STEP.ORDINAL, i + 1)
                .set(APPROVAL_STEP.CHILD_ID, of.child())
                .set(APPROVAL_STEP.ORGANISATION_ID, of.place())
                .set(APPROVAL_STEP.POST, posts.get(i).name())
                .set(APPROVAL_STEP.RUNNING, true)
                .set(APPROVAL_STEP.SINCE, held && !reached ? now : null)
                .set(APPROVAL_STEP.DECIDED_AT, held ? null : now)
                .set(APPROVAL_STEP.MANNER, held ? null : Manner.VACANT.name())
                .execute();
            reached |= held;
          }
          return number;
        });
  }

  /** The round that is under way. */
  public Optional<Round> running(Tx tx, SheetId sheet) {
    return asJob(tx, () -> rounds(tx, sheet, APPROVAL_STEP.RUNNING.isTrue())).stream().findFirst();
  }

  /** The last round of a revision, under way or over. */
  public Optional<Round> last(Tx tx, SheetId sheet, int revision) {
    List<Round> rounds = asJob(tx, () -> rounds(tx, sheet, APPROVAL_STEP.REVISION.eq(revision)));
    return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.getLast());
  }

  private static List<Round> rounds(Tx tx, SheetId sheet, Condition which) {
    List<Round> rounds = new ArrayList<>();
    List<ApprovalStepRecord> rows =
        tx.sql()
            .selectFrom(APPROVAL_STEP)
            .where(APPROVAL_STEP.TENANT_ID.eq(tx.tenant()))
            .and(APPROVAL_STEP.SHEET_ID.eq(sheet))
            .and(which)
            .orderBy(APPROVAL_STEP.REVISION, APPROVAL_STEP.ROUND, APPROVAL_STEP.ORDINAL)
            .fetch();
    for (ApprovalStepRecord row : rows) {
      boolean same =
          !rounds.isEmpty()
              && rounds.getLast().revision() == row.getRevision()
              && rounds.getLast().number() == row.getRound();
      List<Step> steps = new ArrayList<>(same ? rounds.removeLast().steps() : List.of());
      steps.add(step(row));
      rounds.add(new Round(row.getRevision(), row.getRound(), row.getRunning(), steps));
    }
    return rounds;
  }

  private static Step step(ApprovalStepRecord row) {
    return new Step(
        row.getOrdinal(),
        row.getPost(),
        Optional.ofNullable(row.getSince()).map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getDecidedAt()).map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getDecidedBy()),
        Optional.ofNullable(row.getManner()).map(Manner::valueOf),
        Optional.ofNullable(row.getNote()),
        Optional.ofNullable(row.getSeenAt()).map(OffsetDateTime::toInstant));
  }

  /** The post whose turn it is has decided; it comes to the next, or the round is over. */
  public void decide(
      Tx tx, SheetId sheet, Round round, StaffId by, Manner manner, Optional<String> note) {
    Step current = round.current().orElseThrow();
    asJob(
        tx,
        () ->
            tx.sql()
                .update(APPROVAL_STEP)
                .set(APPROVAL_STEP.DECIDED_AT, now(tx))
                .set(APPROVAL_STEP.DECIDED_BY, by.value())
                .set(APPROVAL_STEP.MANNER, manner.name())
                .set(APPROVAL_STEP.NOTE, note.orElse(null))
                .where(step(tx, sheet, round, current.ordinal()))
                .execute());
    Optional<Round> on = running(tx, sheet);
    Optional<Step> next = on.flatMap(Round::current);
    if (next.isEmpty()) {
      end(tx, sheet);
    } else {
      asJob(
          tx,
          () ->
              tx.sql()
                  .update(APPROVAL_STEP)
                  .set(APPROVAL_STEP.SINCE, now(tx))
                  .where(step(tx, sheet, round, next.get().ordinal()))
                  .execute());
    }
  }

  /** Back to an earlier post: what was decided from there on is decided anew. */
  public void sendBack(Tx tx, SheetId sheet, Round round, int ordinal) {
    asJob(
        tx,
        () ->
            tx.sql()
                .update(APPROVAL_STEP)
                .setNull(APPROVAL_STEP.DECIDED_AT)
                .setNull(APPROVAL_STEP.DECIDED_BY)
                .setNull(APPROVAL_STEP.MANNER)
                .setNull(APPROVAL_STEP.NOTE)
                .setNull(APPROVAL_STEP.SEEN_AT)
                .setNull(APPROVAL_STEP.SEEN_BY)
                .setNull(APPROVAL_STEP.SINCE)
                .where(ofRound(tx, sheet, round))
                .and(APPROVAL_STEP.ORDINAL.ge(ordinal))
                .and(
                    APPROVAL_STEP.MANNER.isNull().or(APPROVAL_STEP.MANNER.ne(Manner.VACANT.name())))
                .execute());
    asJob(
        tx,
        () ->
            tx.sql()
                .update(APPROVAL_STEP)
                .set(APPROVAL_STEP.SINCE, now(tx))
                .where(step(tx, sheet, round, ordinal))
                .execute());
    asJob(
        tx,
        () ->
            tx.sql()
                .deleteFrom(APPROVAL_OPENED)
                .where(APPROVAL_OPENED.TENANT_ID.eq(tx.tenant()))
                .and(APPROVAL_OPENED.SHEET_ID.eq(sheet))
                .and(APPROVAL_OPENED.REVISION.eq(round.revision()))
                .and(APPROVAL_OPENED.ROUND.eq(round.number()))
                .and(APPROVAL_OPENED.ORDINAL.ge(ordinal))
                .execute());
  }

  /** Nobody decides about it any more: decided, returned, or taken back. */
  public void end(Tx tx, SheetId sheet) {
    asJob(
        tx,
        () ->
            tx.sql()
                .update(APPROVAL_STEP)
                .set(APPROVAL_STEP.RUNNING, false)
                .where(APPROVAL_STEP.TENANT_ID.eq(tx.tenant()))
                .and(APPROVAL_STEP.SHEET_ID.eq(sheet))
                .and(APPROVAL_STEP.RUNNING.isTrue())
                .execute());
  }

  /** Somebody looks at the sheet while it is at that post. */
  public void open(Tx tx, Of of, Round round, StaffId staff) {
    round
        .current()
        .ifPresent(current ->
            asJob(
                tx,
                () ->
                    tx.sql()
                        .insertInto(APPROVAL_OPENED)
                        .set(APPROVAL_OPENED.TENANT_ID, tx.tenant())
                        .set(APPROVAL_OPENED.SHEET_ID, of.sheet())
                        .set(APPROVAL_OPENED.REVISION, round.revision())
                        .set(APPROVAL_OPENED.ROUND, round.number())
                        .set(APPROVAL_OPENED.ORDINAL, current.ordinal())
                        .set(APPROVAL_OPENED.STAFF_ID, staff)
                        .set(APPROVAL_OPENED.CHILD_ID, of.child())
                        .set(APPROVAL_OPENED.ORGANISATION_ID, of.place())
                        .set(APPROVAL_OPENED.AT, now(tx))
                        .onConflictDoNothing()
                        .execute()));
  }

  /** Whether that person has looked at it since it came to the post whose turn it is. */
  public boolean isOpened(Tx tx, SheetId sheet, Round round, StaffId staff) {
    return round
        .current()
        .filter(current ->
            asJob(
                tx,
                () ->
                    tx.sql()
                        .fetchExists(
                            APPROVAL_OPENED,
                            APPROVAL_OPENED
                                .TENANT_ID
                                .eq(tx.tenant())
                                .and(APPROVAL_OPENED.SHEET_ID.eq(sheet))
                                .and(APPROVAL_OPENED.REVISION.eq(round.revision()))
                                .and(APPROVAL_OPENED.ROUND.eq(round.number()))
                                .and(APPROVAL_OPENED.ORDINAL.eq(current.ordinal()))
                                .and(APPROVAL_OPENED.STAFF_ID.eq(staff)))))
        .isPresent();
  }

  /** 後閲: a holder has seen what a deputy decided for that post; how many steps that was. */
  public int see(Tx tx, SheetId sheet, String post, StaffId by) {
    return asJob(
        tx,
        () ->
            tx.sql()
                .update(APPROVAL_STEP)
                .set(APPROVAL_STEP.SEEN_AT, now(tx))
                .set(APPROVAL_STEP.SEEN_BY, by.value())
                .where(APPROVAL_STEP.TENANT_ID.eq(tx.tenant()))
                .and(APPROVAL_STEP.SHEET_ID.eq(sheet))
                .and(APPROVAL_STEP.POST.eq(post))
                .and(APPROVAL_STEP.MANNER.eq(Manner.DEPUTY.name()))
                .and(APPROVAL_STEP.SEEN_AT.isNull())
                .execute());
  }

  /** The rows name the child whose sheet it is now. */
  public void follow(Tx tx, SheetId sheet, ChildId to) {
    tx.sql()
        .update(APPROVAL_STEP)
        .set(APPROVAL_STEP.CHILD_ID, to)
        .where(APPROVAL_STEP.TENANT_ID.eq(tx.tenant()))
        .and(APPROVAL_STEP.SHEET_ID.eq(sheet))
        .execute();
    tx.sql()
        .update(APPROVAL_OPENED)
        .set(APPROVAL_OPENED.CHILD_ID, to)
        .where(APPROVAL_OPENED.TENANT_ID.eq(tx.tenant()))
        .and(APPROVAL_OPENED.SHEET_ID.eq(sheet))
        .execute();
  }

  /** What was decided about a sheet goes with it. */
  public void dispose(Tx tx, SheetId sheet) {
    tx.sql()
        .deleteFrom(APPROVAL_OPENED)
        .where(APPROVAL_OPENED.TENANT_ID.eq(tx.tenant()))
        .and(APPROVAL_OPENED.SHEET_ID.eq(sheet))
        .execute();
    tx.sql()
        .deleteFrom(APPROVAL_STEP)
        .where(APPROVAL_STEP.TENANT_ID.eq(tx.tenant()))
        .and(APPROVAL_STEP.SHEET_ID.eq(sheet))
        .execute();
  }

  private static Condition ofRound(Tx tx, SheetId sheet, Round round) {
    return APPROVAL_STEP
        .TENANT_ID
        .eq(tx.tenant())
        .and(APPROVAL_STEP.SHEET_ID.eq(sheet))
        .and(APPROVAL_STEP.REVISION.eq(round.revision()))
        .and(APPROVAL_STEP.ROUND.eq(round.number()));
  }

  private static Condition step(Tx tx, SheetId sheet, Round round, int ordinal) {
    return ofRound(tx, sheet, round).and(APPROVAL_STEP.ORDINAL.eq(ordinal));
  }

  private static OffsetDateTime now(Tx tx) {
    return tx.now().atOffset(ZoneOffset.UTC);
  }

  private static <T> T asJob(Tx tx, Supplier<T> work) {
    return tx.as(new Actor.Job(tx.tenant(), "approval"), work);
  }
}
