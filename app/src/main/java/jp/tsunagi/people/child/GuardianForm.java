package jp.tsunagi.people.child;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.calendar.DateReader;
import jp.tsunagi.base.calendar.JapaneseDate;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.Guardians.Guardian;
import jp.tsunagi.people.child.Guardians.Guardianship;
import jp.tsunagi.people.child.Guardians.Related;

/** Reads and lays out the form of one guardian of a child. */
final class GuardianForm {
  private final Typed typed;
  private final LocalDate today;
  private final boolean calls;
  private final Map<String, String> problems = new HashMap<>();

  /**
   * The form.
   *
   * @param calls whether the telephones are the writer's to read; what is not stays as it is
   */
  GuardianForm(Typed typed, LocalDate today, boolean calls) {
    this.typed = typed;
    this.today = today;
    this.calls = calls;
  }

  /** The form of somebody who is on record. */
  static GuardianForm of(Related related, LocalDate today, boolean calls) {
    Guardian person = related.person();
    Guardianship is = related.is();
    Typed known =
        calls
            ? Typed.NOTHING
                .with("guardian.phone", person.phone().orElse(""))
                .with("guardian.note", is.callNote().orElse(""))
            : Typed.NOTHING;
    Typed typed =
        known
            .with("guardian.name", person.name())
            .with("guardian.kana", person.kana())
            .with("guardian.relation", is.relation().name())
            .with("language", person.language().orElse(""))
            .with("guardian.order", String.valueOf(is.callOrder()));
    return new GuardianForm(
        is.authority()
            .map(period -> decides(typed, period))
            .orElse(typed)
            .with("authority.kind", is.kind().map(Enum::name).orElse("")),
        today,
        calls);
  }

  private static Typed decides(Typed typed, Period period) {
    Typed from =
        typed
            .with("guardian.decides", "guardian.decides")
            .with("authority.from", JapaneseDate.of(period.from()).brief());
    return period
        .lastDay()
        .map(day -> from.with("authority.last", JapaneseDate.of(day).brief()))
        .orElse(from);
  }

  Map<String, String> problems() {
    return problems;
  }

  /** A guardian as typed, and what was shown where authority is new. */
  record Read(Guardian person, Guardianship is, Optional<String> evidence) {}

  /**
   * Reads all of it; empty when something is wrong.
   *
   * @param now what is on record; another period of authority needs evidence
   */
  Optional<Read> read(GuardianId id, LocalDate birth, Optional<Related> now) {
    Optional<Period> before = now.flatMap(one -> one.is().authority());
    String name = typed.text("guardian.name");
    ContactForm.name(typed, problems, "guardian.name");
    ContactForm.kana(typed.text("guardian.kana"))
        .ifPresent(problem -> problems.put("guardian.kana", t(problem)));
    ContactForm.phone(typed.text("guardian.phone"))
        .ifPresent(problem -> problems.put("guardian.phone", t(problem)));
    Optional<Relation> relation =
        Arrays.stream(Relation.values())
            .filter(one -> one.name().equals(typed.text("guardian.relation")))
            .findFirst();
    ContactForm.lengths(typed, problems, "guardian.kana", "guardian.note", "evidence");
    if (relation.isEmpty()) {
      problems.put("guardian.relation", t("child.problem.choose"));
    }
    Optional<String> language = Languages.read(typed, problems);
    int order = order();
    Optional<Period> authority = authority(birth, relation);
    Optional<AuthorityKind> kind = authority.flatMap(_ -> kind(relation.orElse(Relation.OTHER)));
    if (!authority.equals(before) && typed.given("evidence").isEmpty()) {
      problems.put("evidence", t("child.problem.evidence"));
    }
    return problems.isEmpty()
        ? Optional.of(
            new Read(
                new Guardian(id, name, typed.text("guardian.kana"), phone(now), language),
                new Guardianship(id, relation.orElseThrow(), order, note(now), authority, kind),
                authority.equals(before) ? Optional.empty() : typed.given("evidence")))
        : Optional.empty();
  }

  private int order() {
    String text = ContactForm.halfWidth(typed.text("guardian.order"));
    if (!text.matches("[1-9]")) {
      problems.put("guardian.order", t("child.problem.order"));
      return 1;
    }
    return Integer.parseInt(text);
  }

  /** By what she or he decides: as chosen, or as is usual for the relation. */
  private Optional<AuthorityKind> kind(Relation relation) {
    Optional<AuthorityKind> chosen =
        typed
            .given("authority.kind")
            .flatMap(text ->
                Arrays.stream(AuthorityKind.values())
                    .filter(one -> one.name().equals(text))
                    .findFirst());
    if (chosen.filter(one -> !one.fits(relation)).isPresent()) {
      problems.put("authority.kind", t("child.problem.authority.kind"));
    }
    return Optional.of(chosen.orElseGet(() -> AuthorityKind.usual(relation)));
  }

  private Optional<Period> authority(LocalDate birth, Optional<Relation> relation) {
    if (!typed.ticked("guardian.decides")) {
      return Optional.empty();
    }
    LocalDate adult = AuthorityRule.ofAge(birth);
    boolean person = relation.filter(Relation::ofAge).isPresent();
    Optional<LocalDate> from =
        typed.given("authority.from").isEmpty()
            ? Optional.of(person ? adult : birth)
            : day("authority.from").map(day -> person && day.isBefore(adult) ? adult : day);
    Optional<LocalDate> last =
        typed.given("authority.last").isEmpty() ? Optional.empty() : day("authority.last");
    Optional<LocalDate> end = last.map(day -> day.plusDays(1));
    LocalDate to = person ? end.orElse(null) : end.filter(adult::isAfter).orElse(adult);
    if (to != null && from.filter(first -> !first.isBefore(to)).isPresent()) {
      problems.put("authority.last", t("child.problem.authority"));
      return Optional.empty();
    }
    return from.map(first -> new Period(first, to));
  }

  private Optional<LocalDate> day(String field) {
    DayInput input = DayInput.read(typed, field, reader());
    if (input instanceof DayInput.Day(var day)) {
      return Optional.of(day);
    }
    problems.put(field, input.problem());
    return Optional.empty();
  }

  /** Days from births on to the 18th birthday of who is born today. */
  private DateReader reader() {
    return new DateReader(
        new Period(today.minusYears(30), today.plusYears(Registration.ADULT).plusDays(1)));
  }

  private Optional<String> phone(Optional<Related> now) {
    return calls || now.isEmpty()
        ? typed.given("guardian.phone").map(ContactForm::halfWidth)
        : now.flatMap(one -> one.person().phone());
  }

  private Optional<String> note(Optional<Related> now) {
    return calls || now.isEmpty()
        ? typed.given("guardian.note")
        : now.flatMap(one -> one.is().callNote());
  }

  /**
   * The mark of what is on record of the guardian.
   *
   * @param calls without telephone and note for whoever may not read them: a mark can be guessed
   */
  static String seen(Related one, boolean calls) {
    Guardian person = one.person();
    Guardianship is = one.is();
    return Seen.of(
        person.name(),
        person.kana(),
        calls ? person.phone() : "",
        person.language(),
        is.relation(),
        is.callOrder(),
        calls ? is.callNote() : "",
        is.authority(),
        is.kind());
  }

  /** Somebody else has changed the guardian meanwhile. */
  void check(Related now) {
    Seen.check(typed, seen(now, calls), problems, "guardian.name");
  }

  /** The id a new guardian will have: sent twice, the form makes one. */
  GuardianId fresh() {
    try {
      return typed.given("id").map(GuardianId::of).orElseGet(GuardianId::create);
    } catch (IllegalArgumentException unreadable) {
      throw new NotFound();
    }
  }

  GuardiansPage.Form view(String title, String url, String seen) {
    Fields fields = new Fields("child.field.", "child.hint.", typed, problems);
    FieldView name = fields.must("guardian.name");
    FieldView kana = fields.must("guardian.kana");
    FieldView relation = fields.must("guardian.relation");
    FieldView phone = fields.of("guardian.phone");
    FieldView order = fields.must("guardian.order");
    DayField from = DayField.of(fields, "authority.from", false, reader());
    DayField last = DayField.of(fields, "authority.last", false, reader());
    FieldView evidence = fields.of("evidence");
    FieldView kind = fields.of("authority.kind");
    List<FieldView> all = new ArrayList<>(List.of(name, kana, relation, phone, order));
    all.addAll(List.of(kind, from.field(), last.field(), evidence));
    return new GuardiansPage.Form(
        title,
        url,
        seen,
        GuardianId.create().toString(),
        name,
        kana,
        relation,
        fields.options("guardian.relation", Relation.values(), "child.relation."),
        calls ? phone : null,
        calls ? fields.of("guardian.note") : null,
        fields.of("language"),
        Languages.options(fields),
        order,
        List.of(
            new Option(
                "guardian.decides",
                t("child.tick.guardian.decides"),
                typed.ticked("guardian.decides"))),
        kind,
        fields.options("authority.kind", AuthorityKind.values(), "child.authority.kind."),
        from,
        last,
        evidence,
        all.stream().filter(FieldView::wrong).toList());
  }
}
