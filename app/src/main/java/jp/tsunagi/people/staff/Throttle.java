package jp.tsunagi.people.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.Tx;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Slows guessing. Counted per login and address together, so that an attacker elsewhere cannot lock
 * the owner out, and per address, so that one address cannot try every login.
 */
final class Throttle {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int PER_LOGIN_AND_ADDRESS = 5;
  private static final int PER_ADDRESS = 60;
  private static final Table<?> ATTEMPT = DSL.table(DSL.name("infra", "login_attempt"));
  private static final Field<UUID> ID = DSL.field(DSL.name("attempt_id"), SQLDataType.UUID);
  private static final Field<String> SUBJECT = DSL.field(DSL.name("subject"), SQLDataType.VARCHAR);
  private static final Field<OffsetDateTime> AT =
      DSL.field(DSL.name("at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

  private Throttle() {}

  /** Whether this address must wait before it tries this login again. */
  static boolean mustWait(Tx tx, String login, String address) {
    return count(tx, subject(login, address)) >= PER_LOGIN_AND_ADDRESS
        || count(tx, subject("", address)) >= PER_ADDRESS;
  }

  /** Notes a failure. */
  static void failed(Tx tx, String login, String address) {
    for (String subject : new String[] {subject(login, address), subject("", address)}) {
      tx.sql()
          .insertInto(ATTEMPT)
          .set(ID, Id.fresh())
          .set(SUBJECT, subject)
          .set(AT, tx.now().atOffset(ZoneOffset.UTC))
          .execute();
    }
  }

  /** A success clears the owner's own slips; and what is too old to count goes. */
  static void succeeded(Tx tx, String login, String address) {
    tx.sql()
        .deleteFrom(ATTEMPT)
        .where(SUBJECT.eq(subject(login, address)))
        .or(AT.lt(tx.now().minus(WINDOW).atOffset(ZoneOffset.UTC)))
        .execute();
  }

  private static int count(Tx tx, String subject) {
    return tx.sql()
        .fetchCount(
            DSL.selectFrom(ATTEMPT)
                .where(SUBJECT.eq(subject))
                .and(AT.ge(tx.now().minus(WINDOW).atOffset(ZoneOffset.UTC))));
  }

  /** A digest: neither logins nor addresses are kept. */
  private static String subject(String login, String address) {
    try {
      byte[] text = (login + "\n" + address).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
