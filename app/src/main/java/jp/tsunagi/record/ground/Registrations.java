package jp.tsunagi.record.ground;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.ITEM;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.people.involvement.Involvements.Involvement;
import org.springframework.stereotype.Component;

/**
 * 登録の終わり: what a USE consent opened at the hubs ends when it is withdrawn. A hub that wrote
 * something keeps reading its own; a hub that never did no longer sees that the child exists. The
 * organisation that brought the child on record goes on with its own work (ACCESS: standing).
 */
@Component
class Registrations {
  private final Involvements involvements;

  Registrations(Involvements involvements) {
    this.involvements = involvements;
  }

  /**
   * The hubs are registered on every day on which the consent holds, be it beside an earlier one.
   */
  void open(Tx tx, NewConsent consent) {
    for (OrganisationId hub : consent.receiving()) {
      List<Period> there =
          involvements.of(tx, consent.child()).stream()
              .filter(it -> it.kind() == InvolvementKind.REGISTRATION)
              .filter(it -> it.organisation().equals(hub))
              .map(Involvement::period)
              .toList();
      consent.period().without(there).stream()
          .flatMap(period -> involvements.within(tx, hub, period).stream())
          .forEach(period ->
              involvements.open(tx, consent.child(), hub, InvolvementKind.REGISTRATION, period));
    }
  }

  void close(Tx tx, Consent withdrawn) {
    tx.as(
        new Actor.Job(tx.tenant(), "registration"),
        () -> {
          involvements.of(tx, withdrawn.child()).stream()
              .filter(there -> opened(there, withdrawn) && runs(there, tx.today()))
              .filter(there -> !needed(tx, there))
              .forEach(there -> close(tx, there));
          return true;
        });
  }

  private static boolean opened(Involvement there, Consent withdrawn) {
    return there.kind() == InvolvementKind.REGISTRATION
        && withdrawn.receiving().contains(there.organisation());
  }

  private static boolean runs(Involvement there, LocalDate today) {
    return there.period().lastDay().isEmpty() || !there.period().lastDay().get().isBefore(today);
  }

  private static boolean needed(Tx tx, Involvement there) {
    return owner(tx, there.child()).filter(there.organisation()::equals).isPresent()
        || ConsentSql.of(tx, there.child()).stream()
            .anyMatch(other ->
                other.kind() == ConsentKind.USE
                    && other.canBeWithdrawn(tx.today())
                    && other.receiving().contains(there.organisation()));
  }

  private void close(Tx tx, Involvement there) {
    boolean begun = !there.period().from().isAfter(tx.today());
    if (begun && wrote(tx, there)) {
      LocalDate next = there.period().from().plusDays(1);
      involvements.end(tx, there, next.isAfter(tx.today()) ? next : tx.today());
    } else {
      involvements.remove(tx, there);
    }
  }

  private static boolean wrote(Tx tx, Involvement there) {
    return tx.sql()
        .fetchExists(
            ITEM,
            ITEM.TENANT_ID
                .eq(tx.tenant())
                .and(ITEM.CHILD_ID.eq(there.child()))
                .and(ITEM.AUTHOR_ID.eq(there.organisation().value())));
  }

  private static Optional<OrganisationId> owner(Tx tx, ChildId child) {
    return tx.sql()
        .select(CHILD.OWNER_ID)
        .from(CHILD)
        .where(CHILD.TENANT_ID.eq(tx.tenant()))
        .and(CHILD.CHILD_ID.eq(child))
        .fetchOptional(CHILD.OWNER_ID);
  }
}
