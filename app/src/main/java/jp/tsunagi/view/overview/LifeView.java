package jp.tsunagi.view.overview;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.JapaneseDate;
import jp.tsunagi.base.calendar.LifeStage;
import jp.tsunagi.base.calendar.SchoolGrade;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.TakeOut;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.jspecify.annotations.Nullable;

/** Words and picture of the timeline. */
record LifeView(ChildFacts child, LocalDate today) {
  private static final int NARROW = 84;

  /** Letters of a grade that fit above a year. */
  private static final int SHORT = 8;

  private static final int NEAR_THE_EDGE = 60;

  LifePage page(List<Event> events, @Nullable EventKind only, @Nullable TakeOut takeOut) {
    List<Event> shown =
        events.stream().filter(event -> only == null || event.kind() == only).toList();
    List<Timeline.Stage> stages = Timeline.of(shown, child::grade, this::atPreschool);
    return new LifePage(
        said(), picture(), kinds(events, only), stages.stream().map(this::stage).toList(), takeOut);
  }

  /** The years begin with this one, so that the picture says it in one sentence. */
  private String said() {
    FiscalYear now = FiscalYear.of(today);
    return t(
        "overview.life.said",
        Wording.say(FiscalYear.of(child.birthDate()).plainWords()),
        Wording.say(now.plainWords()),
        Wording.say(child.grade(now).words()));
  }

  private boolean atPreschool(FiscalYear year) {
    return child.involvements().stream()
        .anyMatch(one ->
            one.atPreschool()
                && one.kind() == InvolvementKind.ENROLMENT
                && one.from().isBefore(year.end())
                && (one.to() == null || one.to().isAfter(year.start())));
  }

  /** Only kinds that occur; a kind that is not there is not hinted at. */
  private List<Link> kinds(List<Event> events, @Nullable EventKind only) {
    Set<EventKind> there = events.stream().map(Event::kind).collect(Collectors.toSet());
    List<Link> links = new ArrayList<>();
    String url = "/children/" + child.id();
    links.add(new Link(url + "#timeline", t("overview.kind.ALL"), only == null));
    Arrays.stream(EventKind.values())
        .filter(there::contains)
        .map(kind ->
            new Link(
                url + "?kind=" + kind.name().toLowerCase(Locale.ROOT) + "#timeline",
                t("overview.kind." + kind),
                kind == only))
        .forEach(links::add);
    return links;
  }

  private LifePage.Stage stage(Timeline.Stage stage) {
    return new LifePage.Stage(
        title(stage),
        t("overview.stage.since", Wording.say(stage.first().words())),
        places(stage),
        stage.years().stream().map(this::year).toList());
  }

  /** 園 only where the reader knows of one; a child at home, or in therapy alone, is 就学前. */
  private String title(Timeline.Stage stage) {
    return stage.stage() == LifeStage.PRESCHOOL && places(stage).isEmpty()
        ? t("overview.stage.before")
        : Wording.say(stage.stage().words());
  }

  /** The 園 or schools of the stage, as far as the reader knows them. */
  private String places(Timeline.Stage stage) {
    Set<String> names = new LinkedHashSet<>();
    for (ChildFacts.Involved one : child.involvements()) {
      boolean within =
          one.from().isBefore(stage.years().getFirst().year().end())
              && (one.to() == null || one.to().isAfter(stage.first().start()));
      if (within && one.kind() == InvolvementKind.ENROLMENT && fits(stage.stage(), one)) {
        names.add(one.name());
      }
    }
    return String.join(t("overview.comma"), names);
  }

  private static boolean fits(LifeStage stage, ChildFacts.Involved one) {
    boolean early = stage == LifeStage.INFANT || stage == LifeStage.PRESCHOOL;
    return one.organisationKind() == null || early != one.atSchool();
  }

  private LifePage.Year year(Timeline.Year year) {
    return new LifePage.Year(
        Wording.say(year.year().plainWords()),
        t("overview.year.western", String.valueOf(year.year().year())),
        Wording.say(year.grade().words()) + held(year.year()),
        year.events().stream().map(LifeView::line).toList());
  }

  /** Class and teacher of that year. */
  private String held(FiscalYear year) {
    Optional<ChildFacts.Place> place =
        child.involvements().stream()
            .flatMap(one -> one.places().stream())
            .filter(one -> one.fiscalYear() == year.year())
            .findFirst();
    return place
        .map(one ->
            t("overview.year.class", one.className())
                + one.teachers().stream()
                    .findFirst()
                    .map(name -> t("overview.year.teacher", name))
                    .orElse(""))
        .orElse("");
  }

  private static LifePage.Line line(Event event) {
    return new LifePage.Line(
        event.on().toString(),
        t("overview.day", event.on().getMonthValue(), event.on().getDayOfMonth()),
        event.word(),
        event.text(),
        event.gist(),
        event.url(),
        event.by(),
        event.why());
  }

  private LifePage.Picture picture() {
    Lanes.Picture drawn = Lanes.draw(child.birthDate(), today, bars());
    return new LifePage.Picture(
        Lanes.WIDTH,
        drawn.height(),
        Lanes.HEAD,
        number(drawn.today()),
        drawn.today() > Lanes.WIDTH - NEAR_THE_EDGE,
        drawn.columns().stream().map(this::column).toList(),
        drawn.rows().stream()
            .map(row -> new LifePage.Row(number(row.y()), t("overview.lane." + row.lane())))
            .toList(),
        drawn.boxes().stream().map(LifeView::box).toList());
  }

  private LifePage.Column column(Lanes.Column column) {
    FiscalYear year = column.year();
    return new LifePage.Column(
        number(column.left()),
        number(column.width()),
        number(column.middle()),
        yearWord(year),
        gradeWord(year, column.width()),
        column.current());
  }

  /** The era with the first year of the picture and of the era, then the number alone. */
  private String yearWord(FiscalYear year) {
    JapaneseDate within = JapaneseDate.of(year.start().plusMonths(6));
    boolean first = within.year() == 1;
    String number = first ? t("calendar.year.first") : String.valueOf(within.year());
    return first || year.equals(FiscalYear.of(child.birthDate()))
        ? Wording.say(within.era().words()) + number
        : number;
  }

  /** In a narrow column the class is its age alone. */
  private String gradeWord(FiscalYear year, double width) {
    String word = Wording.say(child.grade(year).words());
    boolean fits = width >= NARROW && word.length() <= SHORT;
    return !fits && child.grade(year) instanceof SchoolGrade.ClassAge age
        ? t("overview.life.age", age.years())
        : word;
  }

  private static LifePage.Box box(Lanes.Box box) {
    return new LifePage.Box(
        box.label(),
        box.text(),
        number(box.x()),
        number(box.y()),
        number(box.width()),
        number(box.height()),
        number(box.x() + 9),
        number(box.y() + 17.5),
        box.runs());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private List<Lanes.Bar> bars() {
    List<Lanes.Bar> bars = new ArrayList<>();
    for (ChildFacts.Involved one : child.involvements()) {
      boolean told =
          one.kind() == InvolvementKind.PROGRAMME
              && child.participations().stream()
                  .anyMatch(there -> there.organisation().equals(one.organisation()));
      if (!told && one.kind() != InvolvementKind.PREPARING) {
        Lanes.Lane lane = lane(one.kind(), one.organisationKind());
        String label =
            lane == Lanes.Lane.AFFILIATION
                ? one.name()
                : t("overview.life.bar", one.name(), t("overview.role." + one.kind()));
        bars.add(new Lanes.Bar(lane, label, one.from(), one.to()));
      }
    }
    bars.addAll(programmes());
    return bars;
  }

  /** The years of one programme that follow each other are one bar. */
  private List<Lanes.Bar> programmes() {
    List<Lanes.Bar> bars = new ArrayList<>();
    child.participations().stream()
        .sorted(java.util.Comparator.comparing(ChildFacts.Participation::from))
        .forEach(one -> {
          Lanes.Bar bar =
              new Lanes.Bar(
                  lane(InvolvementKind.PROGRAMME, one.organisationKind()),
                  one.name(),
                  one.from(),
                  one.to());
          Optional<Lanes.Bar> before =
              bars.stream()
                  .filter(
                      there -> there.label().equals(bar.label()) && bar.from().equals(there.to()))
                  .findFirst();
          before.ifPresent(bars::remove);
          bars.add(
              new Lanes.Bar(
                  bar.lane(),
                  bar.label(),
                  before.map(Lanes.Bar::from).orElse(bar.from()),
                  bar.to()));
        });
    return bars;
  }

  private static Lanes.Lane lane(InvolvementKind kind, @Nullable OrganisationKind at) {
    return switch (kind) {
      case ENROLMENT, PREPARING -> Lanes.Lane.AFFILIATION;
      case PROGRAMME, VISIT, ASSESSMENT ->
          at != null && (at.isSchool() || at == OrganisationKind.EDUCATION_CENTRE)
              ? Lanes.Lane.EDUCATION
              : Lanes.Lane.DEVELOPMENT;
      case PROVISION -> Lanes.Lane.DEVELOPMENT;
      case REGISTRATION, CONSULTATION, REFERRAL, MEETING, APPLICATION -> Lanes.Lane.CONSULTATION;
    };
  }
}
