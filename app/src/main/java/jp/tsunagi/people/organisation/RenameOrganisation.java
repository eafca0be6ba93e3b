package jp.tsunagi.people.organisation;

import static jp.tsunagi.base.ui.FieldRefusal.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.name.Reading;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.ui.FieldRefusal;
import org.springframework.stereotype.Component;

/** Calls an organisation otherwise: from a day on, or because its name was typed wrong. */
@Component
final class RenameOrganisation {
  /** What this action changes, and no other. */
  static final Set<String> NAMED = Set.of("name", "kana");

  private final Database database;
  private final Organisations organisations;
  private final Trace trace;

  RenameOrganisation(Database database, Organisations organisations, Trace trace) {
    this.database = database;
    this.organisations = organisations;
    this.trace = trace;
  }

  /**
   * What is wrong with it; nothing when it is called so now.
   *
   * @throws NotFound when the municipality has no such organisation
   */
  List<FieldRefusal> with(Actor.Staff actor, OrganisationId id, Renaming typed) {
    return database.call(actor, tx -> rename(tx, id, typed));
  }

  private List<FieldRefusal> rename(Tx tx, OrganisationId id, Renaming typed) {
    Organisation there = organisations.locked(tx, id).orElseThrow(NotFound::new);
    List<FieldRefusal> refusals = new ArrayList<>();
    OrganisationRules.check(
            OrganisationDraft.of(there.named(typed.name(), typed.kana())), organisations.all(tx))
        .stream()
        .filter(refusal -> NAMED.contains(refusal.field()))
        .forEach(refusals::add);
    when(
            typed.name().equals(there.name())
                && Reading.of(typed.kana()).filter(there.kana()::equals).isPresent(),
            "name",
            "organisation.refused.same")
        .ifPresent(refusals::add);
    typed.dayRefused(tx.today(), NameSql.of(tx, id)).ifPresent(refusals::add);
    if (refusals.isEmpty()) {
      if (!typed.corrects()) {
        NameSql.keep(tx, there, typed.day(tx.today()));
      }
      organisations.put(tx, there.named(typed.name(), Reading.of(typed.kana()).orElseThrow()));
      String what = typed.corrects() ? "organisation.name.corrected" : "organisation.renamed";
      trace.write(tx, Entry.of(Action.ADMINISTER).about(what, id));
    }
    return refusals;
  }
}
