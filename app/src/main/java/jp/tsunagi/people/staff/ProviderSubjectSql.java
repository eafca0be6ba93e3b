package jp.tsunagi.people.staff;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Which account belongs to whom at the identity provider. */
final class ProviderSubjectSql {
  private static final Table<?> SUBJECT = DSL.table(DSL.name("infra", "provider_subject"));
  private static final Field<UUID> OWNER = column("account_id", SQLDataType.UUID);
  private static final Field<String> ISSUER = column("issuer", SQLDataType.VARCHAR);
  private static final Field<byte[]> DIGEST = column("subject_hash", SQLDataType.BLOB);
  private static final Field<OffsetDateTime> KEPT =
      column("kept_at", SQLDataType.TIMESTAMPWITHTIMEZONE);

  private ProviderSubjectSql() {}

  private static <T> Field<T> column(String name, org.jooq.DataType<T> type) {
    return DSL.field(DSL.name("infra", "provider_subject", name), type);
  }

  /** Whether the account is that person's, who has no other; at the first time it becomes so. */
  static boolean keep(Tx tx, AccountId account, ProviderSubject who) {
    // of two who come first together one is kept, and the other finds that
    tx.besides(() ->
        tx.sql()
            .insertInto(SUBJECT)
            .set(OWNER, account.value())
            .set(ISSUER, who.issuer())
            .set(DIGEST, digest(who))
            .set(KEPT, tx.now().atOffset(ZoneOffset.UTC))
            .onConflictDoNothing()
            .execute());
    return tx.sql().fetchExists(SUBJECT, isOf(account).and(is(who)));
  }

  /**
   * Whether nothing kept so far says that the account is another person's, or the person's another.
   */
  static boolean fits(Tx tx, AccountId account, ProviderSubject who) {
    return !tx.sql()
        .fetchExists(
            SUBJECT,
            ISSUER
                .eq(who.issuer())
                .and(
                    isOf(account)
                        .and(DIGEST.ne(digest(who)))
                        .or(OWNER.ne(account.value()).and(DIGEST.eq(digest(who))))));
  }

  static boolean any(Tx tx, AccountId account) {
    return tx.sql().fetchExists(SUBJECT, isOf(account));
  }

  /** Whoever comes next from the provider with the login of the account is kept anew. */
  static void forget(Tx tx, AccountId account) {
    tx.sql().deleteFrom(SUBJECT).where(isOf(account)).execute();
  }

  private static Condition isOf(AccountId account) {
    return OWNER.eq(account.value());
  }

  private static Condition is(ProviderSubject who) {
    return ISSUER.eq(who.issuer()).and(DIGEST.eq(digest(who)));
  }

  private static byte[] digest(ProviderSubject who) {
    return HexFormat.of().parseHex(who.digest());
  }
}
