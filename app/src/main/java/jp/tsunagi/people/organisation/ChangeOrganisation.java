package jp.tsunagi.people.organisation;

import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.ui.FieldRefusal;
import org.springframework.stereotype.Component;

/**
 * Changes what the register says of an organisation; its name and its connection are left as they
 * are.
 */
@Component
final class ChangeOrganisation {
  private final Database database;
  private final Organisations organisations;
  private final Trace trace;

  ChangeOrganisation(Database database, Organisations organisations, Trace trace) {
    this.database = database;
    this.organisations = organisations;
    this.trace = trace;
  }

  /**
   * What is wrong with it; nothing when it was changed.
   *
   * @throws NotFound when the municipality has no such organisation
   */
  List<FieldRefusal> with(Actor.Staff actor, OrganisationDraft draft) {
    return database.call(actor, tx -> change(tx, draft));
  }

  private List<FieldRefusal> change(Tx tx, OrganisationDraft typed) {
    Organisation there = organisations.locked(tx, typed.id()).orElseThrow(NotFound::new);
    OrganisationDraft draft = typed.keeping(there);
    // name and reading are not asked here
    List<FieldRefusal> refusals =
        OrganisationRules.check(draft, organisations.all(tx)).stream()
            .filter(refusal -> !RenameOrganisation.NAMED.contains(refusal.field()))
            .toList();
    if (refusals.isEmpty()) {
      organisations.put(tx, draft.accepted().closed(there.closedFrom()));
      trace.write(tx, Entry.of(Action.ADMINISTER).about("organisation.changed", draft.id()));
    }
    return refusals;
  }
}
