package jp.tsunagi.work.handover;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CHILD_NAME;
import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.CONSENT_PARTY;
import static jp.tsunagi.schema.Tables.CONSENT_REQUEST;
import static jp.tsunagi.schema.Tables.CONSENT_SCOPE;
import static jp.tsunagi.schema.Tables.CONSENT_WITHDRAWAL;
import static jp.tsunagi.schema.Tables.HANDOVER;
import static jp.tsunagi.schema.Tables.HANDOVER_RECEIPT;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.STAFF;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.HandoverId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.name.NamePart;
import jp.tsunagi.people.organisation.Place;
import jp.tsunagi.record.ground.ConsentsInForce;
import jp.tsunagi.record.ground.ScopeLine;
import jp.tsunagi.schema.tables.Organisation;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Handovers as the sender and the receiver see them. */
final class HandoverSql {
  private static final Organisation SENDER = ORGANISATION.as("sender");

  private HandoverSql() {}

  /**
   * A handover addressed to an organisation: identity only, until the receipt opens more.
   *
   * @param sender the organisation that hands over
   * @param scope what the guardian agreed to
   * @param until the first day the consent no longer holds; empty: until it is withdrawn
   * @param receivedBy who confirmed, empty while it waits
   */
  record Waiting(
      HandoverId id,
      ChildId child,
      OrganisationId receiver,
      String receiverName,
      Optional<String> sender,
      List<ScopeLine> scope,
      Optional<LocalDate> until,
      NamePart family,
      NamePart given,
      LocalDate birthDate,
      LocalDate entryOn,
      OffsetDateTime offeredAt,
      Optional<OffsetDateTime> receivedAt,
      Optional<String> receivedBy) {
    boolean received() {
      return receivedAt.isPresent();
    }

    /** The same, sent by a place that has no name beside the child. */
    private Waiting unnamed() {
      return new Waiting(
          id,
          child,
          receiver,
          receiverName,
          sender.map(_ -> Place.unnamed()),
          scope,
          until,
          family,
          given,
          birthDate,
          entryOn,
          offeredAt,
          receivedAt,
          receivedBy);
    }
  }

  /**
   * A consent by which the child may be handed over.
   *
   * @param entryOn the day of entry the family was told; the first day of the consent where none
   *     was
   */
  record Agreed(
      ConsentId consent,
      OrganisationId receiver,
      String receiverName,
      String connection,
      LocalDate givenOn,
      LocalDate entryOn) {}

  /** Whether that consent allows the handover of the child to the receiver today. */
  static boolean consented(Tx tx, ChildId child, ConsentId consent, OrganisationId receiver) {
    return tx.sql()
        .fetchExists(
            selectOne()
                .from(CONSENT)
                .where(CONSENT.TENANT_ID.eq(tx.tenant()))
                .and(CONSENT.CHILD_ID.eq(child))
                .and(CONSENT.CONSENT_ID.eq(consent))
                .and(CONSENT.KIND.eq("HANDOVER"))
                .and(inForce(tx))
                .and(exists(receiving(tx).and(CONSENT_PARTY.ORGANISATION_ID.eq(receiver))))
                .and(Readable.child(tx, CONSENT.CHILD_ID)));
  }

  private static Condition inForce(Tx tx) {
    return notExists(
            selectOne()
                .from(CONSENT_WITHDRAWAL)
                .where(CONSENT_WITHDRAWAL.TENANT_ID.eq(tx.tenant()))
                .and(CONSENT_WITHDRAWAL.CONSENT_ID.eq(CONSENT.CONSENT_ID)))
        .and(CONSENT.VALID_TO.isNull().or(CONSENT.VALID_TO.gt(tx.today())))
        .and(ConsentsInForce.stands(tx));
  }

  private static org.jooq.SelectConditionStep<?> receiving(Tx tx) {
    return selectOne()
        .from(CONSENT_PARTY)
        .where(CONSENT_PARTY.TENANT_ID.eq(tx.tenant()))
        .and(CONSENT_PARTY.CONSENT_ID.eq(CONSENT.CONSENT_ID))
        .and(CONSENT_PARTY.SIDE.eq("RECEIVING"));
  }

  static Optional<HandoverId> offered(Tx tx, ConsentId consent, OrganisationId receiver) {
    return tx.sql()
        .select(HANDOVER.HANDOVER_ID)
        .from(HANDOVER)
        .where(HANDOVER.TENANT_ID.eq(tx.tenant()))
        .and(HANDOVER.CONSENT_ID.eq(consent))
        .and(HANDOVER.RECEIVER_ID.eq(receiver))
        .fetchOptional(HANDOVER.HANDOVER_ID);
  }

  /** Consents in force by which the child may be handed over and has not been yet. */
  static List<Agreed> agreed(Tx tx, ChildId child) {
    Field<String> name = Place.name(tx, CONSENT.CHILD_ID);
    return tx.sql()
        .select(CONSENT.CONSENT_ID, CONSENT.GIVEN_ON)
        .select(coalesce(CONSENT_REQUEST.ENTRY_ON, CONSENT.VALID_FROM).as(CONSENT.VALID_FROM))
        .select(ORGANISATION.ORGANISATION_ID, name, ORGANISATION.CONNECTION)
        .from(CONSENT)
        .join(CONSENT_PARTY)
        .on(CONSENT_PARTY.TENANT_ID.eq(tx.tenant()))
        .and(CONSENT_PARTY.CONSENT_ID.eq(CONSENT.CONSENT_ID))
        .and(CONSENT_PARTY.SIDE.eq("RECEIVING"))
        .join(ORGANISATION)
        .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(CONSENT_PARTY.ORGANISATION_ID))
        .leftJoin(CONSENT_REQUEST)
        .on(CONSENT_REQUEST.TENANT_ID.eq(tx.tenant()))
        .and(CONSENT_REQUEST.CONSENT_ID.eq(CONSENT.CONSENT_ID))
        .where(CONSENT.TENANT_ID.eq(tx.tenant()))
        .and(CONSENT.CHILD_ID.eq(child))
        .and(CONSENT.KIND.eq("HANDOVER"))
        .and(inForce(tx))
        .and(Readable.child(tx, CONSENT.CHILD_ID))
        .and(Place.unnamed(tx, CONSENT.CHILD_ID).isFalse())
        .and(
            notExists(
                selectOne()
                    .from(HANDOVER)
                    .where(HANDOVER.TENANT_ID.eq(tx.tenant()))
                    .and(HANDOVER.CONSENT_ID.eq(CONSENT.CONSENT_ID))
                    .and(HANDOVER.RECEIVER_ID.eq(ORGANISATION.ORGANISATION_ID))))
        .orderBy(CONSENT.GIVEN_ON.desc(), CONSENT.CONSENT_ID)
        .fetch(row ->
            new Agreed(
                row.get(CONSENT.CONSENT_ID),
                row.get(ORGANISATION.ORGANISATION_ID),
                row.get(name),
                row.get(ORGANISATION.CONNECTION),
                row.get(CONSENT.GIVEN_ON),
                row.get(CONSENT.VALID_FROM)));
  }

  /** Nobody has confirmed the receipt of the handover of the statement. */
  static Condition notReceived(Tx tx) {
    return notExists(
        selectOne()
            .from(HANDOVER_RECEIPT)
            .where(HANDOVER_RECEIPT.TENANT_ID.eq(tx.tenant()))
            .and(HANDOVER_RECEIPT.HANDOVER_ID.eq(HANDOVER.HANDOVER_ID)));
  }

  /**
   * The handovers of a child, latest first, for somebody who has it in reach: each organisation
   * knows those it sent and those it received.
   */
  static List<Waiting> ofChild(Tx tx, ChildId child) {
    Collection<OrganisationId> own = tx.scope().organisations();
    Condition came = HANDOVER.RECEIVER_ID.in(own).and(HANDOVER_RECEIPT.AT.isNotNull());
    return handovers(tx, reached(tx, child).and(sentBy(tx, own).or(came)));
  }

  /** What one of these organisations sent of a child in reach, and nobody has received. */
  static Set<HandoverId> sent(Tx tx, ChildId child, Collection<OrganisationId> organisations) {
    return handovers(
            tx, reached(tx, child).and(sentBy(tx, organisations)).and(HANDOVER_RECEIPT.AT.isNull()))
        .stream()
        .map(Waiting::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Condition reached(Tx tx, ChildId child) {
    return HANDOVER.CHILD_ID.eq(child).and(Readable.child(tx, HANDOVER.CHILD_ID));
  }

  /** Sent for one of these; where no sender is noted, by whom the consent lets hand over. */
  private static Condition sentBy(Tx tx, Collection<OrganisationId> organisations) {
    return HANDOVER
        .SENDER_ID
        .in(organisations)
        .or(
            HANDOVER
                .SENDER_ID
                .isNull()
                .and(
                    exists(
                        selectOne()
                            .from(CONSENT_PARTY)
                            .where(CONSENT_PARTY.TENANT_ID.eq(tx.tenant()))
                            .and(CONSENT_PARTY.CONSENT_ID.eq(HANDOVER.CONSENT_ID))
                            .and(CONSENT_PARTY.SIDE.eq("GIVING"))
                            .and(CONSENT_PARTY.ORGANISATION_ID.in(organisations)))));
  }

  /**
   * What waits for these organisations' receipt, latest first (ACCESS: addressed). Read as the
   * program's own work: before the receipt the receiver does not reach the child yet. What a
   * consent offered that was withdrawn or is over is gone.
   */
  static List<Waiting> waitingFor(Tx tx, Collection<OrganisationId> organisations) {
    Set<ChildId> concealed = Compartments.concealed(tx);
    return tx
        .as(
            new Actor.Job(tx.tenant(), "addressed"),
            () ->
                handovers(
                    tx,
                    HANDOVER
                        .RECEIVER_ID
                        .in(organisations)
                        .and(HANDOVER_RECEIPT.AT.isNull())
                        .and(inForce(tx))))
        .stream()
        .map(one -> concealed.contains(one.child()) ? one.unnamed() : one)
        .toList();
  }

  /** What these organisations received of children who are still in the actor's reach. */
  static List<Waiting> receivedBy(Tx tx, Collection<OrganisationId> organisations) {
    return handovers(
        tx,
        HANDOVER
            .RECEIVER_ID
            .in(organisations)
            .and(HANDOVER_RECEIPT.AT.isNotNull())
            .and(Readable.child(tx, HANDOVER.CHILD_ID)));
  }

  private static List<Waiting> handovers(Tx tx, Condition which) {
    Field<String> receiver = Place.name(tx, HANDOVER.CHILD_ID).as("receiver");
    Field<String> sender = Place.name(tx, HANDOVER.CHILD_ID, SENDER).as("sent_by");
    return tx.sql()
        .select(HANDOVER.HANDOVER_ID, HANDOVER.CHILD_ID, HANDOVER.RECEIVER_ID, HANDOVER.ENTRY_ON)
        .select(HANDOVER.OFFERED_AT, HANDOVER_RECEIPT.AT, STAFF.NAME, receiver)
        .select(sender, CONSENT.VALID_TO, scope(tx))
        .select(CHILD.BIRTH_DATE, CHILD_NAME.FAMILY, CHILD_NAME.FAMILY_KANA)
        .select(CHILD_NAME.GIVEN, CHILD_NAME.GIVEN_KANA)
        .from(HANDOVER)
        .join(CONSENT)
        .on(CONSENT.TENANT_ID.eq(tx.tenant()))
        .and(CONSENT.CONSENT_ID.eq(HANDOVER.CONSENT_ID))
        .join(ORGANISATION)
        .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(HANDOVER.RECEIVER_ID))
        .leftJoin(SENDER)
        .on(SENDER.TENANT_ID.eq(tx.tenant()))
        .and(SENDER.ORGANISATION_ID.eq(HANDOVER.SENDER_ID))
        .join(CHILD)
        .on(CHILD.TENANT_ID.eq(tx.tenant()))
        .and(CHILD.CHILD_ID.eq(HANDOVER.CHILD_ID))
        .join(CHILD_NAME)
        .on(CHILD_NAME.TENANT_ID.eq(tx.tenant()))
        .and(CHILD_NAME.CHILD_ID.eq(HANDOVER.CHILD_ID))
        .and(CHILD_NAME.KIND.eq("LEGAL"))
        .and(CHILD_NAME.VALID_TO.isNull())
        .leftJoin(HANDOVER_RECEIPT)
        .on(HANDOVER_RECEIPT.TENANT_ID.eq(tx.tenant()))
        .and(HANDOVER_RECEIPT.HANDOVER_ID.eq(HANDOVER.HANDOVER_ID))
        .leftJoin(STAFF)
        .on(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(HANDOVER_RECEIPT.STAFF_ID))
        .where(HANDOVER.TENANT_ID.eq(tx.tenant()))
        .and(which)
        .and(inForce(tx).or(HANDOVER_RECEIPT.AT.isNotNull()))
        .orderBy(HANDOVER.OFFERED_AT.desc(), HANDOVER.HANDOVER_ID)
        .fetch(row -> waiting(row, scope(tx), row.get(receiver), row.get(sender)));
  }

  private static Field<List<ScopeLine>> scope(Tx tx) {
    return multiset(
            select(CONSENT_SCOPE.CATEGORY, CONSENT_SCOPE.SECTION)
                .from(CONSENT_SCOPE)
                .where(CONSENT_SCOPE.TENANT_ID.eq(tx.tenant()))
                .and(CONSENT_SCOPE.CONSENT_ID.eq(CONSENT.CONSENT_ID))
                .orderBy(CONSENT_SCOPE.CATEGORY, CONSENT_SCOPE.SECTION))
        .as("agreed_scope")
        .convertFrom(rows -> rows.map(mapping(HandoverSql::line)));
  }

  private static ScopeLine line(String category, String section) {
    return new ScopeLine(
        Category.valueOf(category), Optional.of(section).filter(it -> !it.isEmpty()));
  }

  private static Waiting waiting(
      Record row, Field<List<ScopeLine>> scope, String receiver, @Nullable String sender) {
    return new Waiting(
        row.get(HANDOVER.HANDOVER_ID),
        row.get(HANDOVER.CHILD_ID),
        row.get(HANDOVER.RECEIVER_ID),
        receiver,
        Optional.ofNullable(sender),
        row.get(scope),
        Optional.ofNullable(row.get(CONSENT.VALID_TO)),
        new NamePart(row.get(CHILD_NAME.FAMILY), row.get(CHILD_NAME.FAMILY_KANA)),
        new NamePart(row.get(CHILD_NAME.GIVEN), row.get(CHILD_NAME.GIVEN_KANA)),
        row.get(CHILD.BIRTH_DATE),
        row.get(HANDOVER.ENTRY_ON),
        row.get(HANDOVER.OFFERED_AT),
        Optional.ofNullable(row.get(HANDOVER_RECEIPT.AT)),
        Optional.ofNullable(row.get(STAFF.NAME)));
  }
}
