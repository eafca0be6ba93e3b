package jp.tsunagi.people.child;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CHILD_ADDRESS;
import static jp.tsunagi.schema.Tables.CHILD_CONTACT;
import static jp.tsunagi.schema.Tables.CHILD_DOUBLE;
import static jp.tsunagi.schema.Tables.CHILD_KEY;
import static jp.tsunagi.schema.Tables.CHILD_NAME;
import static jp.tsunagi.schema.Tables.CHILD_REGISTRATION;
import static jp.tsunagi.schema.Tables.GRADE_OVERRIDE;
import static jp.tsunagi.schema.Tables.GUARDIAN;
import static jp.tsunagi.schema.Tables.GUARDIANSHIP;
import static jp.tsunagi.schema.Tables.GUARDIAN_AUTHORITY;
import static jp.tsunagi.schema.Tables.GUARDIAN_INVITATION;
import static jp.tsunagi.schema.Tables.GUARDIAN_RESTRICTION;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.staff.Accounts;
import jp.tsunagi.people.staff.Membership;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Deletes a child: names, addresses, whom to call, guardians who belong to no other child, with
 * their accounts. For the program's own work, when two people have decided it ({@code
 * work.retention}) and nothing of the child is left on record.
 */
@Component
public final class ChildDisposing {
  private final Accounts accounts;
  private final ApplicationEventPublisher events;

  ChildDisposing(Accounts accounts, ApplicationEventPublisher events) {
    this.accounts = accounts;
    this.events = events;
  }

  /**
   * Holds these children to the end of the transaction, all in one order, so that nobody waits for
   * one another: nobody begins, moves or disposes of anything of theirs meanwhile. Those that go
   * themselves are held against everything that would refer to them: nobody adds anything about
   * them.
   */
  public static void alone(Tx tx, Collection<ChildId> children, Set<ChildId> going) {
    children.stream()
        .distinct()
        .sorted(Comparator.comparing(ChildId::toString))
        .forEach(child -> {
          if (going.contains(child)) {
            hold(tx, child);
          } else {
            of(tx, child).forNoKeyUpdate().fetch();
          }
        });
  }

  private static org.jooq.SelectConditionStep<?> of(Tx tx, ChildId child) {
    return tx.sql()
        .select(CHILD.CHILD_ID)
        .from(CHILD)
        .where(CHILD.TENANT_ID.eq(tx.tenant()))
        .and(CHILD.CHILD_ID.eq(child));
  }

  /** Holds the child to the end of the transaction; false: it is gone. */
  public static boolean hold(Tx tx, ChildId child) {
    return of(tx, child).forUpdate().fetchOptional().isPresent();
  }

  /** Deletes it; nothing of it can be brought back. */
  public void dispose(Tx tx, ChildId child) {
    events.publishEvent(new ChildGone(tx, child));
    List<GuardianId> guardians =
        tx.sql()
            .select(GUARDIANSHIP.GUARDIAN_ID)
            .from(GUARDIANSHIP)
            .where(of(tx, GUARDIANSHIP.TENANT_ID, GUARDIANSHIP.CHILD_ID, child))
            .fetch(GUARDIANSHIP.GUARDIAN_ID);
    delete(
        tx,
        GUARDIAN_AUTHORITY,
        of(tx, GUARDIAN_AUTHORITY.TENANT_ID, GUARDIAN_AUTHORITY.CHILD_ID, child));
    delete(
        tx,
        GUARDIAN_RESTRICTION,
        of(tx, GUARDIAN_RESTRICTION.TENANT_ID, GUARDIAN_RESTRICTION.CHILD_ID, child));
    delete(tx, GUARDIANSHIP, of(tx, GUARDIANSHIP.TENANT_ID, GUARDIANSHIP.CHILD_ID, child));
    guardians.forEach(guardian -> leave(tx, guardian));
    delete(
        tx,
        CHILD_DOUBLE,
        CHILD_DOUBLE
            .TENANT_ID
            .eq(tx.tenant())
            .and(
                CHILD_DOUBLE
                    .CHILD_ID
                    .eq(child)
                    .or(CHILD_DOUBLE.OTHER_ID.coerce(CHILD_DOUBLE.CHILD_ID).eq(child))));
    delete(tx, CHILD_CONTACT, of(tx, CHILD_CONTACT.TENANT_ID, CHILD_CONTACT.CHILD_ID, child));
    delete(tx, CHILD_ADDRESS, of(tx, CHILD_ADDRESS.TENANT_ID, CHILD_ADDRESS.CHILD_ID, child));
    delete(tx, CHILD_KEY, of(tx, CHILD_KEY.TENANT_ID, CHILD_KEY.CHILD_ID, child));
    delete(tx, CHILD_NAME, of(tx, CHILD_NAME.TENANT_ID, CHILD_NAME.CHILD_ID, child));
    delete(
        tx,
        CHILD_REGISTRATION,
        of(tx, CHILD_REGISTRATION.TENANT_ID, CHILD_REGISTRATION.CHILD_ID, child));
    delete(tx, GRADE_OVERRIDE, of(tx, GRADE_OVERRIDE.TENANT_ID, GRADE_OVERRIDE.CHILD_ID, child));
    delete(tx, CHILD, of(tx, CHILD.TENANT_ID, CHILD.CHILD_ID, child));
  }

  /**
   * A guardian who belongs to no child any more goes, and the way into the portal with her or him.
   */
  private void leave(Tx tx, GuardianId guardian) {
    boolean another =
        tx.sql()
            .fetchExists(
                GUARDIANSHIP,
                GUARDIANSHIP.TENANT_ID.eq(tx.tenant()).and(GUARDIANSHIP.GUARDIAN_ID.eq(guardian)));
    if (another) {
      return;
    }
    Condition theirs = GUARDIAN.TENANT_ID.eq(tx.tenant()).and(GUARDIAN.GUARDIAN_ID.eq(guardian));
    Optional<AccountId> account =
        tx.sql()
            .select(GUARDIAN.ACCOUNT_ID)
            .from(GUARDIAN)
            .where(theirs)
            .fetchOptional(GUARDIAN.ACCOUNT_ID);
    account.ifPresent(one ->
        accounts.leave(
            tx, new Membership(one, tx.tenant(), Membership.Kind.GUARDIAN, guardian.value())));
    delete(
        tx,
        GUARDIAN_INVITATION,
        GUARDIAN_INVITATION
            .TENANT_ID
            .eq(tx.tenant())
            .and(GUARDIAN_INVITATION.GUARDIAN_ID.eq(guardian)));
    delete(tx, GUARDIAN, theirs);
  }

  private static Condition of(Tx tx, Field<TenantId> tenant, Field<ChildId> column, ChildId child) {
    return tenant.eq(tx.tenant()).and(column.eq(child));
  }

  private static void delete(Tx tx, Table<?> table, Condition which) {
    tx.sql().deleteFrom(table).where(which).execute();
  }
}
