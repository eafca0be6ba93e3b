package jp.tsunagi.run.scenario;

import java.util.Set;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.run.scenario.StaffMember.Assignment;

/** The organisations, programmes, staff and printed accounts. */
final class SoundRegister {
  private static final int TIERS = 3;

  private final Scenario scenario;
  private final Problems problems;

  SoundRegister(Scenario scenario, Problems problems) {
    this.scenario = scenario;
    this.problems = problems;
  }

  void check() {
    city(scenario.municipality());
    scenario.organisations().forEach(this::organisation);
    scenario.programmes().forEach(this::programme);
    scenario.staff().forEach(this::staff);
    scenario.accounts().forEach(this::account);
  }

  private void city(Municipality city) {
    if (!city.code().matches("99\\d{4}")) {
      problems.add(
          city.place(), "code '" + city.code() + "' may be a real one", "write 99 and four digits");
    }
  }

  private void organisation(Establishment each) {
    if (each.tier() < 1 || each.tier() > TIERS) {
      problems.add(each.place(), "tier of '" + each.key() + "' is not 1 to 3", "see scenario.md");
    }
    if (new Days(each.opened(), each.closed()).backwards()) {
      problems.add(each.place(), "'" + each.key() + "' closed before it opened", "swap the days");
    }
  }

  private void programme(Programme each) {
    if (scenario.organisation(each.organisation()).isEmpty()) {
      unknown(each.place(), "programme '" + each.key() + "'", each.organisation());
    }
  }

  private void unknown(Place place, String who, String organisation) {
    problems.add(
        place,
        who + " names the unknown organisation '" + organisation + "'",
        "add it under organisations or correct the key");
  }

  private void staff(StaffMember staff) {
    if (staff.assignments().isEmpty()) {
      problems.add(staff.place(), "'" + staff.key() + "' has no post", "add an assignment");
    }
    for (var assignment : staff.assignments()) {
      scenario
          .organisation(assignment.organisation())
          .ifPresentOrElse(
              organisation -> assignment(staff, assignment, organisation),
              () ->
                  unknown(
                      assignment.place(),
                      "staff '" + staff.key() + "'",
                      assignment.organisation()));
    }
  }

  private void assignment(StaffMember staff, Assignment each, Establishment organisation) {
    var who = "staff '" + staff.key() + "'";
    if (each.period().backwards()) {
      problems.add(each.place(), who + ": the post ends before it begins", "swap 'from' and 'to'");
    }
    if (each.period().readable() && !organisation.runsOn(each.period().from())) {
      problems.add(
          each.place(),
          who + " serves at '" + organisation.key() + "' while it was closed",
          "it opened on " + organisation.opened() + ": correct 'from' or 'opened'");
    }
    var year = FiscalYear.of(each.period().from()).year();
    var classes = organisation.classes().getOrDefault(year, Set.of());
    if (each.schoolClass() != null && !classes.contains(each.schoolClass())) {
      problems.add(
          each.place(),
          who
              + ": '"
              + organisation.key()
              + "' has no class '"
              + each.schoolClass()
              + "' in "
              + year,
          "add it to the organisation's classes of that fiscal year");
    }
    if (staff.login() != null && organisation.connection() == Connection.PAPER) {
      problems.add(
          each.place(),
          who + " logs in, but '" + organisation.key() + "' is on paper",
          "leave 'login' out or connect the organisation");
    }
  }

  private void account(Account account) {
    if ((account.staff() == null) == (account.guardian() == null)) {
      problems.add(
          account.place(), "an account is of staff or of a guardian", "name exactly one of them");
    } else if (!logsIn(account)) {
      var who = account.staff() == null ? account.guardian() : account.staff();
      problems.add(
          account.place(),
          "'" + who + "' cannot log in",
          "name staff with a login, or child/guardian with 'account: true'");
    }
  }

  private boolean logsIn(Account account) {
    if (account.staff() != null) {
      return scenario.staff(account.staff()).filter(each -> each.login() != null).isPresent();
    }
    return Guardians.find(scenario, String.valueOf(account.guardian()))
        .filter(Guardian::account)
        .isPresent();
  }
}
