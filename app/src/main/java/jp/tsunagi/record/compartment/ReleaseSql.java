package jp.tsunagi.record.compartment;

import static jp.tsunagi.schema.Tables.PRINT_RELEASE;
import static jp.tsunagi.schema.Tables.SHEET;
import static jp.tsunagi.schema.Tables.STAFF;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.compartment.Release.Decision;
import jp.tsunagi.schema.tables.Staff;
import org.jooq.Condition;

/** What was asked to go out, and what the second person said. */
final class ReleaseSql {
  private static final Staff DECIDER = STAFF.as("decider");

  private ReleaseSql() {}

  private static <T> T asProgram(Tx tx, Supplier<T> work) {
    return tx.as(new Actor.Job(tx.tenant(), "release"), work);
  }

  /** Those that fit, the latest first. */
  static List<Release> of(Tx tx, Condition which) {
    return asProgram(
        tx,
        () ->
            tx.sql()
                .select(PRINT_RELEASE.fields())
                .select(STAFF.NAME, DECIDER.NAME)
                .from(PRINT_RELEASE)
                .join(STAFF)
                .on(STAFF.TENANT_ID.eq(tx.tenant()))
                .and(STAFF.STAFF_ID.coerce(UUID.class).eq(PRINT_RELEASE.ASKED_BY))
                .leftJoin(DECIDER)
                .on(DECIDER.TENANT_ID.eq(tx.tenant()))
                .and(DECIDER.STAFF_ID.coerce(UUID.class).eq(PRINT_RELEASE.DECIDED_BY))
                .where(PRINT_RELEASE.TENANT_ID.eq(tx.tenant()))
                .and(which)
                .orderBy(PRINT_RELEASE.ASKED_AT.desc(), PRINT_RELEASE.RELEASE_ID)
                .fetch(row -> {
                  var is = row.into(PRINT_RELEASE);
                  return new Release(
                      is.getReleaseId(),
                      is.getChildId(),
                      is.getPath(),
                      is.getNote(),
                      new StaffId(is.getAskedBy()),
                      row.get(STAFF.NAME),
                      is.getAskedAt().toInstant(),
                      Optional.ofNullable(is.getDecidedAt())
                          .map(at ->
                              new Decision(
                                  row.get(DECIDER.NAME),
                                  at.toInstant(),
                                  is.getReleased(),
                                  is.getWord())));
                }));
  }

  static void ask(Tx tx, UUID id, ChildId child, String path, String note) {
    UUID by = Actor.of(tx).id().orElseThrow();
    asProgram(
        tx,
        () ->
            tx.sql()
                .insertInto(PRINT_RELEASE)
                .set(PRINT_RELEASE.TENANT_ID, tx.tenant())
                .set(PRINT_RELEASE.RELEASE_ID, id)
                .set(PRINT_RELEASE.CHILD_ID, child)
                .set(PRINT_RELEASE.PATH, path)
                .set(PRINT_RELEASE.NOTE, note)
                .set(PRINT_RELEASE.ASKED_BY, by)
                .set(PRINT_RELEASE.ASKED_AT, tx.now().atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute());
  }

  /** Says yes or no; false when somebody was first. */
  static boolean decide(Tx tx, UUID id, boolean released, String word) {
    UUID by = Actor.of(tx).id().orElseThrow();
    return asProgram(
        tx,
        () ->
            tx.sql()
                    .update(PRINT_RELEASE)
                    .set(PRINT_RELEASE.DECIDED_BY, by)
                    .set(PRINT_RELEASE.DECIDED_AT, tx.now().atOffset(ZoneOffset.UTC))
                    .set(PRINT_RELEASE.RELEASED, released)
                    .set(PRINT_RELEASE.WORD, word)
                    .where(PRINT_RELEASE.TENANT_ID.eq(tx.tenant()))
                    .and(PRINT_RELEASE.RELEASE_ID.eq(id))
                    .and(PRINT_RELEASE.DECIDED_AT.isNull())
                    .execute()
                > 0);
  }

  /** Whose sheet it is. */
  static Optional<ChildId> ofSheet(Tx tx, SheetId sheet) {
    return asProgram(
        tx,
        () ->
            tx.sql()
                .select(SHEET.CHILD_ID)
                .from(SHEET)
                .where(SHEET.TENANT_ID.eq(tx.tenant()))
                .and(SHEET.SHEET_ID.eq(sheet))
                .fetchOptional(SHEET.CHILD_ID));
  }
}
