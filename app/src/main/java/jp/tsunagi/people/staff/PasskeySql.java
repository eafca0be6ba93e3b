package jp.tsunagi.people.staff;

import static jp.tsunagi.schema.Tables.ACCOUNT;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Passkeys of accounts. */
final class PasskeySql {
  private static final Table<?> PASSKEY = DSL.table(DSL.name("infra", "passkey"));
  private static final Field<UUID> ID = column("passkey_id", SQLDataType.UUID);
  private static final Field<UUID> OWNER = column("account_id", SQLDataType.UUID);
  private static final Field<byte[]> CREDENTIAL = column("credential_id", SQLDataType.BLOB);
  private static final Field<byte[]> ATTESTED = column("attested", SQLDataType.BLOB);
  private static final Field<String> NAME = column("name", SQLDataType.VARCHAR);
  private static final Field<Long> COUNT = column("sign_count", SQLDataType.BIGINT);
  private static final Field<Boolean> VERIFIES = column("verifies", SQLDataType.BOOLEAN);
  private static final Field<Boolean> ELIGIBLE = column("backup_eligible", SQLDataType.BOOLEAN);
  private static final Field<Boolean> COPIED = column("backed_up", SQLDataType.BOOLEAN);
  private static final Field<OffsetDateTime> ADDED =
      column("added_at", SQLDataType.TIMESTAMPWITHTIMEZONE);
  private static final Field<OffsetDateTime> USED =
      column("used_at", SQLDataType.TIMESTAMPWITHTIMEZONE);

  private PasskeySql() {}

  private static <T> Field<T> column(String name, org.jooq.DataType<T> type) {
    return DSL.field(DSL.name("infra", "passkey", name), type);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** Whether nobody had it before, and it was added. */
  static boolean add(Tx tx, Passkey one) {
    return tx.sql()
            .insertInto(PASSKEY)
            .set(ID, one.id())
            .set(OWNER, one.account().value())
            .set(CREDENTIAL, one.credential())
            .set(ATTESTED, one.attested())
            .set(NAME, one.name())
            .set(COUNT, one.count())
            .set(VERIFIES, one.kept().verifies())
            .set(ELIGIBLE, one.kept().eligible())
            .set(COPIED, one.kept().copied())
            .set(ADDED, at(one.added()))
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /** The passkeys of an account, the first one first. */
  static List<Passkey> of(Tx tx, AccountId account) {
    return select(tx, OWNER.eq(account.value())).toList();
  }

  /** The one that the authenticator knows by that name, of an account that is open. */
  static Optional<Passkey> find(Tx tx, byte[] credential) {
    return select(
            tx,
            CREDENTIAL
                .eq(credential)
                .and(
                    DSL.exists(
                        DSL.selectOne()
                            .from(ACCOUNT)
                            .where(ACCOUNT.ACCOUNT_ID.coerce(UUID.class).eq(OWNER))
                            .and(ACCOUNT.CLOSED_AT.isNull()))))
        .findFirst();
  }

  private static java.util.stream.Stream<Passkey> select(Tx tx, Condition which) {
    return tx
        .sql()
        .select(ID, OWNER, NAME, CREDENTIAL, ATTESTED, COUNT)
        .select(VERIFIES, ELIGIBLE, COPIED, ADDED, USED)
        .from(PASSKEY)
        .where(which)
        .orderBy(ADDED, ID)
        .fetch(PasskeySql::passkey)
        .stream();
  }

  private static Passkey passkey(Record row) {
    return new Passkey(
        row.get(ID),
        new AccountId(row.get(OWNER)),
        row.get(NAME),
        row.get(CREDENTIAL),
        row.get(ATTESTED),
        row.get(COUNT),
        new Passkey.Kept(row.get(VERIFIES), row.get(ELIGIBLE), row.get(COPIED)),
        row.get(ADDED).toInstant(),
        Optional.ofNullable(row.get(USED)).map(OffsetDateTime::toInstant));
  }

  static boolean any(Tx tx, AccountId account) {
    return tx.sql().fetchExists(PASSKEY, OWNER.eq(account.value()));
  }

  /**
   * Whether its counter went on, or counts nothing: now it stands there. Of two who answer with one
   * counter together one has it.
   *
   * @param copied whether the authenticator says that it was copied to other devices
   */
  static boolean use(Tx tx, Passkey one, long count, boolean copied) {
    return tx.sql()
            .update(PASSKEY)
            .set(COUNT, count)
            .set(COPIED, copied)
            .set(USED, at(tx.now()))
            .where(ID.eq(one.id()))
            .and(COUNT.lt(count).or(COUNT.eq(0L).and(DSL.val(count).eq(0L))))
            .execute()
        == 1;
  }

  static void remove(Tx tx, AccountId account) {
    tx.sql().deleteFrom(PASSKEY).where(OWNER.eq(account.value())).execute();
  }

  /** Whether the account had it; it has it no longer. */
  static boolean remove(Tx tx, AccountId account, UUID id) {
    return tx.sql().deleteFrom(PASSKEY).where(OWNER.eq(account.value())).and(ID.eq(id)).execute()
        == 1;
  }
}
