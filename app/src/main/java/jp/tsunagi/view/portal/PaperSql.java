package jp.tsunagi.view.portal;

import static jp.tsunagi.schema.Tables.ISSUE;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.Place;

/** What was handed out on paper by a consent: that it was, when and to whom; never the paper. */
final class PaperSql {
  private PaperSql() {}

  /** One paper that left the house. */
  record Line(ConsentId consent, LocalDate on, String receiver) {}

  /** Latest first; a guardian who does not decide for the child finds none. */
  static List<Line> of(Tx tx, ChildId child) {
    return tx.sql()
        .select(
            ISSUE.CONSENT_ID,
            ISSUE.ISSUED_AT,
            Place.written(tx, ISSUE.CHILD_ID, ISSUE.RECEIVER_ID, ISSUE.RECEIVER_NAME))
        .from(ISSUE)
        .where(ISSUE.TENANT_ID.eq(tx.tenant()))
        .and(ISSUE.CHILD_ID.eq(child))
        .and(ISSUE.CONSENT_ID.isNotNull())
        .and(Readable.child(tx, ISSUE.CHILD_ID))
        .orderBy(ISSUE.ISSUED_AT.desc(), ISSUE.NUMBER.desc())
        .fetch(row ->
            new Line(
                row.value1(),
                row.value2().atZoneSameInstant(ActingClock.JAPAN).toLocalDate(),
                row.value3()));
  }
}
