package jp.tsunagi.people.staff;

import static jp.tsunagi.schema.Tables.ACCOUNT;
import static jp.tsunagi.schema.Tables.ACCOUNT_MEMBERSHIP;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.OrganisationId;
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
  /** So long after its end a session is still in the database. */
  private static final Duration OVER = Duration.ofDays(7);

  private static final int REMOVED_AT_ONCE = 100;
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

  private static final Field<UUID> ID = column("session_id", SQLDataType.UUID);
  private static final Field<UUID> TERMINAL = column("terminal_id", SQLDataType.UUID);
  private static final Field<UUID> PLACE = column("organisation_id", SQLDataType.UUID);
  private static final Field<OffsetDateTime> PASSWORD_AT = time("password_at");
  private static final Field<Integer> IDLE = column("idle_seconds", SQLDataType.INTEGER);
  private static final Field<String> BROWSER = column("browser", SQLDataType.VARCHAR);
  private static final Field<String> BY = column("begun_by", SQLDataType.VARCHAR);
  private static final Field<Boolean> BY_PASSWORD = column("by_password", SQLDataType.BOOLEAN);
  private static final Field<Boolean> BY_PROVIDER = column("by_provider", SQLDataType.BOOLEAN);

  private static final Field<Boolean> SEVERAL =
      DSL.field(
              DSL.exists(
                  DSL.selectOne()
                      .from(ACCOUNT_MEMBERSHIP)
                      .where(ACCOUNT_MEMBERSHIP.ACCOUNT_ID.coerce(UUID.class).eq(ACCOUNT_ID))
                      .and(
                          ACCOUNT_MEMBERSHIP
                              .TENANT_ID
                              .coerce(Integer.class)
                              .ne(TENANT)
                              .or(ACCOUNT_MEMBERSHIP.KIND.ne(KIND))
                              .or(ACCOUNT_MEMBERSHIP.MEMBER_ID.ne(MEMBER)))))
          .as("several");

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
   * @param handedPassword the password was set by somebody else, and its owner came in with it
   * @param factorMissing it is good for setting up a second factor, and nothing else
   * @param language in which the owner of the account reads, as a tag
   * @param place for which alone it acts: it was begun at a terminal of that place
   * @param passwordAt when the password was shown last
   * @param idle how long it lasts without a request
   * @param several whether the account serves others too, of which this session may know
   */
  record Open(
      Membership as,
      Instant seen,
      boolean handedPassword,
      boolean factorMissing,
      String language,
      Optional<OrganisationId> place,
      Optional<Instant> passwordAt,
      Duration idle,
      boolean several) {}

  static void add(Tx tx, byte[] token, Membership as, BrowserKind browser, Sessions.Terms terms) {
    tx.sql()
        .insertInto(SESSION)
        .set(TOKEN, token)
        .set(ACCOUNT_ID, as.account().value())
        .set(TENANT, as.tenant().value())
        .set(KIND, as.kind().name())
        .set(MEMBER, as.member())
        .set(CREATED, now(tx))
        .set(SEEN, now(tx))
        .set(FACTOR_MISSING, terms.factorMissing())
        .set(IDLE, (int) terms.idle().toSeconds())
        .set(TERMINAL, terms.shown().terminal().map(Terminal::id).orElse(null))
        .set(PLACE, terms.shown().terminal().map(at -> at.organisation().value()).orElse(null))
        .set(PASSWORD_AT, terms.shown().proof().isFresh() ? now(tx) : null)
        .set(BY, terms.shown().proof().by().name())
        .set(BY_PROVIDER, terms.shown().proof().provider())
        .set(BY_PASSWORD, terms.shown().proof().password())
        .set(ID, Id.fresh())
        .set(BROWSER, browser.kept())
        .execute();
  }

  /** The session of a token, while its account is open and still serves that member. */
  static Optional<Open> find(Tx tx, byte[] token) {
    return tx.sql()
        .select(ACCOUNT_ID, TENANT, KIND, MEMBER, SEEN, FACTOR_MISSING, PLACE, PASSWORD_AT, IDLE)
        .select(BY_PROVIDER, ACCOUNT.PASSWORD_HANDED, ACCOUNT.LANGUAGE, SEVERAL)
        .from(SESSION)
        .join(ACCOUNT)
        .on(ACCOUNT.ACCOUNT_ID.coerce(UUID.class).eq(ACCOUNT_ID))
        .where(TOKEN.eq(token))
        .and(lasting(tx))
        .and(ACCOUNT.CLOSED_AT.isNull())
        .and(serves())
        .fetchOptional()
        .map(SessionSql::open);
  }

  /** How many there are that have not ended, of everybody. */
  static long count(Tx tx) {
    return tx.sql().fetchCount(SESSION, lasting(tx));
  }

  /** Neither ended, nor idle, nor old. */
  private static Condition lasting(Tx tx) {
    return ENDED
        .isNull()
        .and(DSL.condition("{0} > {1} - make_interval(secs => {2})", SEEN, DSL.val(now(tx)), IDLE))
        .and(CREATED.gt(tx.now().minus(Sessions.OLDEST).atOffset(ZoneOffset.UTC)));
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
        membership(row),
        row.get(SEEN).toInstant(),
        row.get(ACCOUNT.PASSWORD_HANDED) && !row.get(BY_PROVIDER),
        row.get(FACTOR_MISSING),
        row.get(ACCOUNT.LANGUAGE),
        Optional.ofNullable(row.get(PLACE)).map(OrganisationId::new),
        Optional.ofNullable(row.get(PASSWORD_AT)).map(OffsetDateTime::toInstant),
        Duration.ofSeconds(row.get(IDLE)),
        // what a municipality's terminal or provider has opened knows of no other
        row.get(SEVERAL) && !row.get(BY_PROVIDER) && row.get(PLACE) == null);
  }

  private static Membership membership(Record row) {
    return new Membership(
        new AccountId(row.get(ACCOUNT_ID)),
        new TenantId(row.get(TENANT)),
        Membership.Kind.valueOf(row.get(KIND)),
        row.get(MEMBER));
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

  /** What a session that lasts is good for elsewhere. */
  static Optional<Switching> switching(Tx tx, byte[] token) {
    return tx.sql()
        .select(ACCOUNT_ID, TENANT, KIND, MEMBER, CREATED, PASSWORD_AT, TERMINAL)
        .select(BY, BY_PASSWORD, BY_PROVIDER)
        .from(SESSION)
        .where(TOKEN.eq(token))
        .and(lasting(tx))
        .and(serves())
        .fetchOptional(row ->
            new Switching(
                membership(row),
                row.get(CREATED).toInstant(),
                Optional.ofNullable(row.get(PASSWORD_AT)).map(OffsetDateTime::toInstant),
                row.get(TERMINAL) != null,
                new Proof(
                    Proof.By.valueOf(row.get(BY)),
                    Optional.empty(),
                    false,
                    row.get(BY_PASSWORD),
                    row.get(BY_PROVIDER))));
  }

  /** It goes on from another: it is as old, and as long ago the password was shown. */
  static void continues(Tx tx, byte[] token, Switching from) {
    tx.sql()
        .update(SESSION)
        .set(CREATED, from.begun().atOffset(ZoneOffset.UTC))
        .set(PASSWORD_AT, from.shownAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
        .where(TOKEN.eq(token))
        .execute();
  }

  /** Ends a session; false when it was over already. */
  static boolean leave(Tx tx, byte[] token) {
    return tx.sql()
            .update(SESSION)
            .set(ENDED, now(tx))
            .where(TOKEN.eq(token))
            .and(ENDED.isNull())
            .execute()
        == 1;
  }

  static void touch(Tx tx, byte[] token) {
    tx.sql().update(SESSION).set(SEEN, now(tx)).where(TOKEN.eq(token)).execute();
  }

  /**
   * The password was shown; the session goes on under another value. False when it did so already,
   * or is over.
   */
  static boolean passwordShown(Tx tx, byte[] token, byte[] fresh) {
    return tx.sql()
            .update(SESSION)
            .set(PASSWORD_AT, now(tx))
            .set(TOKEN, fresh)
            .where(TOKEN.eq(token))
            .and(ENDED.isNull())
            .execute()
        == 1;
  }

  /** Ends every session that was begun at that terminal. */
  static void endAt(Tx tx, UUID terminal) {
    end(tx, TERMINAL.eq(terminal));
  }

  static void factorSet(Tx tx, byte[] token) {
    tx.sql().update(SESSION).set(FACTOR_MISSING, false).where(TOKEN.eq(token)).execute();
  }

  /**
   * A session as its owner sees it.
   *
   * @param token digest of its cookie
   * @param by what was shown last on the way in
   * @param provider whether it began at the identity provider
   */
  record Listed(
      UUID id,
      Membership as,
      byte[] token,
      Instant begun,
      Instant seen,
      BrowserKind browser,
      Proof.By by,
      boolean provider) {}

  /** The sessions of an account that last, the latest used first. */
  static List<Listed> of(Tx tx, AccountId account) {
    return tx.sql()
        .select(ID, ACCOUNT_ID, TENANT, KIND, MEMBER, TOKEN, CREATED, SEEN, BROWSER)
        .select(BY, BY_PROVIDER)
        .from(SESSION)
        .where(ACCOUNT_ID.eq(account.value()))
        .and(lasting(tx))
        .and(serves())
        .orderBy(SEEN.desc(), ID)
        .fetch(row ->
            new Listed(
                row.get(ID),
                membership(row),
                row.get(TOKEN),
                row.get(CREATED).toInstant(),
                row.get(SEEN).toInstant(),
                BrowserKind.kept(row.get(BROWSER)),
                Proof.By.valueOf(row.get(BY)),
                row.get(BY_PROVIDER)));
  }

  /** Ends that session. */
  static void end(Tx tx, UUID id) {
    end(tx, ID.eq(id));
  }

  static void end(Tx tx, byte[] token) {
    end(tx, TOKEN.eq(token));
  }

  static void endOthers(Tx tx, AccountId account, byte[] kept) {
    end(tx, ACCOUNT_ID.eq(account.value()).and(TOKEN.ne(kept)));
  }

  /** Ends every session of the account as that member. */
  static void endOf(Tx tx, Membership as) {
    end(tx, is(as));
  }

  /** The same but that one. */
  static void endOthers(Tx tx, Membership as, byte[] kept) {
    end(tx, is(as).and(TOKEN.ne(kept)));
  }

  private static Condition is(Membership as) {
    return ACCOUNT_ID
        .eq(as.account().value())
        .and(TENANT.eq(as.tenant().value()))
        .and(KIND.eq(as.kind().name()))
        .and(MEMBER.eq(as.member()));
  }

  /** Removes some of those that are over for so long that nothing asks for them. */
  static void removeOver(Tx tx) {
    OffsetDateTime begun = now(tx).minus(Sessions.OLDEST).minus(OVER);
    tx.sql()
        .deleteFrom(SESSION)
        .where(
            ID.in(
                DSL.select(ID)
                    .from(SESSION)
                    .where(CREATED.lt(begun))
                    .limit(REMOVED_AT_ONCE)
                    .forUpdate()
                    .skipLocked()))
        .execute();
  }

  private static void end(Tx tx, Condition which) {
    tx.sql().update(SESSION).set(ENDED, now(tx)).where(which).and(ENDED.isNull()).execute();
  }
}
