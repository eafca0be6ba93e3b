package jp.tsunagi.run.scenario;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.people.staff.Accounts;
import jp.tsunagi.people.staff.Setup;
import jp.tsunagi.people.staff.Staffing;
import jp.tsunagi.record.form.FormVersions;
import jp.tsunagi.work.programme.Programmes;
import org.springframework.stereotype.Component;

/** Plays what stands before every story: the municipality, its organisations, its staff. */
@Component
final class PlayRegister {
  private final Organisations organisations;
  private final Staffing staffing;
  private final Accounts accounts;
  private final Programmes programmes;
  private final FormVersions forms;

  PlayRegister(
      Organisations organisations,
      Staffing staffing,
      Accounts accounts,
      Programmes programmes,
      FormVersions forms) {
    this.organisations = organisations;
    this.staffing = staffing;
    this.accounts = accounts;
    this.programmes = programmes;
    this.forms = forms;
  }

  void play(Tx tx, Scenario scenario, PlayedTown town) {
    Setup.municipality(tx, scenario.municipality().name());
    forms.publishShipped(tx);
    scenario.organisations().forEach(one -> organisation(tx, one, town));
    scenario.programmes().forEach(one -> programme(tx, one, town));
    scenario.staff().forEach(one -> staffMember(tx, one, town));
  }

  private void organisation(Tx tx, Establishment one, PlayedTown town) {
    OrganisationId id = OrganisationId.create();
    town.organisations.put(one.key(), id);
    if (one.kind().isHub()) {
      town.hubs.add(id);
    }
    if (one.connection().writes()) {
      town.writing.add(id);
    }
    if (!one.connection().reads()) {
      town.onPaper.add(id);
    }
    organisations.put(
        tx,
        new Organisation(
            id,
            one.name(),
            one.kana(),
            one.kind(),
            Optional.of(one.tier()),
            one.sector(),
            Optional.of(one.district()),
            one.connection(),
            Optional.of(one.phone())));
    one.classes()
        .forEach(
            (year, names) -> names.forEach(name -> organisations.putClass(tx, id, year, name)));
  }

  private void programme(Tx tx, Programme one, PlayedTown town) {
    OrganisationId organisation = town.organisation(one.organisation());
    var id = programmes.add(tx, organisation, one.name());
    town.programmes.put(one.key(), new Programmes.Programme(id, organisation, one.name()));
  }

  private void staffMember(Tx tx, StaffMember one, PlayedTown town) {
    Optional<AccountId> account =
        Optional.ofNullable(one.login())
            .map(login -> accounts.open(tx, login, town.passwordHash()));
    LocalDate first =
        one.assignments().stream()
            .map(assignment -> assignment.period().from())
            .min(Comparator.naturalOrder())
            .orElse(tx.today());
    StaffId id = staffing.add(tx, one.name(), one.kana(), account, Optional.of(first));
    town.staff.put(one.key(), id);
    if (one.pin()) {
      Staffing.givePin(tx, id, town.pinHash());
    }
    one.assignments().forEach(assignment -> assign(tx, id, assignment, town));
  }

  private void assign(Tx tx, StaffId staff, StaffMember.Assignment one, PlayedTown town) {
    OrganisationId organisation = town.organisation(one.organisation());
    var period = one.period().period();
    var schoolClass =
        Optional.ofNullable(one.schoolClass())
            .map(name -> organisations.putClass(tx, organisation, year(one), name));
    staffing.assign(
        tx,
        staff,
        staffing.post(tx, organisation, one.post()),
        schoolClass,
        period.from(),
        Optional.ofNullable(period.to()));
  }

  private static int year(StaffMember.Assignment one) {
    return jp.tsunagi.base.calendar.FiscalYear.of(one.period().from()).year();
  }
}
