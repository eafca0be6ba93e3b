package jp.tsunagi.work.submission;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.DateReader;
import jp.tsunagi.base.calendar.DateReading;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Icon;
import jp.tsunagi.base.ui.StatusView;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.people.organisation.SchoolClass;
import jp.tsunagi.record.ground.SectionWords;

/** Reads and lays out the form by which a list is made: what, to whom, whose, until when. */
final class SubmissionForm {
  static final int LONGEST = 400;
  private static final String WHOLE = "all";

  private final Typed typed;
  private final Seat seat;
  private final List<Seat> seats;
  private final List<Organisation> offices;
  private final List<SchoolClass> classes;
  private final List<SectionWords.Group> forms;
  private final LocalDate today;
  private final Map<String, String> problems = new HashMap<>();

  private SubmissionForm(
      Typed typed,
      Seat seat,
      List<Seat> seats,
      List<Organisation> offices,
      List<SchoolClass> classes,
      List<SectionWords.Group> forms,
      LocalDate today) {
    this.typed = typed;
    this.seat = seat;
    this.seats = seats;
    this.offices = offices;
    this.classes = classes;
    this.forms = forms;
    this.today = today;
  }

  /** The form for a place that the actor leads; 404 for whoever leads none, or another. */
  static SubmissionForm of(Tx tx, Actor.Staff actor, Typed typed, Organisations organisations) {
    List<Seat> seats = Submissions.leading(actor);
    Seat seat =
        seats.stream()
            .filter(one ->
                typed.text("at").isEmpty()
                    || one.organisation().toString().equals(typed.text("at")))
            .findFirst()
            .orElseThrow(NotFound::new);
    var written = CandidateSql.forms(tx, seat.organisation(), years(tx.today()));
    return new SubmissionForm(
        typed,
        seat,
        seats,
        organisations.open(tx).stream()
            .filter(one -> receives(one.kind()) && !one.id().equals(seat.organisation()))
            .toList(),
        organisations.openClasses(tx, seat.organisation(), FiscalYear.of(tx.today()).year()),
        SectionWords.groups().stream().filter(one -> written.contains(one.key())).toList(),
        tx.today());
  }

  /** 設置者: the offices of the town. */
  private static boolean receives(OrganisationKind kind) {
    return kind == OrganisationKind.CITY_OFFICE || kind == OrganisationKind.BOARD_OF_EDUCATION;
  }

  /** This year, and the one whose plans are evaluated after its end. */
  private static List<Integer> years(LocalDate today) {
    int now = FiscalYear.of(today).year();
    return List.of(now, now - 1);
  }

  Seat seat() {
    return seat;
  }

  /** What is chosen so far; empty while anything of it is missing. */
  Optional<Submission.What> what() {
    Optional<String> form =
        forms.stream().map(SectionWords.Group::key).filter(typed.text("form")::equals).findFirst();
    Optional<Integer> year =
        years(today).stream()
            .filter(one -> String.valueOf(one).equals(typed.text("year")))
            .findFirst();
    Optional<OrganisationId> receiver =
        offices.stream()
            .map(Organisation::id)
            .filter(one -> one.toString().equals(typed.text("receiver")))
            .findFirst();
    Optional<SchoolClass> room =
        classes.stream().filter(one -> one.id().toString().equals(typed.text("room"))).findFirst();
    boolean whole = typed.text("room").equals(WHOLE);
    missing("form", form.isEmpty());
    missing("year", year.isEmpty());
    missing("receiver", receiver.isEmpty());
    missing("room", room.isEmpty() && !whole);
    return problems.isEmpty()
        ? Optional.of(
            new Submission.What(
                seat.organisation(),
                receiver.orElseThrow(),
                form.orElseThrow(),
                year.orElseThrow(),
                room.map(SchoolClass::id)))
        : Optional.empty();
  }

  private void missing(String field, boolean missing) {
    if (missing) {
      problems.put(field, t("submission.problem.choose"));
    }
  }

  /** The list as it was ticked; empty with the problems noted when something is wrong. */
  Optional<Submission> read(
      Tx tx, Actor.Staff actor, Submission.What what, List<Submissions.Candidate> candidates) {
    List<Submissions.Candidate> ticked =
        candidates.stream()
            .filter(one -> typed.all("child").contains(one.child().id().toString()))
            .toList();
    boolean sound = ticked.stream().allMatch(one -> one.standing() == Standing.READY);
    if (ticked.isEmpty() || !sound) {
      problems.put("child", t(sound ? "submission.problem.nobody" : "submission.problem.changed"));
    }
    String note = typed.text("note");
    if (note.isEmpty() || note.codePointCount(0, note.length()) > LONGEST) {
      problems.put("note", t("submission.problem.note", LONGEST));
    }
    Optional<LocalDate> last = last();
    return problems.isEmpty()
        ? Optional.of(
            new Submission(
                id(),
                what,
                candidates.size(),
                note,
                last.orElseThrow(),
                actor.staff(),
                actor.name(),
                tx.now(),
                Optional.empty(),
                Submissions.lines(ticked)))
        : Optional.empty();
  }

  /** At most a year, as with every ground in law. */
  private Optional<LocalDate> last() {
    DateReader reader = new DateReader(Period.through(today, today.plusYears(1)));
    if (reader.read(typed.text("last")) instanceof DateReading.Read(var day)) {
      return Optional.of(day);
    }
    problems.put("last", t("submission.problem.last"));
    return Optional.empty();
  }

  UUID id() {
    try {
      return UUID.fromString(typed.text("id"));
    } catch (IllegalArgumentException unreadable) {
      throw new NotFound();
    }
  }

  /** Nothing was chosen yet: then nothing is wrong either. */
  SubmissionForm fresh() {
    problems.clear();
    return this;
  }

  NewSubmissionPage view(Optional<List<Submissions.Candidate>> candidates) {
    Fields fields = new Fields("submission.field.", "submission.hint.", typed, problems);
    FieldView at = fields.must("at");
    FieldView form = fields.must("form");
    FieldView year = fields.must("year");
    FieldView room = fields.must("room");
    FieldView receiver = fields.must("receiver");
    FieldView child = fields.must("child");
    FieldView note = fields.must("note").most(LONGEST);
    FieldView last = fields.must("last");
    return new NewSubmissionPage(
        typed.given("id").orElseGet(() -> Id.fresh().toString()),
        at.value(seat.organisation().toString()),
        fields.options(
            "at",
            seats.stream().map(one -> one.organisation().toString()).distinct().toList(),
            this::place),
        form,
        fields.options(
            "form", forms.stream().map(SectionWords.Group::key).toList(), SubmissionForm::title),
        year,
        fields.options(
            "year",
            years(today).stream().map(String::valueOf).toList(),
            one -> new FiscalYear(Integer.parseInt(one)).plainWords().in(language())),
        room,
        fields.options("room", rooms(), this::room),
        receiver,
        fields.options(
            "receiver", offices.stream().map(one -> one.id().toString()).toList(), this::office),
        child,
        candidates.map(all -> all.stream().map(this::row).toList()).orElse(null),
        note,
        last,
        List.of(form, year, room, receiver, child, note, last));
  }

  private List<String> rooms() {
    List<String> rooms =
        new java.util.ArrayList<>(classes.stream().map(one -> one.id().toString()).toList());
    rooms.addFirst(WHOLE);
    return rooms;
  }

  private String room(String id) {
    return classes.stream()
        .filter(one -> one.id().toString().equals(id))
        .map(SchoolClass::name)
        .findFirst()
        .orElseGet(() -> t("submission.whole"));
  }

  private String office(String id) {
    return offices.stream()
        .filter(one -> one.id().toString().equals(id))
        .map(Organisation::name)
        .findFirst()
        .orElse("");
  }

  private String place(String id) {
    return seats.stream()
        .filter(one -> one.organisation().toString().equals(id))
        .map(Seat::organisationName)
        .findFirst()
        .orElse("");
  }

  /** The title of a form; its key where it is not shipped any more. */
  static String title(String form) {
    return SectionWords.groups().stream()
        .filter(one -> one.key().equals(form))
        .map(SectionWords.Group::title)
        .findFirst()
        .orElse(form);
  }

  private NewSubmissionPage.Row row(Submissions.Candidate one) {
    boolean ready = one.standing() == Standing.READY;
    boolean picked =
        typed.values().containsKey("child")
            ? typed.all("child").contains(one.child().id().toString())
            : ready;
    return new NewSubmissionPage.Row(
        one.child().view(),
        one.child().line(),
        one.sheet().map(sheet -> "/sheets/" + sheet).orElse(null),
        ready ? one.child().id().toString() : null,
        ready && picked,
        status(one.standing()));
  }

  private static StatusView status(Standing standing) {
    Icon icon =
        switch (standing) {
          case READY -> Icon.FINAL;
          case MISSING -> Icon.NOT_STARTED;
          case DRAFT -> Icon.DRAFT;
          case WITH_GUARDIAN -> Icon.WITH_GUARDIAN;
          case WAITING -> Icon.WAITING;
          case SUBMITTED -> Icon.CHECK;
          case CARE -> Icon.WARNING;
        };
    return new StatusView(icon, t("submission.standing." + standing), null, false);
  }
}
