package jp.tsunagi.people.organisation;

import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.ui.FieldRefusal;
import org.springframework.stereotype.Component;

/** Adds classes of a fiscal year to an organisation; those that are there stay as they are. */
@Component
final class AddClasses {
  private final Database database;
  private final Organisations organisations;
  private final Trace trace;

  AddClasses(Database database, Organisations organisations, Trace trace) {
    this.database = database;
    this.organisations = organisations;
    this.trace = trace;
  }

  /**
   * What is wrong with the lines; nothing when their classes are there.
   *
   * @throws NotFound when the municipality has no such organisation
   */
  List<FieldRefusal> with(
      Actor.Staff actor, OrganisationId organisation, FiscalYear year, String lines) {
    return database.call(actor, tx -> add(tx, organisation, year, ClassLines.read(lines)));
  }

  private List<FieldRefusal> add(
      Tx tx, OrganisationId organisation, FiscalYear year, ClassLines lines) {
    OrganisationId there = organisations.find(tx, organisation).orElseThrow(NotFound::new).id();
    if (lines.refusals().isEmpty()) {
      lines.names().forEach(name -> organisations.putClass(tx, there, year.year(), name));
      trace.write(
          tx, Entry.of(Action.ADMINISTER).about("organisation.classes=" + year.year(), there));
    }
    return lines.refusals();
  }
}
