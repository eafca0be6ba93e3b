package jp.tsunagi.record.law;

import static jp.tsunagi.schema.Tables.LEGAL_GROUND;
import static jp.tsunagi.schema.Tables.LEGAL_GROUND_SCOPE;
import static jp.tsunagi.schema.Tables.STAFF;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.ground.ScopeLine;
import jp.tsunagi.schema.tables.Staff;
import jp.tsunagi.schema.tables.records.LegalGroundRecord;
import jp.tsunagi.schema.tables.records.LegalGroundScopeRecord;
import org.jooq.Condition;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes grounds in law, as the program's own work; who may see which, the callers
 * decide.
 */
final class LawSql {
  private static final Staff DECIDER = STAFF.as("decider");

  private LawSql() {}

  private static <T> T alone(Tx tx, Supplier<T> work) {
    return tx.as(new Actor.Job(tx.tenant(), "law"), work::get);
  }

  /** The grounds that fit, the latest first. */
  static List<LegalGround> of(Tx tx, Condition which) {
    return alone(tx, () -> read(tx, which));
  }

  private static List<LegalGround> read(Tx tx, Condition which) {
    var rows =
        tx.sql()
            .select(LEGAL_GROUND.fields())
            .select(STAFF.NAME, DECIDER.NAME)
            .from(LEGAL_GROUND)
            .join(STAFF)
            .on(STAFF.TENANT_ID.eq(tx.tenant()))
            .and(STAFF.STAFF_ID.coerce(UUID.class).eq(LEGAL_GROUND.ASKED_BY))
            .leftJoin(DECIDER)
            .on(DECIDER.TENANT_ID.eq(tx.tenant()))
            .and(DECIDER.STAFF_ID.coerce(UUID.class).eq(LEGAL_GROUND.DECIDED_BY))
            .where(LEGAL_GROUND.TENANT_ID.eq(tx.tenant()))
            .and(which)
            .orderBy(LEGAL_GROUND.ASKED_AT.desc(), LEGAL_GROUND.GROUND_ID)
            .fetch();
    List<UUID> ids = rows.map(row -> row.get(LEGAL_GROUND.GROUND_ID));
    Map<UUID, List<ScopeLine>> scopes =
        ids.isEmpty()
            ? Map.of()
            : tx.sql()
                .selectFrom(LEGAL_GROUND_SCOPE)
                .where(LEGAL_GROUND_SCOPE.TENANT_ID.eq(tx.tenant()))
                .and(LEGAL_GROUND_SCOPE.GROUND_ID.in(ids))
                .orderBy(LEGAL_GROUND_SCOPE.CATEGORY, LEGAL_GROUND_SCOPE.SECTION)
                .fetchGroups(
                    LEGAL_GROUND_SCOPE.GROUND_ID,
                    row ->
                        new ScopeLine(
                            Category.valueOf(row.getCategory()),
                            Optional.of(row.getSection()).filter(it -> !it.isEmpty()),
                            ScopeLine.OfSheet.of(row.getSheetId(), row.getSheetYear())));
    return rows.map(
        row -> ground(row, scopes.getOrDefault(row.get(LEGAL_GROUND.GROUND_ID), List.of())));
  }

  private static LegalGround ground(Record row, List<ScopeLine> scope) {
    var is = row.into(LEGAL_GROUND);
    UUID decider = is.getDecidedBy();
    return new LegalGround(
        is.getGroundId(),
        is.getChildId(),
        Law.valueOf(is.getLaw()),
        is.getArticle(),
        is.getReceiverId(),
        organisation(is.getFromId()),
        scope,
        is.getWithHistory(),
        is.getNote(),
        is.getLastDay(),
        is.getGuardianSees() ? Optional.empty() : Optional.of(is.getGuardianNote()),
        new StaffId(is.getAskedBy()),
        row.get(STAFF.NAME),
        new OrganisationId(is.getAskedFor()),
        is.getAskedAt().toInstant(),
        decider == null
            ? Optional.empty()
            : Optional.of(
                new LegalGround.Decision(
                    new StaffId(decider),
                    Optional.ofNullable(row.get(DECIDER.NAME)).orElse(""),
                    is.getApproved(),
                    Optional.ofNullable(is.getDecisionNote()).orElse(""))),
        Optional.ofNullable(is.getValidFrom()),
        Optional.ofNullable(is.getEndedOn()));
  }

  private static Optional<OrganisationId> organisation(@Nullable UUID id) {
    return Optional.ofNullable(id).map(OrganisationId::new);
  }

  /** Adds one that waits; false when the same form made it already. */
  static boolean add(Tx tx, LegalGround asked) {
    return alone(tx, () -> insert(tx, asked));
  }

  private static boolean insert(Tx tx, LegalGround asked) {
    int added =
        tx.sql()
            .insertInto(LEGAL_GROUND)
            .set(LEGAL_GROUND.TENANT_ID, tx.tenant())
            .set(LEGAL_GROUND.GROUND_ID, asked.id())
            .set(LEGAL_GROUND.CHILD_ID, asked.child())
            .set(LEGAL_GROUND.LAW, asked.law().name())
            .set(LEGAL_GROUND.ARTICLE, asked.article())
            .set(LEGAL_GROUND.RECEIVER_ID, asked.receiver())
            .set(LEGAL_GROUND.FROM_ID, asked.from().map(OrganisationId::value).orElse(null))
            .set(LEGAL_GROUND.WITH_HISTORY, asked.withHistory())
            .set(LEGAL_GROUND.NOTE, asked.note())
            .set(LEGAL_GROUND.LAST_DAY, asked.lastDay())
            .set(LEGAL_GROUND.GUARDIAN_SEES, asked.unseen().isEmpty())
            .set(LEGAL_GROUND.GUARDIAN_NOTE, asked.unseen().orElse(null))
            .set(LEGAL_GROUND.ASKED_BY, asked.askedBy().value())
            .set(LEGAL_GROUND.ASKED_FOR, asked.askedFor().value())
            .set(LEGAL_GROUND.ASKED_AT, asked.askedAt().atOffset(ZoneOffset.UTC))
            .onConflictDoNothing()
            .execute();
    if (added == 1) {
      tx.sql().batchInsert(lines(tx, asked)).execute();
    }
    return added == 1;
  }

  private static List<LegalGroundScopeRecord> lines(Tx tx, LegalGround asked) {
    return asked.scope().stream().map(line -> line(tx, asked.id(), line)).toList();
  }

  private static LegalGroundScopeRecord line(Tx tx, UUID ground, ScopeLine line) {
    LegalGroundScopeRecord row = tx.sql().newRecord(LEGAL_GROUND_SCOPE);
    row.setTenantId(tx.tenant());
    row.setGroundId(ground);
    row.setCategory(line.category().name());
    row.setSection(line.section().orElse(""));
    row.setSheetId(line.sheet().map(ScopeLine.OfSheet::id).orElse(null));
    row.setSheetYear(line.sheet().map(ScopeLine.OfSheet::year).orElse(null));
    return row;
  }

  /** Adds several that were approved together, in two statements. */
  static void addApproved(Tx tx, List<LegalGround> approved) {
    alone(
        tx,
        () -> {
          tx.sql().batchInsert(approved.stream().map(one -> row(tx, one)).toList()).execute();
          tx.sql()
              .batchInsert(approved.stream().flatMap(one -> lines(tx, one).stream()).toList())
              .execute();
          return true;
        });
  }

  private static LegalGroundRecord row(Tx tx, LegalGround one) {
    LegalGround.Decision decision = one.decision().orElseThrow();
    LegalGroundRecord row = tx.sql().newRecord(LEGAL_GROUND);
    row.setTenantId(tx.tenant());
    row.setGroundId(one.id());
    row.setChildId(one.child());
    row.setLaw(one.law().name());
    row.setArticle(one.article());
    row.setReceiverId(one.receiver());
    row.setFromId(one.from().map(OrganisationId::value).orElse(null));
    row.setWithHistory(one.withHistory());
    row.setNote(one.note());
    row.setLastDay(one.lastDay());
    row.setGuardianSees(one.unseen().isEmpty());
    row.setGuardianNote(one.unseen().orElse(null));
    row.setAskedBy(one.askedBy().value());
    row.setAskedFor(one.askedFor().value());
    row.setAskedAt(one.askedAt().atOffset(ZoneOffset.UTC));
    row.setDecidedBy(decision.by().value());
    row.setDecidedAt(tx.now().atOffset(ZoneOffset.UTC));
    row.setApproved(decision.approved());
    row.setDecisionNote(decision.note());
    row.setValidFrom(one.validFrom().orElse(null));
    return row;
  }

  /** Writes what the second person said; false when somebody was first. */
  static boolean decide(Tx tx, UUID id, StaffId by, boolean approved, String note) {
    return alone(
        tx,
        () ->
            tx.sql()
                    .update(LEGAL_GROUND)
                    .set(LEGAL_GROUND.DECIDED_BY, by.value())
                    .set(LEGAL_GROUND.DECIDED_AT, tx.now().atOffset(ZoneOffset.UTC))
                    .set(LEGAL_GROUND.APPROVED, approved)
                    .set(LEGAL_GROUND.DECISION_NOTE, note)
                    .set(LEGAL_GROUND.VALID_FROM, approved ? tx.today() : null)
                    .where(LEGAL_GROUND.TENANT_ID.eq(tx.tenant()))
                    .and(LEGAL_GROUND.GROUND_ID.eq(id))
                    .and(LEGAL_GROUND.ASKED_BY.ne(by.value()))
                    .and(LEGAL_GROUND.DECIDED_AT.isNull())
                    .execute()
                == 1);
  }

  /** Ends it today, at once; false when it does not hold. */
  static boolean end(Tx tx, UUID id, StaffId by, String note) {
    return end(tx, Set.of(id), by, note) == 1;
  }

  /** Ends those of them that hold, at once; how many. */
  static int end(Tx tx, Set<UUID> ids, StaffId by, String note) {
    return alone(
        tx,
        () ->
            tx.sql()
                .update(LEGAL_GROUND)
                .set(LEGAL_GROUND.ENDED_BY, by.value())
                .set(LEGAL_GROUND.ENDED_AT, tx.now().atOffset(ZoneOffset.UTC))
                .set(LEGAL_GROUND.ENDED_ON, tx.today())
                .set(LEGAL_GROUND.ENDED_NOTE, note)
                .where(LEGAL_GROUND.TENANT_ID.eq(tx.tenant()))
                .and(LEGAL_GROUND.GROUND_ID.in(ids))
                .and(LEGAL_GROUND.APPROVED.isTrue())
                .and(LEGAL_GROUND.LAST_DAY.ge(tx.today()))
                .and(LEGAL_GROUND.ENDED_AT.isNull())
                .execute());
  }
}
