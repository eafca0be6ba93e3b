package jp.tsunagi.base.trace;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.Tables;
import jp.tsunagi.schema.tables.records.AuditEventRecord;

/**
 * The row by which a restore says in the trace that it was one: which life of the database begins,
 * and the last seal that came back. What was sealed after it in an earlier life is left behind.
 *
 * @param incarnation of the life that begins
 * @param head the last seal that came back; number 0 when there was none
 */
public record Restored(int incarnation, KeptSeals.Place head) {
  private static final String WORD = "installation.restored";
  private static final String JOB = "restore";
  private static final Pattern ABOUT =
      Pattern.compile(
          "\\{\"about\": \"" + WORD + "=(\\d{1,5}) life=(\\d{1,5}) seal=(\\d{1,18})\"\\}");

  /**
   * Leaves the row of a life in a municipality, unless it is there.
   *
   * @return what the row says
   */
  public static Restored say(Database database, Trace trace, TenantId tenant, int incarnation) {
    return database.call(
        new Actor.Job(tenant, JOB),
        tx -> {
          KeptSeals.Place head =
              SealSql.lastBefore(tx, Seal.beginning(incarnation))
                  .map(Seal::place)
                  .orElse(new KeptSeals.Place(1, 0));
          Restored fresh = new Restored(incarnation, head);
          return said(tx, incarnation)
              .orElseGet(() -> {
                trace.write(tx, Entry.of(Action.ADMINISTER).about(fresh.words()));
                return fresh;
              });
        });
  }

  private String words() {
    return WORD + "=" + incarnation + " life=" + head.incarnation() + " seal=" + head.number();
  }

  private static Optional<Restored> said(Tx tx, int incarnation) {
    return tx
        .sql()
        .selectFrom(Tables.AUDIT_EVENT)
        .where(Tables.AUDIT_EVENT.TENANT_ID.eq(tx.tenant()))
        .and(Tables.AUDIT_EVENT.ACTION.eq(Action.ADMINISTER.name()))
        .and(Tables.AUDIT_EVENT.ACTOR_NAME.eq(JOB))
        .fetch()
        .stream()
        .flatMap(row -> of(row).stream())
        .filter(row -> row.incarnation() == incarnation)
        .findFirst();
  }

  static Optional<Restored> of(AuditEventRecord row) {
    if (!row.getAction().equals(Action.ADMINISTER.name())
        || row.getDetail() == null
        || !JOB.equals(row.getActorName())) {
      return Optional.empty();
    }
    Matcher about = ABOUT.matcher(row.getDetail().data());
    return about.matches()
        ? Optional.of(
            new Restored(
                Integer.parseInt(about.group(1)),
                new KeptSeals.Place(
                    Integer.parseInt(about.group(2)), Long.parseLong(about.group(3)))))
        : Optional.empty();
  }
}
