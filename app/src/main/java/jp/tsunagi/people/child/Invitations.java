package jp.tsunagi.people.child;

import static jp.tsunagi.base.ui.Text.t;
import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.GUARDIAN;
import static jp.tsunagi.schema.Tables.GUARDIANSHIP;
import static jp.tsunagi.schema.Tables.GUARDIAN_INVITATION;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.people.staff.Accounts;
import jp.tsunagi.people.staff.InvitationCode;
import jp.tsunagi.people.staff.Invited;
import jp.tsunagi.people.staff.Inviting;
import jp.tsunagi.people.staff.Membership;
import jp.tsunagi.schema.tables.records.GuardianInvitationRecord;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * 保護者の招待: a one-time code opens the guardian's account of the portal. It works once, for fourteen
 * days, and together with the child's birth date; a later code makes the earlier ones worthless.
 */
@Component
public final class Invitations implements Inviting {
  /** How long a code works. */
  public static final Duration VALID = Duration.ofDays(14);

  /** Eight letters: the birth date of the child is asked for beside them. */
  private static final int GROUPS = 2;

  private static final Table<?> DOOR = DSL.table(DSL.name("infra", "invitation"));
  private static final Field<byte[]> HASH = DSL.field(DSL.name("code_hash"), SQLDataType.BLOB);
  private static final Field<Integer> TENANT =
      DSL.field(DSL.name("tenant_id"), SQLDataType.INTEGER);
  private static final Field<OffsetDateTime> EXPIRES =
      DSL.field(DSL.name("expires_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

  private final Accounts accounts;
  private final Guardians guardians;
  private final Trace trace;

  Invitations(Accounts accounts, Guardians guardians, Trace trace) {
    this.accounts = accounts;
    this.guardians = guardians;
    this.trace = trace;
  }

  /** A code that was made just now; shown once, kept nowhere. */
  record Issued(String code, Instant expires) {
    @Override
    public String toString() {
      return "Issued";
    }
  }

  /**
   * What somebody types to come in for the first time.
   *
   * @param passwordHash of the password typed, hashed before the transaction
   */
  public record Opening(String code, LocalDate birthDate, String login, String passwordHash) {
    @Override
    public String toString() {
      return "Opening";
    }
  }

  /** Makes a code for a guardian of the child. */
  Issued issue(Tx tx, ChildId child, GuardianId guardian) {
    related(tx, child, guardian);
    InvitationCode code = InvitationCode.fresh(GROUPS);
    byte[] hash = code.digest();
    OffsetDateTime now = tx.now().atOffset(ZoneOffset.UTC);
    Instant expires = tx.now().plus(VALID);
    tx.sql()
        .update(GUARDIAN_INVITATION)
        .set(GUARDIAN_INVITATION.EXPIRES_AT, now)
        .where(unused(tx))
        .and(GUARDIAN_INVITATION.GUARDIAN_ID.eq(guardian))
        .execute();
    tx.sql()
        .insertInto(GUARDIAN_INVITATION)
        .set(GUARDIAN_INVITATION.TENANT_ID, tx.tenant())
        .set(GUARDIAN_INVITATION.GUARDIAN_ID, guardian)
        .set(GUARDIAN_INVITATION.CODE_HASH, hash)
        .set(GUARDIAN_INVITATION.ISSUED_AT, now)
        .set(GUARDIAN_INVITATION.ISSUED_BY, Actor.of(tx).id().orElseThrow())
        .set(GUARDIAN_INVITATION.EXPIRES_AT, expires.atOffset(ZoneOffset.UTC))
        .execute();
    tx.sql().deleteFrom(DOOR).where(EXPIRES.lt(now)).execute();
    tx.sql()
        .insertInto(DOOR)
        .set(HASH, hash)
        .set(TENANT, tx.tenant().value())
        .set(EXPIRES, expires.atOffset(ZoneOffset.UTC))
        .execute();
    trace.write(tx, Entry.of(Action.INVITE_GUARDIAN).child(child));
    return new Issued(code.shown(), expires);
  }

  /** Until when that code lets the guardian in; empty when it does not, or no longer does. */
  public static Optional<Instant> until(Tx tx, GuardianId guardian, String code) {
    return tx.sql()
        .select(GUARDIAN_INVITATION.EXPIRES_AT)
        .from(GUARDIAN_INVITATION)
        .where(unused(tx))
        .and(GUARDIAN_INVITATION.GUARDIAN_ID.eq(guardian))
        .and(GUARDIAN_INVITATION.CODE_HASH.eq(InvitationCode.typed(code).digest()))
        .fetchOptional(GUARDIAN_INVITATION.EXPIRES_AT)
        .map(OffsetDateTime::toInstant);
  }

  Guardians.Related related(Tx tx, ChildId child, GuardianId guardian) {
    return guardians.of(tx, child).stream()
        .filter(it -> it.person().id().equals(guardian))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * Opens the account the code stands for. Empty when code and birth date do not belong together,
   * or the code is used or over: which of these is not said.
   *
   * @throws Accounts.LoginTaken when somebody else has that login
   */
  public Optional<Membership> open(Tx tx, Opening opening) {
    byte[] hash = InvitationCode.typed(opening.code()).digest();
    return there(tx, hash, () -> open(tx, hash, opening));
  }

  /** Does something in the municipality of a code. */
  private static <T> Optional<T> there(Tx tx, byte[] hash, Supplier<Optional<T>> work) {
    return tx.sql()
        .select(TENANT)
        .from(DOOR)
        .where(HASH.eq(hash))
        .fetchOptional(TENANT)
        .map(TenantId::new)
        .flatMap(tenant -> tx.as(new Actor.Job(tenant, "invitation"), work));
  }

  /**
   * The digest of a code that belongs together with that birth date and is good; it is not used up.
   * For whoever has a login already and joins with it.
   */
  public Optional<byte[]> good(Tx tx, String code, LocalDate birthDate) {
    byte[] hash = InvitationCode.typed(code).digest();
    return there(tx, hash, () -> row(tx, hash, exists(childBornOn(tx, birthDate))).map(_ -> hash));
  }

  @Override
  public Membership.Kind kind() {
    return Membership.Kind.GUARDIAN;
  }

  @Override
  public Optional<Invited> invited(Tx tx, byte[] hash) {
    return there(tx, hash, () -> row(tx, hash, DSL.trueCondition()).map(row -> invited(tx, row)));
  }

  private static Invited invited(Tx tx, GuardianInvitationRecord row) {
    String name =
        tx.sql()
            .selectFrom(GUARDIAN)
            .where(GUARDIAN.TENANT_ID.eq(tx.tenant()))
            .and(GUARDIAN.GUARDIAN_ID.eq(row.getGuardianId()))
            .fetchSingle()
            .getName();
    return new Invited(
        tx.tenant(),
        Membership.Kind.GUARDIAN,
        row.getGuardianId().value(),
        Municipality.name(tx),
        name,
        t("invitation.family"));
  }

  /** The account acts as the guardian from now on; one before it does so no more. */
  @Override
  public Optional<Membership> join(Tx tx, byte[] hash, AccountId account) {
    return there(
        tx,
        hash,
        () ->
            row(tx, hash, DSL.trueCondition())
                .map(row -> {
                  used(tx, row);
                  trace.write(
                      tx,
                      Entry.of(Action.ACCOUNT)
                          .about("staff.invitation.joined", row.getGuardianId()));
                  return account(tx, row.getGuardianId(), account);
                }));
  }

  private static Optional<GuardianInvitationRecord> row(Tx tx, byte[] hash, Condition more) {
    return tx.sql()
        .selectFrom(GUARDIAN_INVITATION)
        .where(unused(tx))
        .and(GUARDIAN_INVITATION.CODE_HASH.eq(hash))
        .and(more)
        .forUpdate()
        .fetchOptional();
  }

  private static void used(Tx tx, GuardianInvitationRecord row) {
    row.setUsedAt(tx.now().atOffset(ZoneOffset.UTC));
    row.store();
  }

  private Optional<Membership> open(Tx tx, byte[] hash, Opening opening) {
    return row(tx, hash, exists(childBornOn(tx, opening.birthDate())))
        .map(row -> {
          used(tx, row);
          return account(
              tx, row.getGuardianId(), accounts.open(tx, opening.login(), opening.passwordHash()));
        });
  }

  private static Condition unused(Tx tx) {
    return GUARDIAN_INVITATION
        .TENANT_ID
        .eq(tx.tenant())
        .and(GUARDIAN_INVITATION.USED_AT.isNull())
        .and(GUARDIAN_INVITATION.EXPIRES_AT.gt(tx.now().atOffset(ZoneOffset.UTC)));
  }

  private static org.jooq.Select<?> childBornOn(Tx tx, LocalDate birth) {
    return selectOne()
        .from(GUARDIANSHIP)
        .join(CHILD)
        .on(CHILD.TENANT_ID.eq(tx.tenant()))
        .and(CHILD.CHILD_ID.eq(GUARDIANSHIP.CHILD_ID))
        .where(GUARDIANSHIP.TENANT_ID.eq(tx.tenant()))
        .and(GUARDIANSHIP.GUARDIAN_ID.eq(GUARDIAN_INVITATION.GUARDIAN_ID))
        .and(CHILD.BIRTH_DATE.eq(birth));
  }

  /** A guardian has one account: one opened before (password forgotten) ends with its sessions. */
  private Membership account(Tx tx, GuardianId guardian, AccountId account) {
    tx.sql()
        .select(GUARDIAN.ACCOUNT_ID)
        .from(GUARDIAN)
        .where(GUARDIAN.TENANT_ID.eq(tx.tenant()))
        .and(GUARDIAN.GUARDIAN_ID.eq(guardian))
        .and(GUARDIAN.ACCOUNT_ID.isNotNull())
        .fetchOptional(GUARDIAN.ACCOUNT_ID)
        .ifPresent(before -> accounts.leave(tx, as(tx, before, guardian)));
    Accounts.addMembership(tx, account, Membership.Kind.GUARDIAN, guardian.value());
    guardians.gotAccount(tx, guardian, account);
    return as(tx, account, guardian);
  }

  private static Membership as(Tx tx, AccountId account, GuardianId guardian) {
    return new Membership(account, tx.tenant(), Membership.Kind.GUARDIAN, guardian.value());
  }
}
