package jp.tsunagi.run.scenario;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.record.form.ShippedForms;
import jp.tsunagi.run.scenario.Act.State;
import org.jspecify.annotations.Nullable;

/**
 * One child's story, act by act: people and places known and there on the day, the days in order,
 * and nothing before what it stands on: no 個人票 without USE consent, no sheet without involvement.
 */
final class SoundStory {
  private final Scenario scenario;
  private final Child child;
  private final Problems problems;
  private final Cast cast;
  private final Map<String, Days> enrolled = new HashMap<>();
  private final Set<String> joined = new HashSet<>();
  private final Set<String> handed = new HashSet<>();
  private boolean registered;
  private boolean shared;
  private boolean asked;
  private LocalDate today;

  SoundStory(Scenario scenario, Child child, Problems problems) {
    this.scenario = scenario;
    this.child = child;
    this.problems = problems;
    this.cast = new Cast(scenario, child, problems);
    this.today = child.birth();
  }

  void check() {
    for (var act : child.story()) {
      day(act);
      checked(act);
    }
  }

  private void day(Act act) {
    if (act.date().isBefore(today)) {
      add(act, "does this on " + act.date() + ", before " + today, "put the acts in order of days");
    }
    if (act.date().isAfter(scenario.municipality().end())) {
      add(act, "does this on " + act.date() + ", after the story ends", "correct the day");
    }
    today = act.date().isAfter(today) ? act.date() : today;
  }

  private void add(Act act, String what, String todo) {
    problems.add(act.place(), "child '" + child.key() + "' " + what, todo);
  }

  private void checked(Act act) {
    switch (act) {
      case Act.Register register -> register(register);
      case Act.UseConsent consent -> useConsent(consent);
      case Act.Withdraw withdraw -> withdraw(withdraw);
      case Act.HandoverConsent consent -> handoverConsent(consent);
      case Act.Receipt receipt -> receipt(receipt);
      case Act.PlanRequest request -> planRequest(request);
      case Act.PlanAgreement agreement -> planAgreement(agreement);
      case Act.Profile profile -> profile(profile);
      case Act.Join join -> join(join);
      case Act.Support support -> support(support);
      case Act.Enrol enrol -> enrol(enrol);
      case Act.SupportSheet sheet -> supportSheet(sheet);
      case Act.Consultation consultation -> cast.hand(act, consultation.by());
      case Act.Leave leave -> leave(leave);
      case Act.MoveOut _ -> {}
      case Act.Rename _ -> {}
    }
  }

  private void register(Act.Register act) {
    cast.hand(act, act.by());
    registered = true;
  }

  private void useConsent(Act.UseConsent act) {
    registered(act);
    cast.giver(act, act.giver());
    cast.byOnPaper(act, act.via(), act.by());
    shared = true;
  }

  private void withdraw(Act.Withdraw act) {
    cast.giver(act, act.giver());
    cast.byOnPaper(act, act.via(), act.by());
    shared(act, "withdraws a consent");
    if (act.receiver() == null) {
      shared = false;
    } else if (!handed.remove(act.receiver())) {
      add(act, "takes back what '" + act.receiver() + "' never got", "name an agreed receiver");
    }
  }

  private void handoverConsent(Act.HandoverConsent act) {
    shared(act, "is handed over");
    cast.giver(act, act.giver());
    cast.byOnPaper(act, act.via(), act.by());
    receiver(act, act.receiver(), act.outside());
    act.giving().forEach(each -> cast.organisation(act, each));
    if (act.categories().isEmpty() && act.sections().isEmpty()) {
      add(act, "hands over nothing", "name 'categories' or 'sections'");
    }
    handed.add(taker(act.receiver(), act.outside()));
  }

  private void receipt(Act.Receipt act) {
    var at = cast.reader(act, act.by());
    if (at != null && !handed.contains(at)) {
      add(act, "is received at '" + at + "' without a handover consent", "add it before");
    }
  }

  private void planRequest(Act.PlanRequest act) {
    registered(act);
    String at = cast.reader(act, act.by());
    cast.organisation(act, act.organisation());
    if (act.organisation().equals(at)) {
      add(act, "is asked about by the place itself", "ask another organisation");
    }
    var form = ShippedForms.all().stream().filter(one -> one.key().equals(act.form())).findFirst();
    if (form.isEmpty()
        || act.sections().stream().anyMatch(key -> form.get().section(key).isEmpty())) {
      add(act, "is asked about by an unknown form or section", "correct 'form' or 'sections'");
    }
    if (act.needed().isBefore(act.date()) || act.until().isBefore(act.needed())) {
      add(act, "has a request whose days cannot be", "correct 'needed' and 'until'");
    }
    asked = true;
  }

  private void planAgreement(Act.PlanAgreement act) {
    cast.hand(act, act.by());
    if (!asked) {
      add(act, "has an agreement to nothing", "add 'act: plan-request' before");
    }
  }

  private void profile(Act.Profile act) {
    shared(act, "gets a profile");
    cast.giver(act, act.writer());
    if (act.typist() != null) {
      cast.hand(act, act.typist());
    }
    if ((act.typist() == null) != (act.received() == null)) {
      add(act, "has a profile half typed in", "give both 'typist' and 'received', or neither");
    }
  }

  private void join(Act.Join act) {
    registered(act);
    cast.hand(act, act.by());
    if (scenario.programme(act.programme()).isEmpty()) {
      add(act, "joins the unknown programme '" + act.programme() + "'", "correct the key");
    }
    joined.add(act.programme() + act.fiscalYear());
  }

  private void support(Act.Support act) {
    registered(act);
    cast.writer(act, act.author(), keeper(act));
    if ((act.organisation() == null) == (act.programme() == null)) {
      add(act, "has a sheet of nobody", "name either 'organisation' or 'programme'");
    }
    if (act.programme() != null && !joined.contains(act.programme() + act.fiscalYear())) {
      add(act, "has a sheet of '" + act.programme() + "' without taking part", "add 'join' before");
    }
    if (act.organisation() != null && !enrolledAt(act.organisation(), act.date())) {
      add(act, "has a sheet of '" + act.organisation() + "' without being there", "add 'enrol'");
    }
    confirmation(act, act.confirmed());
  }

  /**
   * The organisation that keeps the sheet: of the enrolment, or the one that runs the programme.
   */
  private @Nullable String keeper(Act.Support act) {
    return act.programme() == null
        ? act.organisation()
        : scenario.programme(act.programme()).map(Programme::organisation).orElse(null);
  }

  private void confirmation(Act.Support act, Act.@Nullable Confirmation confirmed) {
    if (confirmed != null) {
      cast.giver(act, confirmed.guardian());
      if (confirmed.date().isBefore(act.date())) {
        add(act, "has a sheet confirmed before it was written", "correct one of the days");
      }
      if (confirmed.date().isAfter(scenario.municipality().end())) {
        add(act, "has a sheet confirmed after the story ends", "leave it WITH_GUARDIAN");
      }
    }
    if (confirmed == null && act.form().equals("support-school") && act.state() == State.FINAL) {
      add(act, "has a final school sheet nobody confirmed", "add 'confirmed' (A7)");
    }
    if (confirmed != null && act.state() != State.FINAL) {
      add(act, "has a confirmed sheet that is " + act.state(), "write 'state: FINAL'");
    }
  }

  private boolean enrolledAt(String organisation, LocalDate day) {
    var period = enrolled.get(organisation);
    return period != null && period.holds(day);
  }

  private void enrol(Act.Enrol act) {
    registered(act);
    if (act.by() != null) {
      cast.hand(act, act.by());
    }
    var from = act.period().from();
    if (from.isBefore(child.birth()) || act.period().backwards()) {
      add(act, "enrols in days that cannot be", "correct 'from' and 'to'");
    }
    var organisation = cast.organisation(act, act.organisation());
    if (organisation != null && !organisation.runsOn(from)) {
      add(
          act,
          "enrols at '" + organisation.key() + "' before it opened",
          "it opened on " + organisation.opened() + ": correct 'from' or 'opened'");
    }
    if (organisation != null && act.schoolClass() != null) {
      schoolClass(act, organisation, act.schoolClass());
    }
    enrolled.put(act.organisation(), act.period());
  }

  private void schoolClass(Act.Enrol act, Establishment organisation, String schoolClass) {
    var year = FiscalYear.of(act.period().from()).year();
    var classes = organisation.classes().get(year);
    if (classes == null || !classes.contains(schoolClass)) {
      add(
          act,
          "enters the class '"
              + schoolClass
              + "', unknown at '"
              + organisation.key()
              + "' in "
              + year,
          "add it to the organisation's classes of that fiscal year");
    }
  }

  private void supportSheet(Act.SupportSheet act) {
    shared(act, "gets a support sheet");
    cast.hand(act, act.by());
    receiver(act, act.organisation(), act.outside());
    if (!handed.contains(taker(act.organisation(), act.outside()))) {
      add(act, "gets a support sheet nobody agreed to", "add 'act: handover-consent' before");
    }
    if (act.sections().isEmpty()) {
      add(act, "gets an empty support sheet", "name 'sections'");
    }
  }

  /** A receiver is in the register, or a place outside it. */
  private void receiver(Act act, @Nullable String organisation, @Nullable String outside) {
    if (organisation != null) {
      cast.organisation(act, organisation);
    }
    if ((organisation == null) == (outside == null)) {
      add(act, "goes to nobody", "name either an organisation of the register or 'outside'");
    }
  }

  private static String taker(@Nullable String organisation, @Nullable String outside) {
    return organisation == null ? "outside " + outside : organisation;
  }

  private void leave(Act.Leave act) {
    if (act.organisation() != null && enrolled.remove(act.organisation()) == null) {
      add(act, "leaves '" + act.organisation() + "' without being there", "add 'enrol' before");
    }
    if (act.programme() != null && scenario.programme(act.programme()).isEmpty()) {
      add(act, "leaves the unknown programme '" + act.programme() + "'", "correct the key");
    }
  }

  private void registered(Act act) {
    if (!registered) {
      add(act, "is not on record yet", "add 'act: register' before");
      registered = true;
    }
  }

  private void shared(Act act, String does) {
    if (!shared) {
      add(act, does + " without a USE consent in force", "add 'act: use-consent' before");
    }
  }
}
