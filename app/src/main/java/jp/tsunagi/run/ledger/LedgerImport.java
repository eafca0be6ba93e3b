package jp.tsunagi.run.ledger;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.people.child.FirstGuardian;
import jp.tsunagi.people.child.NewChild;
import jp.tsunagi.people.child.Reason;
import jp.tsunagi.people.child.Registration;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.record.ground.ConsentMeans;
import jp.tsunagi.record.ground.Consents;
import jp.tsunagi.record.ground.NewConsent;
import jp.tsunagi.record.ground.ScopeLine;
import jp.tsunagi.work.programme.Programmes;
import org.springframework.stereotype.Component;

/** Takes the sound rows of a ledger into the record, in the caller's one transaction. */
@Component
final class LedgerImport {
  private final Registration registration;
  private final Consents consents;
  private final Programmes programmes;
  private final Organisations organisations;
  private final Trace trace;

  LedgerImport(
      Registration registration,
      Consents consents,
      Programmes programmes,
      Organisations organisations,
      Trace trace) {
    this.registration = registration;
    this.consents = consents;
    this.programmes = programmes;
    this.organisations = organisations;
    this.trace = trace;
  }

  /**
   * Does it.
   *
   * @param seat of the hub whose ledger it is
   * @param progress told the number of rows done, now and then
   */
  void run(Tx tx, Seat seat, Checked checked, IntConsumer progress) {
    Set<OrganisationId> hubs =
        organisations.hubs(tx).stream().map(Organisation::id).collect(Collectors.toSet());
    Map<String, StaffId> staff = FamilySql.staff(tx, seat.organisation());
    Map<String, Programmes.Programme> known = new HashMap<>();
    Set<ChildId> children = new LinkedHashSet<>();
    for (Taken row : checked.sound()) {
      children.add(take(tx, seat, row, hubs, known, staff));
      if (children.size() % 100 == 0) {
        progress.accept(children.size());
      }
    }
    checked.asked().forEach(row -> FamilySql.add(tx, seat.organisation(), row));
    trace.write(tx, Entry.of(Action.IMPORT).children(children).seat(seat).purpose("LEDGER"));
  }

  private ChildId take(
      Tx tx,
      Seat seat,
      Taken row,
      Set<OrganisationId> hubs,
      Map<String, Programmes.Programme> known,
      Map<String, StaffId> staff) {
    ChildId child = ChildId.create();
    GuardianId guardian = registration.register(tx, intake(tx, child, seat, row)).orElseThrow();
    row.consent().ifPresent(consent -> consent(tx, child, guardian, consent, hubs));
    for (String name : row.programmes()) {
      programmes.join(
          tx,
          known.computeIfAbsent(name, each -> programme(tx, seat.organisation(), each)),
          child,
          tx.today(),
          row.staff().map(FamilySql::plain).map(staff::get));
    }
    return child;
  }

  private Programmes.Programme programme(Tx tx, OrganisationId at, String name) {
    return new Programmes.Programme(programmes.add(tx, at, name), at, name);
  }

  private static Registration.Intake intake(Tx tx, ChildId child, Seat seat, Taken row) {
    return new Registration.Intake(
        new NewChild(
            child,
            row.name(),
            row.birth(),
            row.sex(),
            seat.organisation(),
            Set.of(Reason.HUB_USER),
            Optional.empty(),
            false),
        row.address().map(text -> new Registration.Home(Optional.empty(), text)),
        Optional.of(
            new FirstGuardian(
                row.guardian().name(),
                "",
                row.guardian().relation(),
                row.guardian().phone(),
                Optional.empty(),
                true)),
        new Registration.Entered.Entry(seat, true, tx.today(), Optional.empty(), Optional.empty()));
  }

  /** On paper, before there was this system: the day and the giver are as the ledger says. */
  private void consent(
      Tx tx, ChildId child, GuardianId guardian, Taken.Consent consent, Set<OrganisationId> hubs) {
    List<ScopeLine> scope = Arrays.stream(Category.values()).map(ScopeLine::of).toList();
    consents.give(
        tx,
        new NewConsent(
            ConsentId.create(),
            child,
            ConsentKind.USE,
            guardian,
            ConsentMeans.PAPER,
            consent.day(),
            t("ledger.consent.purpose"),
            Optional.empty(),
            hubs,
            scope,
            false,
            Period.since(consent.day()),
            Optional.of(
                consent
                    .giver()
                    .map(giver -> t("ledger.consent.by", giver))
                    .orElseGet(() -> t("ledger.consent.ledger")))));
  }
}
