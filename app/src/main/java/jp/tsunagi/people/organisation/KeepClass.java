package jp.tsunagi.people.organisation;

import static jp.tsunagi.base.ui.FieldRefusal.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.ui.FieldRefusal;
import org.springframework.stereotype.Component;

/** Calls a class otherwise, closes it before its year ends, or opens it again. */
@Component
final class KeepClass {
  private final Database database;
  private final Organisations organisations;
  private final List<Running> running;
  private final Trace trace;

  KeepClass(Database database, Organisations organisations, List<Running> running, Trace trace) {
    this.database = database;
    this.organisations = organisations;
    this.running = List.copyOf(running);
    this.trace = trace;
  }

  static SchoolClass there(Tx tx, OrganisationId organisation, ClassId id) {
    return NameSql.find(tx, organisation, id).orElseThrow(NotFound::new);
  }

  /** What is wrong with the name; nothing when the class is called so now. */
  List<FieldRefusal> rename(
      Actor.Staff actor, OrganisationId organisation, ClassId id, Renaming typed) {
    return database.call(actor, tx -> rename(tx, there(tx, organisation, id), typed));
  }

  private List<FieldRefusal> rename(Tx tx, SchoolClass there, Renaming typed) {
    List<FieldRefusal> refusals = new ArrayList<>();
    name(tx, there, typed.name()).ifPresent(refusals::add);
    typed.dayRefused(tx.today(), NameSql.of(tx, there.id())).ifPresent(refusals::add);
    if (refusals.isEmpty()) {
      if (!typed.corrects()) {
        NameSql.keep(tx, there, typed.day(tx.today()));
      }
      NameSql.change(tx, there.id(), typed.name(), there.closedFrom());
      trace.write(tx, Entry.of(Action.ADMINISTER).about("organisation.class.renamed", there.id()));
    }
    return refusals;
  }

  private Optional<FieldRefusal> name(Tx tx, SchoolClass there, String name) {
    return when(name.isEmpty(), "name", "organisation.class.refused.missing")
        .or(() -> when(name.equals(there.name()), "name", "organisation.refused.same"))
        .or(() ->
            when(
                name.length() > ClassLines.LONGEST,
                "name",
                "organisation.refused.long",
                ClassLines.LONGEST))
        .or(() ->
            when(
                organisations.classes(tx, there.organisation(), there.fiscalYear()).stream()
                    .anyMatch(other -> other.name().equals(name) && !other.id().equals(there.id())),
                "name",
                "organisation.class.refused.taken",
                name));
  }

  /** What came of closing it. */
  CloseOrganisation.Outcome close(
      Actor.Staff actor, OrganisationId organisation, ClassId id, String lastDay) {
    return database.call(actor, tx -> close(tx, there(tx, organisation, id), lastDay));
  }

  private CloseOrganisation.Outcome close(Tx tx, SchoolClass there, String typed) {
    TypedDay day = TypedDay.of(typed, tx.today());
    FiscalYear year = new FiscalYear(there.fiscalYear());
    Optional<FieldRefusal> refusal =
        CloseOrganisation.refusal(day)
            .or(() ->
                when(
                    day.day().filter(year::contains).isEmpty(),
                    "lastDay",
                    "organisation.class.refused.year"));
    if (refusal.isPresent()) {
      return new CloseOrganisation.Outcome.Refused(refusal.get());
    }
    LocalDate last = day.day().orElseThrow();
    organisations.locked(tx, there.organisation());
    List<Running.Left> left =
        running.stream().flatMap(one -> one.after(tx, there.id(), last).stream()).toList();
    if (!left.isEmpty()) {
      return new CloseOrganisation.Outcome.Unsettled(left);
    }
    NameSql.change(tx, there.id(), there.name(), Optional.of(last.plusDays(1)));
    trace.write(tx, Entry.of(Action.ADMINISTER).about("organisation.class.closed", there.id()));
    return new CloseOrganisation.Outcome.Closed();
  }

  /** As if it had not been closed. */
  void reopen(Actor.Staff actor, OrganisationId organisation, ClassId id) {
    database.run(
        actor,
        tx -> {
          SchoolClass there = there(tx, organisation, id);
          if (there.closedFrom().isEmpty()) {
            throw new NotFound();
          }
          NameSql.change(tx, id, there.name(), Optional.empty());
          trace.write(tx, Entry.of(Action.ADMINISTER).about("organisation.class.reopened", id));
        });
  }
}
