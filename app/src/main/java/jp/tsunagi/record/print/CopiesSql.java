package jp.tsunagi.record.print;

import static jp.tsunagi.schema.Tables.ISSUE;
import static jp.tsunagi.schema.Tables.ITEM;

import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.Place;
import jp.tsunagi.record.ground.Consent;
import jp.tsunagi.record.ground.HandedOut;
import org.jooq.Condition;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** What went out by a consent. The family is told all of it: it decides what comes next (A3). */
@Component
final class CopiesSql implements HandedOut {
  @Override
  public List<Copy> by(Tx tx, Consent consent) {
    Condition may =
        Actor.of(tx) instanceof Actor.Guardian
            ? Readable.child(tx, ISSUE.CHILD_ID)
            : Readable.item(tx);
    Field<String> receiver =
        Place.written(tx, ISSUE.CHILD_ID, ISSUE.RECEIVER_ID, ISSUE.RECEIVER_NAME);
    return tx.sql()
        .select(ISSUE.FISCAL_YEAR, ISSUE.NUMBER, receiver)
        .select(ISSUE.ISSUED_AT, ISSUE.MEDIA_TYPE)
        .from(ISSUE)
        .leftJoin(ITEM)
        .on(ITEM.TENANT_ID.eq(tx.tenant()))
        .and(ITEM.CHILD_ID.eq(ISSUE.CHILD_ID))
        .and(ITEM.ITEM_ID.eq(ISSUE.ITEM_ID))
        .where(ISSUE.TENANT_ID.eq(tx.tenant()))
        .and(ISSUE.CHILD_ID.eq(consent.child()))
        .and(ISSUE.CONSENT_ID.eq(consent.id()))
        .and(may)
        .orderBy(ISSUE.ISSUED_AT.desc(), ISSUE.NUMBER.desc())
        .fetch(row ->
            new Copy(
                new IssueNumber(new FiscalYear(row.get(ISSUE.FISCAL_YEAR)), row.get(ISSUE.NUMBER))
                    .text(),
                row.get(receiver),
                row.get(ISSUE.ISSUED_AT).atZoneSameInstant(ActingClock.JAPAN).toLocalDate(),
                Format.of(row.get(ISSUE.MEDIA_TYPE)) == Format.XLSX));
  }
}
