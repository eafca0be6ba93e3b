package jp.tsunagi.record.ground;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.CONSENT_PARTY;
import static jp.tsunagi.schema.Tables.CONSENT_SCOPE;
import static jp.tsunagi.schema.Tables.CONSENT_WITHDRAWAL;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.child.Children;
import jp.tsunagi.record.file.NewFile;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts consents and withdrawals on file; what may be read follows in the same transaction. */
@Component
public final class Consents {
  private final GrantKeeper grants;
  private final Children children;
  private final Evidence evidence;
  private final Registrations registrations;
  private final ApplicationEventPublisher events;

  Consents(
      GrantKeeper grants,
      Children children,
      Evidence evidence,
      Registrations registrations,
      ApplicationEventPublisher events) {
    this.grants = grants;
    this.children = children;
    this.evidence = evidence;
    this.registrations = registrations;
    this.events = events;
  }

  /**
   * Puts a consent on file, with its evidence. A USE consent opens the common record and the
   * registration at the receiving hubs. The same consent once more changes nothing.
   */
  public void give(Tx tx, NewConsent consent) {
    give(tx, consent, Evidence.keeper(tx), List.of(), false);
  }

  /**
   * Puts a consent on file.
   *
   * @param keeper the organisation that keeps the signed paper; empty: signed in the portal
   * @param scans of the signed paper
   * @param awaits it opens nothing until a second organisation has confirmed it
   * @return whether it was not there before
   */
  boolean give(
      Tx tx,
      NewConsent consent,
      Optional<OrganisationId> keeper,
      List<NewFile> scans,
      boolean awaits) {
    return put(tx, consent.within(held(tx, consent)), keeper, scans, awaits);
  }

  /** A guardian's consent ends with the 31 March after the 18th birthday at the latest. */
  private static Period held(Tx tx, NewConsent consent) {
    return tx.as(
        new Actor.Job(tx.tenant(), "consent"),
        () ->
            tx.sql()
                .select(CHILD.BIRTH_DATE)
                .from(CHILD)
                .where(CHILD.TENANT_ID.eq(tx.tenant()))
                .and(CHILD.CHILD_ID.eq(consent.child()))
                .fetchOptional(CHILD.BIRTH_DATE)
                .map(birth -> ComingOfAge.held(consent.period(), birth))
                .orElseThrow(NotFound::new));
  }

  private boolean put(
      Tx tx,
      NewConsent consent,
      Optional<OrganisationId> keeper,
      List<NewFile> scans,
      boolean awaits) {
    if (add(tx, consent, awaits) == 0) {
      return false;
    }
    consent.giving().ifPresent(giving -> parties(tx, consent.id(), "GIVING", giving));
    parties(tx, consent.id(), "RECEIVING", consent.receiving());
    addScope(tx, consent);
    tx.together(() -> {
      if (consent.kind() == ConsentKind.USE) {
        open(tx, consent);
      }
      grants.refresh(tx, consent.child());
    });
    ItemId item = evidence.ofConsent(tx, consent, keeper, scans);
    tx.sql()
        .update(CONSENT)
        .set(CONSENT.ITEM_ID, item)
        .where(CONSENT.TENANT_ID.eq(tx.tenant()))
        .and(CONSENT.CONSENT_ID.eq(consent.id()))
        .execute();
    events.publishEvent(
        new ConsentMoved(
            tx,
            consent.child(),
            consent.id(),
            awaits ? ConsentMoved.Move.AWAITING : ConsentMoved.Move.GIVEN,
            Optional.of(consent.period())));
    return true;
  }

  private void open(Tx tx, NewConsent consent) {
    children.share(tx, consent.child());
    registrations.open(tx, consent);
  }

  private static void addScope(Tx tx, NewConsent consent) {
    var insert =
        tx.sql()
            .insertInto(CONSENT_SCOPE)
            .columns(
                CONSENT_SCOPE.TENANT_ID,
                CONSENT_SCOPE.CONSENT_ID,
                CONSENT_SCOPE.CATEGORY,
                CONSENT_SCOPE.SECTION,
                CONSENT_SCOPE.SHEET_ID,
                CONSENT_SCOPE.SHEET_YEAR);
    for (ScopeLine line : Set.copyOf(consent.scope())) {
      insert =
          insert.values(
              tx.tenant(),
              consent.id(),
              line.category().name(),
              line.section().orElse(""),
              line.sheet().map(ScopeLine.OfSheet::id).orElse(null),
              line.sheet().map(ScopeLine.OfSheet::year).orElse(null));
    }
    insert.execute();
  }

  private static int add(Tx tx, NewConsent consent, boolean awaits) {
    return tx.sql()
        .insertInto(CONSENT)
        .set(CONSENT.TENANT_ID, tx.tenant())
        .set(CONSENT.CONSENT_ID, consent.id())
        .set(CONSENT.CHILD_ID, consent.child())
        .set(CONSENT.KIND, consent.kind().name())
        .set(CONSENT.GIVER_KIND, "GUARDIAN")
        .set(CONSENT.GIVER_ID, consent.giver().value())
        .set(CONSENT.MEANS, consent.means().name())
        .set(CONSENT.GIVEN_ON, consent.givenOn())
        .set(CONSENT.PURPOSE, consent.purpose())
        .set(CONSENT.PLACE, consent.place().orElse(null))
        .set(CONSENT.AWAITS, awaits)
        .set(CONSENT.FROM_ALL, consent.giving().isEmpty())
        .set(CONSENT.WITH_HISTORY, consent.withHistory())
        .set(CONSENT.VALID_FROM, consent.period().from())
        .set(CONSENT.VALID_TO, consent.period().to())
        .set(CONSENT.PAPER_PLACE, consent.paperPlace().orElse(null))
        .set(CONSENT.RECORDED_BY, Actor.of(tx).id().orElse(null))
        .set(CONSENT.RECORDED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
  }

  private static void parties(
      Tx tx, ConsentId consent, String side, Set<OrganisationId> organisations) {
    for (OrganisationId organisation : organisations) {
      tx.sql()
          .insertInto(CONSENT_PARTY)
          .set(CONSENT_PARTY.TENANT_ID, tx.tenant())
          .set(CONSENT_PARTY.CONSENT_ID, consent)
          .set(CONSENT_PARTY.SIDE, side)
          .set(CONSENT_PARTY.ORGANISATION_ID, organisation)
          .execute();
    }
  }

  /**
   * Takes a consent back. It holds at once: nothing that only this consent opened is readable when
   * the transaction ends. Taken back once more, nothing changes.
   *
   * @param askedOn the day the guardian said so
   */
  public void withdraw(
      Tx tx, ChildId child, ConsentId consent, ConsentMeans means, LocalDate askedOn) {
    withdraw(tx, child, consent, means, askedOn, Evidence.keeper(tx), List.of());
  }

  boolean withdraw(
      Tx tx,
      ChildId child,
      ConsentId consent,
      ConsentMeans means,
      LocalDate askedOn,
      Optional<OrganisationId> keeper,
      List<NewFile> scans) {
    Consent taken =
        ConsentSql.of(tx, child).stream()
            .filter(it -> it.id().equals(consent))
            .findFirst()
            .orElseThrow(NotFound::new);
    if (addWithdrawal(tx, consent, means.name(), askedOn) == 0) {
      return false;
    }
    tx.sql()
        .update(CONSENT_WITHDRAWAL)
        .set(CONSENT_WITHDRAWAL.ITEM_ID, evidence.ofWithdrawal(tx, taken, askedOn, keeper, scans))
        .where(CONSENT_WITHDRAWAL.TENANT_ID.eq(tx.tenant()))
        .and(CONSENT_WITHDRAWAL.CONSENT_ID.eq(consent))
        .execute();
    tx.together(() -> {
      if (taken.kind() == ConsentKind.USE) {
        registrations.close(tx, taken);
      }
      grants.refresh(tx, child);
    });
    events.publishEvent(ConsentMoved.of(tx, child, consent, ConsentMoved.Move.WITHDRAWN));
    return true;
  }

  /**
   * The place that asked for a sheet needs it no more: what the family signed and nobody has
   * confirmed yet ends. False when somebody confirmed it or took it back first. Tells nobody: the
   * caller knows.
   */
  public boolean end(Tx tx, ChildId child, ConsentId consent) {
    return tx.as(
            new Actor.Job(tx.tenant(), "consent"),
            () -> {
              // one after the other with whoever confirms it: the grants wait for this row too
              Children.hold(tx, List.of(child));
              return ConsentSql.of(tx, child).stream()
                  .anyMatch(it -> it.id().equals(consent) && it.ofSheet() && waits(it, tx.today()));
            })
        && addWithdrawal(tx, consent, ConsentSql.UNNEEDED, tx.today()) == 1;
  }

  /**
   * The place that had agreed to show parts of a sheet ends that: the consent to them opens nothing
   * any more when the transaction ends. False when somebody was first. Tells nobody: the caller
   * knows.
   *
   * @param waiting nobody has confirmed the consent yet
   */
  public boolean stop(Tx tx, ChildId child, ConsentId consent, boolean waiting) {
    boolean there =
        tx.as(
            new Actor.Job(tx.tenant(), "consent"),
            () -> {
              Children.hold(tx, List.of(child));
              return ConsentSql.of(tx, child).stream()
                  .anyMatch(it ->
                      it.id().equals(consent)
                          && it.ofSheet()
                          && it.canBeWithdrawn(tx.today())
                          && waits(it, tx.today()) == waiting);
            });
    if (!there || addWithdrawal(tx, consent, ConsentSql.STOPPED, tx.today()) == 0) {
      return false;
    }
    tx.together(() -> grants.refresh(tx, child));
    return true;
  }

  private static boolean waits(Consent consent, LocalDate today) {
    return consent.state(today) == Consent.State.AWAITING;
  }

  private static int addWithdrawal(Tx tx, ConsentId consent, String means, LocalDate askedOn) {
    Actor actor = Actor.of(tx);
    return tx.sql()
        .insertInto(CONSENT_WITHDRAWAL)
        .set(CONSENT_WITHDRAWAL.TENANT_ID, tx.tenant())
        .set(CONSENT_WITHDRAWAL.CONSENT_ID, consent)
        .set(CONSENT_WITHDRAWAL.AT, tx.now().atOffset(ZoneOffset.UTC))
        .set(CONSENT_WITHDRAWAL.BY_KIND, actor.kind())
        .set(CONSENT_WITHDRAWAL.BY_ID, actor.id().orElseThrow())
        .set(CONSENT_WITHDRAWAL.MEANS, means)
        .set(CONSENT_WITHDRAWAL.ASKED_ON, askedOn)
        .set(
            CONSENT_WITHDRAWAL.RECORDED_BY,
            actor instanceof Actor.Staff staff ? staff.staff().value() : null)
        .onConflictDoNothing()
        .execute();
  }
}
