package jp.tsunagi.record.print;

import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.CONSENT_WITHDRAWAL;
import static jp.tsunagi.schema.Tables.ISSUE;
import static jp.tsunagi.schema.Tables.ISSUE_NUMBER;
import static jp.tsunagi.schema.Tables.ISSUE_PART;
import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.STAFF;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.IssueId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.UpdatableRecord;

/** Numbers, issues and what they hold. */
final class IssueSql {
  private IssueSql() {}

  /** The next number; others wait for it until this transaction ends, so that none is left out. */
  static IssueNumber next(Tx tx) {
    FiscalYear year = FiscalYear.of(tx.today());
    int number =
        tx.sql()
            .insertInto(ISSUE_NUMBER)
            .set(ISSUE_NUMBER.TENANT_ID, tx.tenant())
            .set(ISSUE_NUMBER.FISCAL_YEAR, year.year())
            .set(ISSUE_NUMBER.LAST_NUMBER, 1)
            .onConflict(ISSUE_NUMBER.TENANT_ID, ISSUE_NUMBER.FISCAL_YEAR)
            .doUpdate()
            .set(ISSUE_NUMBER.LAST_NUMBER, ISSUE_NUMBER.LAST_NUMBER.plus(1))
            .returning(ISSUE_NUMBER.LAST_NUMBER)
            .fetchSingle()
            .getLastNumber();
    return new IssueNumber(year, number);
  }

  static void add(
      Tx tx,
      IssueId id,
      NewIssue issue,
      ItemId item,
      IssueNumber number,
      Format format,
      byte[] bytes) {
    tx.sql()
        .insertInto(ISSUE)
        .set(ISSUE.TENANT_ID, tx.tenant())
        .set(ISSUE.ISSUE_ID, id)
        .set(ISSUE.NUMBER, number.number())
        .set(ISSUE.FISCAL_YEAR, number.year().year())
        .set(ISSUE.CHILD_ID, issue.child())
        .set(ISSUE.ITEM_ID, item)
        .set(ISSUE.RECEIVER_ID, issue.registered().orElse(null))
        .set(ISSUE.RECEIVER_NAME, issue.receiver())
        .set(ISSUE.PURPOSE, issue.purpose())
        .set(ISSUE.MEDIA_TYPE, format.mediaType())
        .set(ISSUE.ISSUED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .set(ISSUE.ISSUED_BY, Actor.of(tx).id().orElseThrow())
        .set(ISSUE.CONTENT, bytes)
        .set(ISSUE.CONSENT_ID, issue.consent().orElse(null))
        .execute();
    List<UpdatableRecord<?>> parts = new ArrayList<>();
    for (ItemId part : issue.parts()) {
      var row = tx.sql().newRecord(ISSUE_PART);
      row.setTenantId(tx.tenant());
      row.setIssueId(id);
      row.setItemId(part);
      row.setChildId(issue.child());
      parts.add(row);
    }
    tx.sql().batchInsert(parts).execute();
  }

  /** Issues whose entry in the record the actor may read, latest first. */
  static List<Issued> find(Tx tx, Condition which) {
    return tx.sql()
        .select(ISSUE.ISSUE_ID, ISSUE.NUMBER, ISSUE.FISCAL_YEAR, ISSUE.CHILD_ID, ISSUE.ITEM_ID)
        .select(ISSUE.RECEIVER_NAME, ISSUE.PURPOSE, ISSUE.MEDIA_TYPE, ISSUE.ISSUED_AT)
        .select(ISSUE.CONSENT_ID, coalesce(STAFF.NAME, inline("")).as(STAFF.NAME))
        .from(ISSUE)
        .join(ITEM)
        .on(ITEM.TENANT_ID.eq(tx.tenant()))
        .and(ITEM.CHILD_ID.eq(ISSUE.CHILD_ID))
        .and(ITEM.ITEM_ID.eq(ISSUE.ITEM_ID))
        .leftJoin(STAFF)
        .on(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(ISSUE.ISSUED_BY.coerce(STAFF.STAFF_ID)))
        .where(ISSUE.TENANT_ID.eq(tx.tenant()))
        .and(which)
        .and(Readable.item(tx))
        .orderBy(ISSUE.ISSUED_AT.desc(), ISSUE.NUMBER.desc())
        .fetch(IssueSql::issued);
  }

  private static Issued issued(Record row) {
    return new Issued(
        row.get(ISSUE.ISSUE_ID),
        new IssueNumber(new FiscalYear(row.get(ISSUE.FISCAL_YEAR)), row.get(ISSUE.NUMBER)),
        row.get(ISSUE.CHILD_ID),
        row.get(ISSUE.ITEM_ID),
        row.get(ISSUE.RECEIVER_NAME),
        row.get(ISSUE.PURPOSE),
        Format.of(row.get(ISSUE.MEDIA_TYPE)),
        row.get(ISSUE.ISSUED_AT).toInstant(),
        row.get(STAFF.NAME),
        Optional.ofNullable(row.get(ISSUE.CONSENT_ID)));
  }

  /** Whether every part the paper holds may be read now. */
  static boolean wholeReadable(Tx tx, Issued issue) {
    List<ItemId> parts =
        tx.sql()
            .select(ISSUE_PART.ITEM_ID)
            .from(ISSUE_PART)
            .where(ISSUE_PART.TENANT_ID.eq(tx.tenant()))
            .and(ISSUE_PART.ISSUE_ID.eq(issue.id()))
            .fetch(ISSUE_PART.ITEM_ID);
    int readable =
        tx.sql()
            .fetchCount(
                selectOne()
                    .from(ITEM)
                    .where(Readable.item(tx))
                    .and(ITEM.CHILD_ID.eq(issue.child()))
                    .and(ITEM.ITEM_ID.in(parts)));
    return readable == parts.size();
  }

  /** Whether the consent holds today. */
  static boolean inForce(Tx tx, ConsentId consent) {
    return tx.sql()
        .fetchExists(
            selectOne()
                .from(CONSENT)
                .where(CONSENT.TENANT_ID.eq(tx.tenant()))
                .and(CONSENT.CONSENT_ID.eq(consent))
                .and(CONSENT.VALID_FROM.le(tx.today()))
                .and(CONSENT.VALID_TO.isNull().or(CONSENT.VALID_TO.gt(tx.today())))
                .and(
                    notExists(
                        selectOne()
                            .from(CONSENT_WITHDRAWAL)
                            .where(CONSENT_WITHDRAWAL.TENANT_ID.eq(tx.tenant()))
                            .and(CONSENT_WITHDRAWAL.CONSENT_ID.eq(CONSENT.CONSENT_ID)))));
  }

  static byte[] content(Tx tx, IssueId issue) {
    return Objects.requireNonNull(
        tx.sql()
            .select(ISSUE.CONTENT)
            .from(ISSUE)
            .where(ISSUE.TENANT_ID.eq(tx.tenant()))
            .and(ISSUE.ISSUE_ID.eq(issue))
            .fetchSingle(ISSUE.CONTENT));
  }
}
