package jp.tsunagi.record.print;

import static jp.tsunagi.schema.Tables.COMPARTMENT;
import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.CONSENT_PARTY;
import static jp.tsunagi.schema.Tables.CONSENT_WITHDRAWAL;
import static jp.tsunagi.schema.Tables.ISSUE;
import static jp.tsunagi.schema.Tables.ISSUE_NUMBER;
import static jp.tsunagi.schema.Tables.ISSUE_PART;
import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.SHEET_PART;
import static jp.tsunagi.schema.Tables.SHEET_STEP;
import static jp.tsunagi.schema.Tables.STAFF;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.IssueId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.Place;
import jp.tsunagi.record.ground.ObjectionsInForce;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
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

  /** One after the other: who comes second sees what the first handed out. */
  static void queue(Tx tx) {
    tx.besides(() ->
        tx.sql()
            .insertInto(ISSUE_NUMBER)
            .set(ISSUE_NUMBER.TENANT_ID, tx.tenant())
            .set(ISSUE_NUMBER.FISCAL_YEAR, FiscalYear.of(tx.today()).year())
            .set(ISSUE_NUMBER.LAST_NUMBER, 0)
            .onConflict(ISSUE_NUMBER.TENANT_ID, ISSUE_NUMBER.FISCAL_YEAR)
            .doUpdate()
            .set(ISSUE_NUMBER.LAST_NUMBER, ISSUE_NUMBER.LAST_NUMBER)
            .execute());
  }

  /**
   * The same thing handed out from the same form, when nothing on it was written or moved since.
   */
  static Optional<IssueId> same(Tx tx, NewIssue issue, Format format) {
    return tx
        .sql()
        .select(ISSUE.ISSUE_ID)
        .from(ISSUE)
        .where(ISSUE.TENANT_ID.eq(tx.tenant()))
        .and(ISSUE.CHILD_ID.eq(issue.child()))
        .and(ISSUE.FORM_ID.eq(issue.form()))
        .and(ISSUE.ISSUED_BY.eq(Actor.of(tx).id().orElseThrow()))
        .and(ISSUE.MEDIA_TYPE.eq(format.mediaType()))
        .and(ISSUE.PURPOSE.eq(issue.purpose()))
        .and(ISSUE.RECEIVER_NAME.eq(issue.receiver()))
        .and(ISSUE.RECEIVER_ID.isNotDistinctFrom(issue.registered().orElse(null)))
        .and(ISSUE.CONSENT_ID.isNotDistinctFrom(issue.consent().orElse(null)))
        .and(notExists(writtenSince(tx)))
        .and(notExists(movedSince(tx)))
        .orderBy(ISSUE.ISSUED_AT.desc())
        .fetch(ISSUE.ISSUE_ID)
        .stream()
        .filter(id -> Set.copyOf(parts(tx, id)).equals(Set.copyOf(issue.parts())))
        .findFirst();
  }

  private static Select<?> writtenSince(Tx tx) {
    return selectOne()
        .from(ISSUE_PART)
        .join(SHEET_PART)
        .on(SHEET_PART.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_PART.ITEM_ID.eq(ISSUE_PART.ITEM_ID))
        .where(ISSUE_PART.TENANT_ID.eq(tx.tenant()))
        .and(ISSUE_PART.ISSUE_ID.eq(ISSUE.ISSUE_ID))
        .and(SHEET_PART.CHANGED_AT.gt(ISSUE.ISSUED_AT));
  }

  private static Select<?> movedSince(Tx tx) {
    return selectOne()
        .from(ISSUE_PART)
        .join(SHEET_PART)
        .on(SHEET_PART.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_PART.ITEM_ID.eq(ISSUE_PART.ITEM_ID))
        .join(SHEET_STEP)
        .on(SHEET_STEP.TENANT_ID.eq(tx.tenant()))
        .and(SHEET_STEP.SHEET_ID.eq(SHEET_PART.SHEET_ID))
        .where(ISSUE_PART.TENANT_ID.eq(tx.tenant()))
        .and(ISSUE_PART.ISSUE_ID.eq(ISSUE.ISSUE_ID))
        .and(SHEET_STEP.AT.gt(ISSUE.ISSUED_AT));
  }

  private static List<ItemId> parts(Tx tx, IssueId issue) {
    return tx.sql()
        .select(ISSUE_PART.ITEM_ID)
        .from(ISSUE_PART)
        .where(ISSUE_PART.TENANT_ID.eq(tx.tenant()))
        .and(ISSUE_PART.ISSUE_ID.eq(issue))
        .fetch(ISSUE_PART.ITEM_ID);
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
        .set(ISSUE.FORM_ID, issue.form())
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
    Field<String> receiver =
        Place.written(tx, ISSUE.CHILD_ID, ISSUE.RECEIVER_ID, ISSUE.RECEIVER_NAME).as("receiver");
    return tx.sql()
        .select(ISSUE.ISSUE_ID, ISSUE.NUMBER, ISSUE.FISCAL_YEAR, ISSUE.CHILD_ID, ISSUE.ITEM_ID)
        .select(receiver, ISSUE.PURPOSE, ISSUE.MEDIA_TYPE, ISSUE.ISSUED_AT)
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
        .fetch(row -> issued(row, row.get(receiver)));
  }

  private static Issued issued(Record row, String receiver) {
    return new Issued(
        row.get(ISSUE.ISSUE_ID),
        new IssueNumber(new FiscalYear(row.get(ISSUE.FISCAL_YEAR)), row.get(ISSUE.NUMBER)),
        row.get(ISSUE.CHILD_ID),
        row.get(ISSUE.ITEM_ID),
        receiver,
        row.get(ISSUE.PURPOSE),
        Format.of(row.get(ISSUE.MEDIA_TYPE)),
        row.get(ISSUE.ISSUED_AT).toInstant(),
        row.get(STAFF.NAME),
        Optional.ofNullable(row.get(ISSUE.CONSENT_ID)));
  }

  /** Whether every part the paper holds may be read now. */
  static boolean wholeReadable(Tx tx, Issued issue) {
    List<ItemId> parts = parts(tx, issue.id());
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

  /**
   * Whether it is kept shut because the child's address is hidden: it was made when places still
   * had names, or for somebody who knows them. Who made it after the hiding saw it as it is.
   */
  static boolean heldBack(Tx tx, Issued issue) {
    return Compartments.concealed(tx, issue.child())
        && !tx.sql()
            .fetchExists(
                selectOne()
                    .from(ISSUE)
                    .where(ISSUE.TENANT_ID.eq(tx.tenant()))
                    .and(ISSUE.ISSUE_ID.eq(issue.id()))
                    .and(ISSUE.ISSUED_BY.eq(Actor.of(tx).id().orElseThrow()))
                    .and(
                        notExists(
                            selectOne()
                                .from(COMPARTMENT)
                                .where(COMPARTMENT.TENANT_ID.eq(tx.tenant()))
                                .and(COMPARTMENT.CHILD_ID.eq(ISSUE.CHILD_ID))
                                .and(COMPARTMENT.CLOSED_AT.isNull())
                                .and(COMPARTMENT.KIND.eq("HIDDEN_ADDRESS"))
                                .and(COMPARTMENT.OPENED_AT.ge(ISSUE.ISSUED_AT)))));
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

  /** Whether the family objects today to a part of it being shared with whoever it was for. */
  static boolean objected(Tx tx, Issued issue, ConsentId consent) {
    var objections = ObjectionsInForce.of(tx, issue.child());
    Set<OrganisationId> receivers =
        tx.sql()
            .select(CONSENT_PARTY.ORGANISATION_ID)
            .from(CONSENT_PARTY)
            .where(CONSENT_PARTY.TENANT_ID.eq(tx.tenant()))
            .and(CONSENT_PARTY.CONSENT_ID.eq(consent))
            .and(CONSENT_PARTY.SIDE.eq("RECEIVING"))
            .fetchSet(CONSENT_PARTY.ORGANISATION_ID);
    return tx
        .sql()
        .select(ITEM.CATEGORY, ITEM.SECTION)
        .from(ITEM)
        .where(ITEM.TENANT_ID.eq(tx.tenant()))
        .and(ITEM.CHILD_ID.eq(issue.child()))
        .and(ITEM.ITEM_ID.in(parts(tx, issue.id())))
        .fetch()
        .stream()
        .anyMatch(row ->
            objections.meet(
                receivers,
                Category.valueOf(row.value1()),
                Optional.ofNullable(row.value2()).orElse("")));
  }

  /** The entries of the papers that hold one of the parts; the papers are empty from now on. */
  static List<ItemId> recall(Tx tx, ChildId child, Collection<ItemId> parts) {
    List<ItemId> entries = new ArrayList<>();
    List<IssueId> papers =
        tx.sql()
            .selectDistinct(ISSUE_PART.ISSUE_ID)
            .from(ISSUE_PART)
            .where(ISSUE_PART.TENANT_ID.eq(tx.tenant()))
            .and(ISSUE_PART.CHILD_ID.eq(child))
            .and(ISSUE_PART.ITEM_ID.in(parts))
            .fetch(ISSUE_PART.ISSUE_ID);
    for (IssueId paper : papers) {
      tx.sql()
          .deleteFrom(ISSUE_PART)
          .where(ISSUE_PART.TENANT_ID.eq(tx.tenant()))
          .and(ISSUE_PART.ISSUE_ID.eq(paper))
          .execute();
      entries.addAll(
          tx.sql()
              .update(ISSUE)
              .set(ISSUE.CONTENT, new byte[0])
              .where(ISSUE.TENANT_ID.eq(tx.tenant()))
              .and(ISSUE.ISSUE_ID.eq(paper))
              .returning(ISSUE.ITEM_ID)
              .fetch(ISSUE.ITEM_ID));
    }
    return entries;
  }

  /** Deletes the papers that hold nothing but these parts; their entries are to go next. */
  static List<ItemId> dispose(Tx tx, ChildId child, Collection<ItemId> parts) {
    var other = ISSUE_PART.as("other");
    List<IssueId> whole =
        tx.sql()
            .selectDistinct(ISSUE_PART.ISSUE_ID)
            .from(ISSUE_PART)
            .where(ISSUE_PART.TENANT_ID.eq(tx.tenant()))
            .and(ISSUE_PART.CHILD_ID.eq(child))
            .and(ISSUE_PART.ITEM_ID.in(parts))
            .and(
                notExists(
                    selectOne()
                        .from(other)
                        .where(other.TENANT_ID.eq(tx.tenant()))
                        .and(other.ISSUE_ID.eq(ISSUE_PART.ISSUE_ID))
                        .and(other.ITEM_ID.notIn(parts))))
            .fetch(ISSUE_PART.ISSUE_ID);
    tx.sql()
        .deleteFrom(ISSUE_PART)
        .where(ISSUE_PART.TENANT_ID.eq(tx.tenant()))
        .and(ISSUE_PART.ISSUE_ID.in(whole))
        .execute();
    return tx.sql()
        .deleteFrom(ISSUE)
        .where(ISSUE.TENANT_ID.eq(tx.tenant()))
        .and(ISSUE.ISSUE_ID.in(whole))
        .returning(ISSUE.ITEM_ID)
        .fetch(ISSUE.ITEM_ID);
  }

  static void forget(Tx tx, ConsentId consent) {
    tx.sql()
        .update(ISSUE)
        .setNull(ISSUE.CONSENT_ID)
        .where(ISSUE.TENANT_ID.eq(tx.tenant()))
        .and(ISSUE.CONSENT_ID.eq(consent))
        .execute();
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
