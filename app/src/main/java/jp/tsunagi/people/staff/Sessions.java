package jp.tsunagi.people.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.Tables;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * Who is signed in. The database keeps the digest of the cookie only; a session ends when idle,
 * when old, when signed out, and when the ground to act ends. Touched once a minute, not at every
 * request.
 */
@Component
final class Sessions {
  static final Duration IDLE = Duration.ofMinutes(60);
  static final Duration OLDEST = Duration.ofHours(12);
  private static final Duration TOUCH = Duration.ofMinutes(1);
  private static final Table<?> SESSION = DSL.table(DSL.name("infra", "session"));
  private static final Field<byte[]> TOKEN = field("token_hash", SQLDataType.BLOB);
  private static final Field<UUID> ACCOUNT = field("account_id", SQLDataType.UUID);
  private static final Field<Integer> TENANT = field("tenant_id", SQLDataType.INTEGER);
  private static final Field<String> KIND = field("kind", SQLDataType.VARCHAR);
  private static final Field<UUID> MEMBER = field("member_id", SQLDataType.UUID);
  private static final Field<OffsetDateTime> CREATED = time("created_at");
  private static final Field<OffsetDateTime> SEEN = time("seen_at");
  private static final Field<OffsetDateTime> ENDED = time("ended_at");

  private static final Field<Boolean> PASSWORD_HANDED =
      DSL.field(
              DSL.select(Tables.ACCOUNT.PASSWORD_HANDED)
                  .from(Tables.ACCOUNT)
                  .where(
                      Tables.ACCOUNT
                          .ACCOUNT_ID
                          .coerce(UUID.class)
                          .eq(
                              DSL.field(
                                  DSL.name("infra", "session", "account_id"), SQLDataType.UUID))))
          .as("password_handed");

  private final Database database;
  private final java.util.Map<Membership.Kind, ActorSource> sources;
  private final SecureRandom random = new SecureRandom();

  Sessions(Database database, List<ActorSource> sources) {
    this.database = database;
    this.sources =
        sources.stream().collect(Collectors.toMap(ActorSource::kind, Function.identity()));
  }

  private static <T> Field<T> field(String name, org.jooq.DataType<T> type) {
    return DSL.field(DSL.name(name), type);
  }

  private static Field<OffsetDateTime> time(String name) {
    return field(name, SQLDataType.TIMESTAMPWITHTIMEZONE);
  }

  /** Begins a session; the result is the cookie's value, which is kept nowhere else. */
  String begin(Tx tx, Membership membership) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    OffsetDateTime now = tx.now().atOffset(ZoneOffset.UTC);
    tx.sql()
        .insertInto(SESSION)
        .set(TOKEN, digest(token))
        .set(ACCOUNT, membership.account().value())
        .set(TENANT, membership.tenant().value())
        .set(KIND, membership.kind().name())
        .set(MEMBER, membership.member())
        .set(CREATED, now)
        .set(SEEN, now)
        .execute();
    return token;
  }

  /**
   * Who is signed in.
   *
   * @param handedPassword the password was set by somebody else and must be changed first
   */
  record SignedIn(Actor actor, boolean handedPassword) {}

  /** Who a cookie stands for, unless the session or the ground to act has ended. */
  Optional<SignedIn> signedIn(String token) {
    return database.call(
        new Actor.Login(),
        tx ->
            find(tx, token)
                .flatMap(row ->
                    actor(tx, row).map(actor -> new SignedIn(actor, row.get(PASSWORD_HANDED)))));
  }

  private static Optional<Record> find(Tx tx, String token) {
    OffsetDateTime now = tx.now().atOffset(ZoneOffset.UTC);
    return tx.sql()
        .select(TOKEN, ACCOUNT, TENANT, KIND, MEMBER, SEEN, PASSWORD_HANDED)
        .from(SESSION)
        .where(TOKEN.eq(digest(token)))
        .and(ENDED.isNull())
        .and(SEEN.gt(now.minus(IDLE)))
        .and(CREATED.gt(now.minus(OLDEST)))
        .fetchOptional()
        .map(Function.identity());
  }

  private Optional<Actor> actor(Tx tx, Record row) {
    OffsetDateTime now = tx.now().atOffset(ZoneOffset.UTC);
    if (row.get(SEEN).isBefore(now.minus(TOUCH))) {
      tx.sql().update(SESSION).set(SEEN, now).where(TOKEN.eq(row.get(TOKEN))).execute();
    }
    return load(
        tx,
        new Membership(
            new AccountId(row.get(ACCOUNT)),
            new TenantId(row.get(TENANT)),
            Membership.Kind.valueOf(row.get(KIND)),
            row.get(MEMBER)));
  }

  /** The actor a membership stands for today. */
  Optional<Actor> load(Tx tx, Membership membership) {
    ActorSource source = sources.get(membership.kind());
    if (source == null) {
      return Optional.empty();
    }
    return tx.as(new Actor.Job(membership.tenant(), "session"), () -> source.load(tx, membership));
  }

  /** Ends the session of a cookie. */
  void end(Tx tx, String token) {
    tx.sql()
        .update(SESSION)
        .set(ENDED, tx.now().atOffset(ZoneOffset.UTC))
        .where(TOKEN.eq(digest(token)))
        .execute();
  }

  /** Ends every session of the account but the one of this cookie. */
  void endOthers(Tx tx, AccountId account, String kept) {
    tx.sql()
        .update(SESSION)
        .set(ENDED, tx.now().atOffset(ZoneOffset.UTC))
        .where(ACCOUNT.eq(account.value()))
        .and(TOKEN.ne(digest(kept)))
        .and(ENDED.isNull())
        .execute();
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
