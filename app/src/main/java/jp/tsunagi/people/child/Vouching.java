package jp.tsunagi.people.child;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.GUARDIAN_AUTHORITY;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.tables.records.GuardianAuthorityRecord;

/**
 * On whose word it rests that a guardian decides for a child: of each organisation that wrote it
 * down with what it was shown, the latest entry counts. Where nothing was noted apart, it rests on
 * the organisation that put the child on record.
 */
public final class Vouching {
  private Vouching() {}

  /** The organisations that say so for that day. */
  public static Set<OrganisationId> of(Tx tx, ChildId child, GuardianId guardian, LocalDate day) {
    return tx.as(
        new Actor.Job(tx.tenant(), "vouching"),
        () -> {
          Set<OrganisationId> heard = new HashSet<>();
          Set<OrganisationId> vouching = new HashSet<>();
          for (GuardianAuthorityRecord entry : latestFirst(tx, child, guardian)) {
            Optional<OrganisationId> by =
                Optional.ofNullable(entry.getOrganisationId()).or(() -> owner(tx, child));
            by.filter(heard::add).filter(_ -> says(entry, day)).ifPresent(vouching::add);
          }
          if (heard.isEmpty()) {
            owner(tx, child).ifPresent(vouching::add);
          }
          return Set.copyOf(vouching);
        });
  }

  private static java.util.List<GuardianAuthorityRecord> latestFirst(
      Tx tx, ChildId child, GuardianId guardian) {
    return tx.sql()
        .selectFrom(GUARDIAN_AUTHORITY)
        .where(GUARDIAN_AUTHORITY.TENANT_ID.eq(tx.tenant()))
        .and(GUARDIAN_AUTHORITY.CHILD_ID.eq(child))
        .and(GUARDIAN_AUTHORITY.GUARDIAN_ID.eq(guardian))
        .orderBy(GUARDIAN_AUTHORITY.RECORDED_AT.desc(), GUARDIAN_AUTHORITY.AUTHORITY_ID.desc())
        .fetch();
  }

  private static boolean says(GuardianAuthorityRecord entry, LocalDate day) {
    return entry.getValidFrom() != null
        && new Period(entry.getValidFrom(), entry.getValidTo()).contains(day);
  }

  private static Optional<OrganisationId> owner(Tx tx, ChildId child) {
    return tx.sql()
        .select(CHILD.OWNER_ID)
        .from(CHILD)
        .where(CHILD.TENANT_ID.eq(tx.tenant()))
        .and(CHILD.CHILD_ID.eq(child))
        .fetchOptional(CHILD.OWNER_ID);
  }
}
