package jp.tsunagi.view.overview;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CHILD_CONTACT;
import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.CONSENT_PARTY;
import static jp.tsunagi.schema.Tables.CONSENT_WITHDRAWAL;
import static jp.tsunagi.schema.Tables.GUARDIAN;
import static jp.tsunagi.schema.Tables.GUARDIANSHIP;
import static jp.tsunagi.schema.Tables.HANDOVER;
import static jp.tsunagi.schema.Tables.HANDOVER_RECEIPT;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.SHEET;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.access.Explanation;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.OneChild;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.view.overview.ChildFacts.Contact;
import jp.tsunagi.view.overview.ChildFacts.Given;
import jp.tsunagi.view.overview.ChildFacts.Noted;
import jp.tsunagi.view.overview.ChildFacts.Unread;
import jp.tsunagi.view.overview.ChildFacts.Written;
import org.jooq.Condition;
import org.jooq.Field;

/** One child with everything around its items, in one statement. */
final class ChildSql {
  private ChildSql() {}

  /**
   * Reads the child with everything around it, and does the work with it while the rule stays asked
   * for this child alone.
   *
   * @throws NotFound when it is not in the reader's reach
   */
  static <T> T open(Tx tx, ChildId id, Function<ChildFacts, T> work) {
    return OneChild.within(
        tx, id, facts -> work.apply(find(tx, id, facts).orElseThrow(NotFound::new)));
  }

  private static Optional<ChildFacts> find(Tx tx, ChildId id, Explanation.Facts facts) {
    var names = HeldSql.names(tx);
    var overrides = HeldSql.overrides(tx);
    var noted = noted(tx);
    var contacts = contacts(tx);
    var involved = InvolvedSql.involvements(tx, CHILD.CHILD_ID);
    var participations = InvolvedSql.participations(tx, CHILD.CHILD_ID);
    var consents = consents(tx);
    var unread = unread(tx);
    var passed = PassedSql.of(tx);
    var written = written(tx);
    var toOffer = field(WorkListFacts.toOffer(tx)).as("to_offer");
    var care = field(Compartments.hiding(tx, CHILD.CHILD_ID)).as("care");
    return tx.sql()
        .select(CHILD.BIRTH_DATE, CHILD.STANDING, CHILD.OWNER_ID)
        .select(CHILD.INTERPRETER, CHILD.HOME_LANGUAGE)
        .select(names, overrides, noted, contacts, involved, participations)
        .select(consents, unread, passed, toOffer, written, care)
        .from(CHILD)
        .where(Readable.child(tx))
        .and(CHILD.CHILD_ID.eq(id))
        .fetchOptional(row ->
            new ChildFacts(
                id,
                row.get(CHILD.BIRTH_DATE),
                row.get(CHILD.STANDING).equals("SHARED"),
                row.get(CHILD.OWNER_ID),
                row.get(CHILD.INTERPRETER),
                row.get(care),
                row.get(CHILD.HOME_LANGUAGE),
                row.get(names),
                row.get(overrides),
                row.get(noted),
                row.get(contacts),
                row.get(involved),
                row.get(participations),
                row.get(consents),
                row.get(unread),
                row.get(passed),
                row.get(toOffer),
                row.get(written),
                facts));
  }

  private static Field<List<Noted>> noted(Tx tx) {
    return multiset(
            select(
                    ORGANISATION.NAME,
                    CHILD_CONTACT.NAME,
                    CHILD_CONTACT.RELATION,
                    CHILD_CONTACT.CALL_ORDER,
                    CHILD_CONTACT.CALL_NOTE,
                    CHILD_CONTACT.PHONE,
                    CHILD_CONTACT.CONFIRMED_ON)
                .from(CHILD_CONTACT)
                .join(ORGANISATION)
                .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
                .and(ORGANISATION.ORGANISATION_ID.eq(CHILD_CONTACT.ORGANISATION_ID))
                .where(CHILD_CONTACT.TENANT_ID.eq(tx.tenant()))
                .and(CHILD_CONTACT.CHILD_ID.eq(CHILD.CHILD_ID))
                .and(CHILD_CONTACT.ENDED_AT.isNull())
                .and(
                    Readable.kept(
                        tx, Category.LOCATION, CHILD.CHILD_ID, CHILD_CONTACT.ORGANISATION_ID))
                .orderBy(CHILD_CONTACT.CALL_ORDER, CHILD_CONTACT.CONTACT_ID))
        .convertFrom(rows -> rows.map(mapping(Noted::new)));
  }

  private static Field<List<Contact>> contacts(Tx tx) {
    Field<UUID> owner = CHILD.OWNER_ID.coerce(UUID.class);
    Field<UUID> guardian = GUARDIANSHIP.GUARDIAN_ID.coerce(UUID.class);
    return multiset(
            select(
                    GUARDIAN.NAME,
                    GUARDIANSHIP.RELATION,
                    GUARDIANSHIP.CALL_ORDER,
                    GUARDIANSHIP.CALL_NOTE,
                    GUARDIAN.PHONE,
                    GUARDIAN.LANGUAGE)
                .from(GUARDIANSHIP)
                .join(GUARDIAN)
                .on(GUARDIAN.TENANT_ID.eq(tx.tenant()))
                .and(GUARDIAN.GUARDIAN_ID.eq(GUARDIANSHIP.GUARDIAN_ID))
                .where(GUARDIANSHIP.TENANT_ID.eq(tx.tenant()))
                .and(GUARDIANSHIP.CHILD_ID.eq(CHILD.CHILD_ID))
                .and(located(tx, owner).or(located(tx, guardian)))
                .orderBy(GUARDIANSHIP.CALL_ORDER, GUARDIANSHIP.GUARDIAN_ID))
        .convertFrom(rows -> rows.map(mapping(Contact::new)));
  }

  private static Condition located(Tx tx, Field<UUID> author) {
    return Readable.fact(tx, Category.LOCATION, CHILD.CHILD_ID, author, "profile/contact");
  }

  private static Field<List<Given>> consents(Tx tx) {
    Field<LocalDate> withdrawn =
        field(
            select(max(CONSENT_WITHDRAWAL.ASKED_ON))
                .from(CONSENT_WITHDRAWAL)
                .where(CONSENT_WITHDRAWAL.TENANT_ID.eq(tx.tenant()))
                .and(CONSENT_WITHDRAWAL.CONSENT_ID.eq(CONSENT.CONSENT_ID)));
    return multiset(
            select(
                    CONSENT.CONSENT_ID,
                    CONSENT.KIND,
                    CONSENT.MEANS,
                    CONSENT.GIVEN_ON,
                    CONSENT.VALID_FROM,
                    CONSENT.VALID_TO,
                    withdrawn,
                    GUARDIANSHIP.RELATION,
                    GUARDIAN.NAME,
                    CONSENT.GIVER_ID)
                .from(CONSENT)
                .leftJoin(GUARDIANSHIP)
                .on(GUARDIANSHIP.TENANT_ID.eq(tx.tenant()))
                .and(GUARDIANSHIP.CHILD_ID.eq(CONSENT.CHILD_ID))
                .and(GUARDIANSHIP.GUARDIAN_ID.coerce(UUID.class).eq(CONSENT.GIVER_ID))
                .leftJoin(GUARDIAN)
                .on(GUARDIAN.TENANT_ID.eq(tx.tenant()))
                .and(GUARDIAN.GUARDIAN_ID.coerce(UUID.class).eq(CONSENT.GIVER_ID))
                .where(CONSENT.TENANT_ID.eq(tx.tenant()))
                .and(CONSENT.CHILD_ID.eq(CHILD.CHILD_ID))
                .and(party(tx))
                .and(WorkListFacts.stands(tx))
                .orderBy(CONSENT.KIND.desc(), CONSENT.GIVEN_ON.desc(), CONSENT.CONSENT_ID))
        .convertFrom(rows -> rows.map(mapping(Given::new)));
  }

  /** Each organisation sees the consents it is a party to. */
  static Condition party(Tx tx) {
    return exists(
        selectOne()
            .from(CONSENT_PARTY)
            .where(CONSENT_PARTY.TENANT_ID.eq(tx.tenant()))
            .and(CONSENT_PARTY.CONSENT_ID.eq(CONSENT.CONSENT_ID))
            .and(CONSENT_PARTY.ORGANISATION_ID.in(tx.scope().organisations())));
  }

  private static Field<List<Unread>> unread(Tx tx) {
    return multiset(
            select(HANDOVER.HANDOVER_ID, HANDOVER.OFFERED_AT)
                .from(HANDOVER)
                .where(HANDOVER.TENANT_ID.eq(tx.tenant()))
                .and(HANDOVER.CHILD_ID.eq(CHILD.CHILD_ID))
                .and(HANDOVER.RECEIVER_ID.in(tx.scope().organisations()))
                .and(WorkListFacts.handoverHolds(tx))
                .and(
                    notExists(
                        selectOne()
                            .from(HANDOVER_RECEIPT)
                            .where(HANDOVER_RECEIPT.TENANT_ID.eq(tx.tenant()))
                            .and(HANDOVER_RECEIPT.HANDOVER_ID.eq(HANDOVER.HANDOVER_ID))))
                .orderBy(HANDOVER.OFFERED_AT.desc()))
        .convertFrom(rows -> rows.map(mapping(Unread::new)));
  }

  /** Sheets of the reader's organisations: that they are there, not what is in them. */
  private static Field<List<Written>> written(Tx tx) {
    return multiset(
            select(
                    SHEET.SHEET_ID,
                    SHEET.FORM_KEY,
                    SHEET.ORGANISATION_ID,
                    SHEET.PROGRAMME_ID,
                    SHEET.FISCAL_YEAR,
                    SHEET.STATE,
                    HeldSql.mine(tx))
                .from(SHEET)
                .where(SHEET.TENANT_ID.eq(tx.tenant()))
                .and(SHEET.CHILD_ID.eq(CHILD.CHILD_ID))
                .and(
                    SHEET
                        .ORGANISATION_ID
                        .in(tx.scope().organisations())
                        .or(SHEET.ORGANISATION_ID.isNull().and(HeldSql.mine(tx))))
                .and(SHEET.STATE.ne("DISCARDED"))
                .orderBy(SHEET.CREATED_AT.desc()))
        .convertFrom(rows -> rows.map(mapping(Written::new)));
  }
}
