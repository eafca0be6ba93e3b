package jp.tsunagi.view.overview;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Explanation;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.Age;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.MarkView;
import jp.tsunagi.base.ui.TakeOut;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.view.overview.ChildPage.Alert;
import jp.tsunagi.view.overview.ChildPage.Consented;
import jp.tsunagi.view.overview.ChildPage.Glance;
import jp.tsunagi.view.overview.ChildPage.Pair;
import jp.tsunagi.view.overview.ChildPage.Supporter;
import jp.tsunagi.view.overview.ProfileSql.Part;
import org.jspecify.annotations.Nullable;

/** Words of the child's page. */
record ChildView(Actor.Staff reader, ChildFacts child, Map<String, Part> parts, LocalDate today) {
  private static final int RECENT = 4;
  private static final int BEFORE = 4;

  ChildPage page(List<ItemRow> items, @Nullable EventKind only) {
    List<Event> events = new EventView(reader, child, today).events(items);
    Seat seat = seat();
    return new ChildPage(
        child.id().toString(),
        Wording.name(child.called()),
        Wording.plain(child.called()),
        List.of(new Link("/day", t("overview.crumb.day"))),
        facts(),
        alerts(),
        part(ProfileSql.HEALTH).map(this::reason).orElse(null),
        new CallView(reader, child, today).first().orElse(null),
        new CallView(reader, child, today).calls(),
        new CallView(reader, child, today).url().orElse(null),
        part(ProfileSql.STRENGTHS).flatMap(this::strengths).orElse(null),
        part(ProfileSql.HEALTH).flatMap(this::health).orElse(null),
        new GoalsView(child, parts).goals(items).orElse(null),
        supporters(),
        before(),
        Timeline.latest(events, today, RECENT).stream().map(this::recent).toList(),
        child.consents().stream().filter(this::tells).map(this::consented).toList(),
        t(hub() && !child.shared() ? "overview.consents.none" : "overview.consents.none.ours"),
        new NextSteps(reader, child, today).acts(items),
        new NextSteps(reader, child, today).more(),
        reach(seat),
        "/children/" + child.id() + "/reason",
        new LifeView(child, today).page(events, only, takeOut(only)));
  }

  /** As whom it is seen; without dealing with the child, by what. */
  private String reach(Seat seat) {
    var kind = Explanation.reach(seat, child.explained(), today).getFirst().kind();
    String key =
        switch (kind) {
          case RUNNING, AFTER -> "overview.reach";
          case LAW -> "overview.reach.law";
          case EMERGENCY -> "overview.reach.emergency";
        };
    return t(key, seat.organisationName(), t("staff.post." + seat.post()));
  }

  /** The seat from which the child is reached, a running one first. */
  Seat seat() {
    return reader
        .reading()
        .filter(seat -> !Explanation.reach(seat, child.explained(), today).isEmpty())
        .min(
            java.util.Comparator.comparing(
                seat -> !Explanation.reach(seat, child.explained(), today).getFirst().running()))
        .orElseThrow();
  }

  private @Nullable TakeOut takeOut(@Nullable EventKind only) {
    List<Link> chosen = only == null ? List.of() : List.of(new Link("kind", only.name()));
    return reader.may(Right.EXPORT)
        ? new TakeOut("/children/" + child.id() + "/timeline/file", chosen)
        : null;
  }

  /** Class and number, age, birth date. */
  private List<String> facts() {
    FiscalYear year = FiscalYear.of(today);
    List<String> facts = new ArrayList<>();
    String grade = Wording.say(child.grade(year).words());
    Optional<ChildFacts.Place> place = child.place(today);
    facts.add(place.map(one -> Wording.inClass(child.grade(year), one.className())).orElse(grade));
    place
        .map(ChildFacts.Place::number)
        .ifPresent(number -> facts.set(0, facts.getFirst() + t("overview.number", number)));
    child.enrolled(today).ifPresent(one -> facts.add(one.name()));
    if (!child.birthDate().isAfter(today)) {
      facts.add(Wording.say(Age.at(child.birthDate(), today).words()));
    }
    facts.add(t("overview.born", Wording.full(child.birthDate())));
    if (child.names().stream().anyMatch(name -> name.kind().equals("COMMON"))) {
      child.names().stream()
          .filter(name -> name.kind().equals("LEGAL"))
          .findFirst()
          .ifPresent(name -> facts.add(t("overview.legal", Wording.plain(name))));
    }
    return facts;
  }

  private List<Alert> alerts() {
    List<Alert> alerts = new ArrayList<>();
    if (child.care()) {
      alerts.add(alert(Attention.CARE, "", t("overview.care")));
    }
    part(ProfileSql.HEALTH)
        .ifPresent(part ->
            Attention.of(part.answers())
                .forEach(noted ->
                    alerts.add(
                        alert(
                            noted.mark(),
                            noted.severe() ? t("overview.mark.severe") : "",
                            noted.words()))));
    if (child.interpreter()) {
      String language = child.homeLanguage();
      alerts.add(
          alert(Attention.INTERPRETER, "", language == null ? "" : CallView.language(language)));
    }
    return alerts;
  }

  private static Alert alert(Attention mark, String severity, String words) {
    return new Alert(new MarkView(t("overview.mark." + mark), mark.vital()), severity, words);
  }

  private Optional<Part> part(String section) {
    return Optional.ofNullable(parts.get(section));
  }

  private String reason(Part part) {
    return "/children/" + child.id() + "/items/" + part.item() + "/reason";
  }

  private Optional<Glance> strengths(Part part) {
    Answers said = part.answers();
    List<Pair> pairs =
        Stream.of("likes", "good-at", "dislikes", "calming", "senses-more")
            .map(field -> new Pair(t("overview.strength." + field), Attention.text(said, field)))
            .filter(pair -> !pair.words().isEmpty())
            .toList();
    return pairs.isEmpty() ? Optional.empty() : Optional.of(new Glance(pairs, reason(part)));
  }

  private Optional<Glance> health(Part part) {
    Answers said = part.answers();
    List<Pair> pairs = new ArrayList<>();
    if (Attention.chosen(said, "allergies", "none")) {
      pairs.add(new Pair(t("overview.health.allergies"), t("overview.health.none")));
    }
    String medicines =
        String.join(
            t("overview.comma"),
            Attention.rows(said, "medicines", "medicine", "medicine-when", "medicine-why"));
    String doctors =
        String.join(t("overview.comma"), Attention.rows(said, "doctors", "hospital", "doctor"));
    add(pairs, "medicines", medicines);
    add(pairs, "doctors", doctors);
    add(pairs, "seeing-hearing", Attention.text(said, "seeing-hearing"));
    add(pairs, "illnesses", Attention.text(said, "illnesses"));
    return pairs.isEmpty() ? Optional.empty() : Optional.of(new Glance(pairs, reason(part)));
  }

  private static void add(List<Pair> pairs, String field, String words) {
    if (!words.isEmpty()) {
      pairs.add(new Pair(t("overview.health." + field), words));
    }
  }

  /** A place stands once, with all it does; a programme with the one in charge. */
  private List<Supporter> supporters() {
    List<Supporter> now = new ArrayList<>();
    child.participations().stream()
        .filter(one -> one.runs(today))
        .map(one ->
            new Supporter(
                one.name(),
                Optional.ofNullable(one.inCharge()).orElse(""),
                one.organisationName(),
                one.phone(),
                month(one.from())))
        .forEach(now::add);
    Map<OrganisationId, List<ChildFacts.Involved>> places =
        child.involvements().stream()
            .filter(one -> one.runs(today) && one.kind() != InvolvementKind.PROGRAMME)
            .collect(
                Collectors.groupingBy(
                    ChildFacts.Involved::organisation,
                    java.util.LinkedHashMap::new,
                    Collectors.toList()));
    places.values().stream().map(this::supporter).forEach(now::add);
    return now;
  }

  private Supporter supporter(List<ChildFacts.Involved> ways) {
    ChildFacts.Involved first = ways.getFirst();
    Optional<String> teacher =
        ways.stream()
            .flatMap(one -> one.places().stream())
            .filter(place -> place.runs(today))
            .flatMap(place -> place.teachers().stream())
            .findFirst();
    String roles =
        ways.stream()
            .map(one -> t("overview.role." + one.kind()))
            .distinct()
            .collect(Collectors.joining(t("overview.dot")));
    LocalDate since =
        ways.stream().map(ChildFacts.Involved::from).min(LocalDate::compareTo).orElseThrow();
    return new Supporter(
        teacher.isPresent() ? t("overview.role.TEACHER") : roles,
        teacher.orElse(first.name()),
        teacher.isPresent() ? first.name() : null,
        first.phone(),
        month(since));
  }

  /** R7.4. */
  private static String month(LocalDate day) {
    return DateWords.brief(day).replaceAll("\\.[0-9]+$", "");
  }

  /** Who has supported the child before (D13): places, with the one who held the class. */
  private @Nullable String before() {
    List<String> past =
        Stream.concat(
                child.involvements().stream()
                    .filter(one -> one.kind() != InvolvementKind.PROGRAMME)
                    .filter(one -> !one.runs(today) && !one.from().isAfter(today))
                    .map(this::pastName),
                child.participations().stream()
                    .filter(one -> !one.runs(today) && !one.from().isAfter(today))
                    .map(one -> pastName(one.inCharge(), one.name())))
            .distinct()
            .toList();
    String names = past.stream().limit(BEFORE).collect(Collectors.joining(t("overview.comma")));
    return past.isEmpty() ? null : t("overview.before", names);
  }

  private String pastName(ChildFacts.Involved one) {
    return pastName(
        one.places().stream().flatMap(place -> place.teachers().stream()).findFirst().orElse(null),
        one.name());
  }

  private static String pastName(@Nullable String person, String place) {
    return person == null ? place : t("overview.before.person", person, place);
  }

  private ChildPage.Recent recent(Event event) {
    return new ChildPage.Recent(
        Wording.brief(event.on(), today), event.word(), event.text(), event.url());
  }

  /** What runs, and what was taken back lately enough to matter. */
  private boolean tells(ChildFacts.Given given) {
    return given.runs(today) || (given.withdrawn() != null && given.kind().equals("USE"));
  }

  /** Only a hub sees by what it reads whether there is a consent to the use of the system. */
  private boolean hub() {
    return reader.may(Right.INTAKE);
  }

  private Consented consented(ChildFacts.Given given) {
    LocalDate gone = given.withdrawn();
    String state =
        gone == null
            ? Wording.until(given.to())
            : t("overview.consent.withdrawn", Wording.full(gone));
    return new Consented(
        t("overview.consent." + given.kind()),
        state,
        t(
            "overview.consent.given",
            Wording.relation(given.relation()),
            Wording.full(given.givenOn())));
  }
}
