package jp.tsunagi.people.staff;

import static jp.tsunagi.schema.Tables.ACCOUNT;
import static jp.tsunagi.schema.Tables.ACCOUNT_MEMBERSHIP;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The one table of sessions: read at every request, written once a minute. */
final class SessionSql {
  private static final Table<?> SESSION = DSL.table(DSL.name("infra", "session"));
  private static final Field<byte[]> TOKEN = column("token_hash", SQLDataType.BLOB);
  private static final Field<UUID> ACCOUNT_ID = column("account_id", SQLDataType.UUID);
  private static final Field<Integer> TENANT = column("tenant_id", SQLDataType.INTEGER);
  private static final Field<String> KIND = column("kind", SQLDataType.VARCHAR);
  private static final Field<UUID> MEMBER = column("member_id", SQLDataType.UUID);
  private static final Field<OffsetDateTime> CREATED = time("created_at");
  private static final Field<OffsetDateTime> SEEN = time("seen_at");
  private static final Field<OffsetDateTime> ENDED = time("ended_at");

  private static final Field<Boolean> FACTOR_MISSING =
      column("factor_missing", SQLDataType.BOOLEAN);

  private SessionSql() {}

  private static <T> Field<T> column(String name, org.jooq.DataType<T> type) {
    return DSL.field(DSL.name("infra", "session", name), type);
  }

  private static Field<OffsetDateTime> time(String name) {
    return column(name, SQLDataType.TIMESTAMPWITHTIMEZONE);
  }

  private static OffsetDateTime now(Tx tx) {
    return tx.now().atOffset(ZoneOffset.UTC);
  }

  /**
   * A session that has not ended.
   *
   * @param handedPassword the password was set by somebody else
   * @param factorMissing it is good for setting up a second factor, and nothing else
   * @param language in which the owner of the account reads, as a tag
   */
  record Open(
      Membership as,
      Instant seen,
      boolean handedPassword,
      boolean factorMissing,
      String language) {}

  static void add(Tx tx, byte[] token, Membership as, boolean factorMissing) {
    tx.sql()
        .insertInto(SESSION)
        .set(TOKEN, token)
        .set(ACCOUNT_ID, as.account().value())
        .set(TENANT, as.tenant().value())
        .set(KIND, as.kind().name())
        .set(MEMBER, as.member())
        .set(CREATED, now(tx))
        .set(SEEN, now(tx))
        .set(FACTOR_MISSING, factorMissing)
        .execute();
  }

  /** The session of a token, while its account is open and still serves that member. */
  static Optional<Open> find(Tx tx, byte[] token, Instant seenAfter, Instant begunAfter) {
    return tx.sql()
        .select(ACCOUNT_ID, TENANT, KIND, MEMBER, SEEN, FACTOR_MISSING)
        .select(ACCOUNT.PASSWORD_HANDED, ACCOUNT.LANGUAGE)
        .from(SESSION)
        .join(ACCOUNT)
        .on(ACCOUNT.ACCOUNT_ID.coerce(UUID.class).eq(ACCOUNT_ID))
        .where(TOKEN.eq(token))
        .and(ENDED.isNull())
        .and(SEEN.gt(seenAfter.atOffset(ZoneOffset.UTC)))
        .and(CREATED.gt(begunAfter.atOffset(ZoneOffset.UTC)))
        .and(ACCOUNT.CLOSED_AT.isNull())
        .and(serves())
        .fetchOptional()
        .map(SessionSql::open);
  }

  private static Condition serves() {
    return DSL.exists(
        DSL.selectOne()
            .from(ACCOUNT_MEMBERSHIP)
            .where(ACCOUNT_MEMBERSHIP.ACCOUNT_ID.coerce(UUID.class).eq(ACCOUNT_ID))
            .and(ACCOUNT_MEMBERSHIP.TENANT_ID.coerce(Integer.class).eq(TENANT))
            .and(ACCOUNT_MEMBERSHIP.KIND.eq(KIND))
            .and(ACCOUNT_MEMBERSHIP.MEMBER_ID.eq(MEMBER)));
  }

  private static Open open(Record row) {
    return new Open(
        new Membership(
            new AccountId(row.get(ACCOUNT_ID)),
            new TenantId(row.get(TENANT)),
            Membership.Kind.valueOf(row.get(KIND)),
            row.get(MEMBER)),
        row.get(SEEN).toInstant(),
        row.get(ACCOUNT.PASSWORD_HANDED),
        row.get(FACTOR_MISSING),
        row.get(ACCOUNT.LANGUAGE));
  }

  static void read(Tx tx, byte[] token, String language) {
    tx.sql()
        .update(ACCOUNT)
        .set(ACCOUNT.LANGUAGE, language)
        .where(
            ACCOUNT
                .ACCOUNT_ID
                .coerce(UUID.class)
                .in(DSL.select(ACCOUNT_ID).from(SESSION).where(TOKEN.eq(token))))
        .execute();
  }

  static void touch(Tx tx, byte[] token) {
    tx.sql().update(SESSION).set(SEEN, now(tx)).where(TOKEN.eq(token)).execute();
  }

  static void factorSet(Tx tx, byte[] token) {
    tx.sql().update(SESSION).set(FACTOR_MISSING, false).where(TOKEN.eq(token)).execute();
  }

  static void end(Tx tx, byte[] token) {
    end(tx, TOKEN.eq(token));
  }

  static void endOthers(Tx tx, AccountId account, byte[] kept) {
    end(tx, ACCOUNT_ID.eq(account.value()).and(TOKEN.ne(kept)));
  }

  /** Ends every session of the account as that member. */
  static void endOf(Tx tx, Membership as) {
    end(
        tx,
        ACCOUNT_ID
            .eq(as.account().value())
            .and(TENANT.eq(as.tenant().value()))
            .and(KIND.eq(as.kind().name()))
            .and(MEMBER.eq(as.member())));
  }

  private static void end(Tx tx, Condition which) {
    tx.sql().update(SESSION).set(ENDED, now(tx)).where(which).and(ENDED.isNull()).execute();
  }
}
