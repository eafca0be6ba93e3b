package jp.tsunagi.run.ledger;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
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
  /** Rows whose reach and grants are worked out in one go. */
  private static final int AT_ONCE = 200;

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
    Beside beside = beside(tx, seat, checked);
    Set<ChildId> children = new LinkedHashSet<>();
    for (int from = 0; from < checked.sound().size(); from += AT_ONCE) {
      tx.planAnew();
      int to = Math.min(from + AT_ONCE, checked.sound().size());
      children.addAll(take(tx, seat, checked.sound().subList(from, to), beside));
      progress.accept(to);
    }
    settle(tx, seat, checked.sound());
    checked.asked().forEach(row -> FamilySql.add(tx, seat.organisation(), row));
    trace.write(tx, Entry.of(Action.IMPORT).children(children).seat(seat).purpose("LEDGER"));
  }

  private record Named(String child, LocalDate birth) {}

  /** Families of an earlier ledger who are on record now need not be asked any more. */
  private static void settle(Tx tx, Seat seat, List<Taken> rows) {
    Set<Named> known =
        rows.stream()
            .map(row -> new Named(row.name().written(), row.birth()))
            .collect(Collectors.toSet());
    FamilySql.remove(
        tx,
        FamilySql.of(tx, List.of(seat.organisation())).stream()
            .filter(family -> known.contains(new Named(family.child(), family.birth())))
            .map(Family::id)
            .toList());
  }

  /** What the rows name and the municipality has: its hubs, the programmes and the staff here. */
  private record Beside(
      Set<OrganisationId> hubs, Map<String, Programmes.Programme> programmes, StaffNames staff) {}

  private Beside beside(Tx tx, Seat seat, Checked checked) {
    Map<String, Programmes.Programme> known = new HashMap<>();
    checked.sound().stream()
        .flatMap(row -> row.programmes().stream())
        .distinct()
        .forEach(name -> known.put(name, programme(tx, seat.organisation(), name)));
    return new Beside(
        organisations.hubs(tx).stream().map(Organisation::id).collect(Collectors.toSet()),
        known,
        StaffNames.of(tx, seat.organisation()));
  }

  /** Some rows: on record first, then what needs somebody who reaches the children. */
  private List<ChildId> take(Tx tx, Seat seat, List<Taken> rows, Beside beside) {
    List<Registration.Intake> intakes = rows.stream().map(row -> intake(tx, seat, row)).toList();
    List<Optional<GuardianId>> guardians = registration.registerAll(tx, intakes);
    List<ChildId> children = intakes.stream().map(intake -> intake.child().id()).toList();
    tx.together(() -> {
      for (int at = 0; at < rows.size(); at++) {
        add(tx, children.get(at), guardians.get(at).orElseThrow(), rows.get(at), beside);
      }
    });
    return children;
  }

  private void add(Tx tx, ChildId child, GuardianId guardian, Taken row, Beside beside) {
    row.consent().ifPresent(consent -> consent(tx, child, guardian, consent, beside.hubs()));
    Optional<StaffId> staff = row.staff().flatMap(beside.staff()::find);
    for (String name : row.programmes()) {
      Optional.ofNullable(beside.programmes().get(name))
          .ifPresent(programme -> programmes.join(tx, programme, child, tx.today(), staff));
    }
  }

  private Programmes.Programme programme(Tx tx, OrganisationId at, String name) {
    return new Programmes.Programme(programmes.add(tx, at, name), at, name);
  }

  private static Registration.Intake intake(Tx tx, Seat seat, Taken row) {
    return new Registration.Intake(
        new NewChild(
            ChildId.create(),
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
