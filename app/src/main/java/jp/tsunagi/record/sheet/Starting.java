package jp.tsunagi.record.sheet;

import static java.util.stream.Collectors.toSet;
import static jp.tsunagi.schema.Tables.ORGANISATION;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.record.form.Cycle;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.record.ground.ConsentsInForce;

/** Which sheet may be started where, by whom. */
final class Starting {
  private Starting() {}

  /** Why the actor may not start it; empty when nothing stands against it. */
  static Optional<SheetRefusal> refusal(Tx tx, NewSheet wanted, FormDefinition form) {
    WriteRule.seen(tx, wanted.child());
    if (!fits(wanted, form, kinds(tx, wanted.organisation().stream().collect(toSet())))) {
      return Optional.of(SheetRefusal.Plain.NOT_USED);
    }
    if (wanted.organisation().isEmpty()
        && !ConsentsInForce.any(tx, wanted.child(), ConsentKind.USE)) {
      return Optional.of(SheetRefusal.Plain.NO_USE_CONSENT);
    }
    return mayWrite(tx, wanted, WriteRule.categories(form));
  }

  private static Optional<SheetRefusal> mayWrite(Tx tx, NewSheet wanted, Set<Category> categories) {
    return switch (Actor.of(tx)) {
      case Actor.Staff staff -> {
        var verdict =
            wanted
                .organisation()
                .map(at -> WriteRule.ofOrganisation(tx, staff, at, wanted.child(), categories))
                .orElseGet(() -> WriteRule.ofFamily(tx, staff, wanted.child(), categories));
        yield verdict instanceof WriteRule.Verdict.Not(var why)
            ? Optional.of(why)
            : Optional.empty();
      }
      case Actor.Guardian guardian ->
          wanted.organisation().isEmpty()
                  && WriteRule.decides(tx, wanted.child(), guardian.guardian().value())
              ? Optional.empty()
              : Optional.of(SheetRefusal.Plain.NO_RIGHT);
      case Actor.Job _, Actor.Login _ -> Optional.of(SheetRefusal.Plain.NO_RIGHT);
    };
  }

  /**
   * Whether the form belongs there: to the child alone, to a programme, to an organisation of a
   * kind that writes it; and has a sheet for that term. That the organisation has to do with the
   * child is asked when somebody starts it.
   */
  static boolean fits(
      NewSheet wanted, FormDefinition form, Map<OrganisationId, OrganisationKind> kinds) {
    Optional<OrganisationKind> kind =
        wanted.organisation().flatMap(at -> Optional.ofNullable(kinds.get(at))).filter(form::isFor);
    return wanted.term().fits(form.cycle())
        && switch (form.attachedTo()) {
          case CHILD -> wanted.organisation().isEmpty() && form.cycle() == Cycle.ONCE;
          case PROGRAMME -> kind.isPresent() && wanted.programme().isPresent();
          case ENROLMENT, INVOLVEMENT -> kind.isPresent() && wanted.programme().isEmpty();
          case HANDOVER -> false; // made where the handover is
        };
  }

  /** What kind of place each of these is. */
  static Map<OrganisationId, OrganisationKind> kinds(Tx tx, Set<OrganisationId> organisations) {
    return organisations.isEmpty()
        ? Map.of()
        : tx.sql()
            .select(ORGANISATION.ORGANISATION_ID, ORGANISATION.KIND)
            .from(ORGANISATION)
            .where(ORGANISATION.TENANT_ID.eq(tx.tenant()))
            .and(ORGANISATION.ORGANISATION_ID.in(organisations))
            .fetchMap(row -> row.value1(), row -> OrganisationKind.valueOf(row.value2()));
  }
}
