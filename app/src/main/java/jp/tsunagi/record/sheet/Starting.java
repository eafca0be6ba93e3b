package jp.tsunagi.record.sheet;

import static jp.tsunagi.schema.Tables.ORGANISATION;

import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.record.form.AttachedTo;
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
    if (!fits(tx, wanted, form)) {
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

  /** Whether the form belongs there: to the child alone, to a programme, to a 園 or school. */
  static boolean fits(Tx tx, NewSheet wanted, FormDefinition form) {
    return switch (form.attachedTo()) {
      case CHILD -> wanted.organisation().isEmpty() && form.cycle() == Cycle.ONCE;
      case PROGRAMME -> wanted.organisation().isPresent() && wanted.programme().isPresent();
      case ENROLMENT -> wanted.organisation().filter(at -> suits(form, kind(tx, at))).isPresent();
      case HANDOVER -> false; // made where the handover is
    };
  }

  private static OrganisationKind kind(Tx tx, OrganisationId organisation) {
    return tx.sql()
        .select(ORGANISATION.KIND)
        .from(ORGANISATION)
        .where(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(organisation))
        .fetchSingle(row -> OrganisationKind.valueOf(row.value1()));
  }

  /** 園 and school have forms of their own; a municipality's further ones suit either. */
  static boolean suits(FormDefinition form, OrganisationKind kind) {
    return switch (form.key()) {
      case "support-nursery" -> kind.isPreschool();
      case "support-school" -> kind.isSchool();
      default ->
          form.attachedTo() == AttachedTo.ENROLMENT && (kind.isPreschool() || kind.isSchool());
    };
  }
}
