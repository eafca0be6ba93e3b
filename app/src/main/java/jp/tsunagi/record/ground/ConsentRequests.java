package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.t;
import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.CONSENT_REQUEST;
import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.selectOne;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.schema.tables.records.ConsentRequestRecord;
import org.jooq.Condition;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps what was prepared for a family to sign. */
@Component
public final class ConsentRequests {
  private final Organisations organisations;
  private final ApplicationEventPublisher events;

  ConsentRequests(Organisations organisations, ApplicationEventPublisher events) {
    this.organisations = organisations;
    this.events = events;
  }

  /** How a request came to its end. */
  enum End {
    GIVEN,
    /** いまは同意しません. */
    DECLINED,
    /** Taken back by whoever prepared it. */
    DROPPED
  }

  /**
   * Keeps a request; the same once more changes nothing. The family's own is sent as it is made,
   * one that an organisation prepared only by {@link #send}.
   *
   * @return whether it was kept; false when one of that id was there
   */
  public boolean prepare(Tx tx, ConsentRequest request) {
    return tx.sql()
            .insertInto(CONSENT_REQUEST)
            .set(CONSENT_REQUEST.TENANT_ID, tx.tenant())
            .set(CONSENT_REQUEST.CONSENT_ID, request.id())
            .set(CONSENT_REQUEST.CHILD_ID, request.child())
            .set(CONSENT_REQUEST.REFERENCE, request.reference())
            .set(CONSENT_REQUEST.KIND, request.kind().name())
            .set(CONSENT_REQUEST.PURPOSE, request.purpose())
            .set(CONSENT_REQUEST.PLACE, request.place().orElse(null))
            .set(CONSENT_REQUEST.FROM_ALL, request.giving().isEmpty())
            .set(CONSENT_REQUEST.GIVING, ids(request.giving().orElse(Set.of())))
            .set(CONSENT_REQUEST.RECEIVING, ids(request.receiving()))
            .set(CONSENT_REQUEST.SCOPE, codes(request.scope()))
            .set(CONSENT_REQUEST.WITH_HISTORY, request.withHistory())
            .set(CONSENT_REQUEST.ENTRY_ON, request.entryOn().orElse(null))
            .set(CONSENT_REQUEST.VALID_TO, request.until().orElse(null))
            .set(CONSENT_REQUEST.ORGANISATION_ID, request.by().orElse(null))
            .set(CONSENT_REQUEST.OF_SHEET, request.ofSheet())
            .set(CONSENT_REQUEST.PREPARED_BY, Actor.of(tx).id().orElseThrow())
            .set(CONSENT_REQUEST.PREPARED_AT, tx.now().atOffset(ZoneOffset.UTC))
            .set(CONSENT_REQUEST.SENT_AT, request.sent() ? tx.now().atOffset(ZoneOffset.UTC) : null)
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /** Whether a consent of any child, given or prepared, bears this id. */
  public static boolean taken(Tx tx, ConsentId id) {
    return tx.as(
        new Actor.Job(tx.tenant(), "consent"),
        () ->
            tx.sql()
                .fetchExists(
                    selectOne()
                        .from(CONSENT_REQUEST)
                        .where(CONSENT_REQUEST.TENANT_ID.eq(tx.tenant()))
                        .and(CONSENT_REQUEST.CONSENT_ID.eq(id))
                        .unionAll(
                            selectOne()
                                .from(CONSENT)
                                .where(CONSENT.TENANT_ID.eq(tx.tenant()))
                                .and(CONSENT.CONSENT_ID.eq(id)))));
  }

  /** The usual consent to the use of the system, for both hubs: a family may begin by itself. */
  public ConsentRequest usual(Tx tx, ChildId child, ConsentId id) {
    return new ConsentRequest(
        id,
        child,
        Reference.fresh(),
        ConsentKind.USE,
        t("ground.purpose." + ConsentKind.USE),
        Optional.empty(),
        Optional.empty(),
        organisations.hubs(tx).stream().map(Organisation::id).collect(Collectors.toSet()),
        DraftRule.HUB_SCOPE.stream().map(ScopeLine::of).toList(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true);
  }

  /**
   * The consent to parts of one sheet that another place asked for (B4), put to the family at once.
   *
   * @param author who wrote the sheet, and agrees to show it
   * @param last the last day on which it is to be readable
   * @param by the place that puts it to the family: the author, or a hub for one on paper
   */
  public ConsentRequest ofSheet(
      ConsentId id,
      ChildId child,
      String why,
      OrganisationId author,
      OrganisationId receiver,
      List<ScopeLine> scope,
      LocalDate last,
      OrganisationId by) {
    return new ConsentRequest(
        id,
        child,
        Reference.fresh(),
        ConsentKind.SHARE,
        why,
        Optional.empty(),
        Optional.of(Set.of(author)),
        Set.of(receiver),
        scope,
        false,
        Optional.empty(),
        Optional.of(last.plusDays(1)),
        Optional.of(by),
        true);
  }

  /**
   * 家族に送る: from now on it stands in the portal and can be signed there. False when it was sent
   * before.
   */
  public boolean send(Tx tx, ConsentRequest request) {
    return tx.sql()
            .update(CONSENT_REQUEST)
            .set(CONSENT_REQUEST.SENT_AT, tx.now().atOffset(ZoneOffset.UTC))
            .where(CONSENT_REQUEST.TENANT_ID.eq(tx.tenant()))
            .and(CONSENT_REQUEST.CHILD_ID.eq(request.child()))
            .and(CONSENT_REQUEST.CONSENT_ID.eq(request.id()))
            .and(CONSENT_REQUEST.SENT_AT.isNull())
            .execute()
        == 1;
  }

  private static UUID[] ids(Set<OrganisationId> organisations) {
    return organisations.stream().map(OrganisationId::value).sorted().toArray(UUID[]::new);
  }

  private static String[] codes(List<ScopeLine> scope) {
    return scope.stream().map(ScopeLine::code).distinct().toArray(String[]::new);
  }

  /** What waits for a signature about a child and the actor may see, newest first. */
  public List<ConsentRequest> waiting(Tx tx, ChildId child) {
    return tx.sql()
        .selectFrom(CONSENT_REQUEST)
        .where(mine(tx))
        .and(CONSENT_REQUEST.CHILD_ID.eq(child))
        .and(CONSENT_REQUEST.CLOSED_AT.isNull())
        .orderBy(CONSENT_REQUEST.PREPARED_AT.desc())
        .fetch(ConsentRequests::request);
  }

  /** One that still waits; not found otherwise. */
  public ConsentRequest get(Tx tx, ChildId child, ConsentId id) {
    return tx.sql()
        .selectFrom(CONSENT_REQUEST)
        .where(mine(tx))
        .and(CONSENT_REQUEST.CHILD_ID.eq(child))
        .and(CONSENT_REQUEST.CONSENT_ID.eq(id))
        .and(CONSENT_REQUEST.CLOSED_AT.isNull())
        .fetchOptional(ConsentRequests::request)
        .orElseThrow(NotFound::new);
  }

  /** The one whose paper bears this reference, as typed or read from the QR. */
  Optional<ConsentRequest> find(Tx tx, String reference) {
    return tx.sql()
        .selectFrom(CONSENT_REQUEST)
        .where(mine(tx))
        .and(CONSENT_REQUEST.REFERENCE.eq(Reference.tidy(reference)))
        .and(CONSENT_REQUEST.CLOSED_AT.isNull())
        .fetchOptional(ConsentRequests::request);
  }

  /** Ends a request; false when somebody else did before. */
  boolean close(Tx tx, ConsentRequest request, End how) {
    boolean closed = ended(tx, request.child(), request.id(), how, noCondition());
    if (closed && how != End.GIVEN) {
      var move = how == End.DECLINED ? ConsentMoved.Move.DECLINED : ConsentMoved.Move.DROPPED;
      events.publishEvent(ConsentMoved.of(tx, request.child(), request.id(), move));
    }
    return closed;
  }

  /**
   * Nobody needs the answer about a sheet any more: it cannot be signed from now on. False when the
   * family was first. Tells nobody: the caller knows.
   */
  public boolean drop(Tx tx, ChildId child, ConsentId id) {
    return ended(tx, child, id, End.DROPPED, CONSENT_REQUEST.OF_SHEET.isTrue());
  }

  private static boolean ended(Tx tx, ChildId child, ConsentId id, End how, Condition which) {
    return tx.sql()
            .update(CONSENT_REQUEST)
            .set(CONSENT_REQUEST.CLOSED_AT, tx.now().atOffset(ZoneOffset.UTC))
            .set(CONSENT_REQUEST.CLOSED_BY, Actor.of(tx).id().orElseThrow())
            .set(CONSENT_REQUEST.CLOSED_HOW, how.name())
            .where(CONSENT_REQUEST.TENANT_ID.eq(tx.tenant()))
            .and(CONSENT_REQUEST.CHILD_ID.eq(child))
            .and(CONSENT_REQUEST.CONSENT_ID.eq(id))
            .and(CONSENT_REQUEST.CLOSED_AT.isNull())
            .and(which)
            .execute()
        == 1;
  }

  /**
   * For a family what was sent to it; for staff what their organisation prepared, for a hub also
   * what was sent because one place asked another: but never one for which a place of their own
   * asked, which is not told that the other has agreed.
   */
  private static Condition mine(Tx tx) {
    Condition reachable =
        CONSENT_REQUEST.TENANT_ID.eq(tx.tenant()).and(Readable.child(tx, CONSENT_REQUEST.CHILD_ID));
    return Actor.of(tx) instanceof Actor.Staff staff
        ? reachable.and(not(askedFor(staff))).and(preparedBy(staff).or(sentFor(staff)))
        : reachable.and(CONSENT_REQUEST.SENT_AT.isNotNull());
  }

  private static Condition preparedBy(Actor.Staff staff) {
    return CONSENT_REQUEST.ORGANISATION_ID.in(staff.organisations());
  }

  private static Condition sentFor(Actor.Staff staff) {
    return staff.may(Right.INTAKE)
        ? CONSENT_REQUEST.OF_SHEET.isTrue().and(CONSENT_REQUEST.SENT_AT.isNotNull())
        : falseCondition();
  }

  private static Condition askedFor(Actor.Staff staff) {
    return CONSENT_REQUEST
        .OF_SHEET
        .isTrue()
        .and(arrayOverlap(CONSENT_REQUEST.RECEIVING, ids(Set.copyOf(staff.organisations()))));
  }

  private static ConsentRequest request(ConsentRequestRecord row) {
    return new ConsentRequest(
        row.getConsentId(),
        row.getChildId(),
        row.getReference(),
        ConsentKind.valueOf(row.getKind()),
        row.getPurpose(),
        Optional.ofNullable(row.getPlace()),
        row.getFromAll() ? Optional.empty() : Optional.of(organisations(row.getGiving())),
        organisations(row.getReceiving()),
        Arrays.stream(row.getScope())
            .flatMap(code -> ScopeLine.read(code).stream())
            .sorted(SectionWords.ORDER)
            .toList(),
        row.getWithHistory(),
        Optional.<LocalDate>ofNullable(row.getEntryOn()),
        Optional.<LocalDate>ofNullable(row.getValidTo()),
        Optional.ofNullable(row.getOrganisationId()),
        row.getSentAt() != null);
  }

  private static Set<OrganisationId> organisations(UUID[] ids) {
    return Stream.of(ids).map(OrganisationId::new).collect(Collectors.toUnmodifiableSet());
  }
}
