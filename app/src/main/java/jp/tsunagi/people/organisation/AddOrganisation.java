package jp.tsunagi.people.organisation;

import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.ui.FieldRefusal;
import org.springframework.stereotype.Component;

/** Puts a new organisation into the register. */
@Component
final class AddOrganisation {
  private final Database database;
  private final Organisations organisations;
  private final Trace trace;

  AddOrganisation(Database database, Organisations organisations, Trace trace) {
    this.database = database;
    this.organisations = organisations;
    this.trace = trace;
  }

  /** What is wrong with it; nothing when it was added, now or by the same form before. */
  List<FieldRefusal> with(Actor.Staff actor, OrganisationDraft draft) {
    return database.call(actor, tx -> add(tx, draft));
  }

  private List<FieldRefusal> add(Tx tx, OrganisationDraft draft) {
    List<FieldRefusal> refusals = OrganisationRules.check(draft, organisations.all(tx));
    if (refusals.isEmpty()) {
      if (organisations.find(tx, draft.id()).isEmpty()) {
        organisations.put(tx, draft.accepted());
      }
      trace.write(tx, Entry.of(Action.ADMINISTER).about("organisation.added", draft.id()));
    }
    return refusals;
  }
}
