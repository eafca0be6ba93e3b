package jp.tsunagi.view.overview;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Explanation;
import jp.tsunagi.base.access.Explanation.Subject;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.record.item.ItemState;
import org.jspecify.annotations.Nullable;

/** Turns items and involvements into the events of one timeline, each with its ground. */
record EventView(Actor.Staff reader, ChildFacts child, LocalDate today) {

  /** Everything there is to tell, in no particular order. */
  List<Event> events(List<ItemRow> items) {
    List<Event> events = new ArrayList<>(folded(items));
    child.involvements().forEach(one -> events.addAll(involved(one)));
    events.addAll(participations());
    events.addAll(new PassedView(reader, child, today).events());
    return events;
  }

  /** The words of the rule under which these items were shown, for the trace. */
  Set<String> grounds(List<ItemRow> items) {
    Set<String> words = new LinkedHashSet<>();
    items.forEach(item -> why(item.subject()).forEach(ground -> words.add(ground.ground())));
    return words;
  }

  private Collection<Event> folded(List<ItemRow> items) {
    Map<String, List<ItemRow>> sheets =
        items.stream()
            .filter(item -> item.state() != ItemState.WITHDRAWN)
            .collect(Collectors.groupingBy(ItemRow::fold, LinkedHashMap::new, Collectors.toList()));
    return sheets.values().stream().map(this::event).toList();
  }

  /** The parts of one version, as one line; a second ground is a second link. */
  private Event event(List<ItemRow> parts) {
    ItemRow first = parts.getFirst();
    Map<String, Link> why = new LinkedHashMap<>();
    for (ItemRow part : parts) {
      for (Explanation ground : why(part.subject())) {
        String word = Wording.ground(ground, kind(ground));
        why.putIfAbsent(word, new Link(reason(part), word));
      }
    }
    return new Event(
        first.on(),
        first.eventKind(),
        word(first),
        text(first),
        first.formTitle() == null ? "" : gist(parts),
        url(first),
        by(parts),
        List.copyOf(why.values()));
  }

  /** The first words in which any of the parts says something. */
  private static String gist(List<ItemRow> parts) {
    return parts.stream().map(ItemRow::gist).filter(it -> !it.isBlank()).findFirst().orElse("");
  }

  /** A sheet says what kind of sheet it is; its title says the rest. */
  private static String word(ItemRow item) {
    return item.formTitle() == null
        ? t("overview.item." + item.kind())
        : t("overview.kind." + item.eventKind());
  }

  private static String text(ItemRow item) {
    String text =
        item.formTitle() == null
            ? item.gist().isBlank() ? t("overview.gist.none") : item.gist()
            : title(item);
    return switch (item.state()) {
      case DRAFT -> t("overview.gist.DRAFT", text);
      case IN_APPROVAL -> t("overview.gist.IN_APPROVAL", text);
      case WITH_GUARDIAN -> t("overview.gist.WITH_GUARDIAN", text);
      default -> text;
    };
  }

  /** 支援内容（支援事業）　元気キッズ　令和8年度. */
  private static String title(ItemRow item) {
    String form = jp.tsunagi.base.ui.Furigana.bare(Objects.requireNonNull(item.formTitle()));
    String whole =
        item.programme() == null ? form : t("overview.sheet.title", form, item.programme());
    Integer year = item.fiscalYear();
    return !item.turn().isYearly() || year == null
        ? whole
        : t(
            "overview.sheet.title",
            whole,
            item.turn().after(Wording.say(new FiscalYear(year).plainWords())));
  }

  private @Nullable String url(ItemRow item) {
    if (item.sheet() != null) {
      return "/sheets/" + item.sheet() + (item.state() == ItemState.DRAFT ? "/draft" : "");
    }
    if (item.issue() != null) {
      return "/issues/" + item.issue();
    }
    return item.eventKind() == EventKind.CONSENT ? "/children/" + child.id() + "/consents" : null;
  }

  private String reason(ItemRow item) {
    return "/children/" + child.id() + "/items/" + item.id() + "/reason";
  }

  private static String by(List<ItemRow> parts) {
    return parts.stream()
        .map(part ->
            part.by() != null
                ? part.by()
                : part.authorKind().equals("PERSON")
                    ? t("overview.by.person")
                    : t("overview.by.guardian", Wording.relation(part.relation())))
        .distinct()
        .collect(Collectors.joining(t("overview.comma")));
  }

  private List<Event> involved(ChildFacts.Involved one) {
    if (one.kind() == InvolvementKind.PROGRAMME && hasParticipation(one)) {
      return List.of();
    }
    List<Event> events = new ArrayList<>();
    Category category = category(one.kind());
    events.add(fact(one.from(), "begins." + one.kind(), one.name(), one, category));
    LocalDate to = one.to();
    if (to != null && !to.isAfter(today) && one.kind() == InvolvementKind.ENROLMENT) {
      events.add(fact(to.minusDays(1), "ends." + one.kind(), one.name(), one, category));
    }
    return events.stream().filter(event -> !event.on().isAfter(today)).toList();
  }

  private boolean hasParticipation(ChildFacts.Involved one) {
    return child.participations().stream()
        .anyMatch(there -> there.organisation().equals(one.organisation()));
  }

  /** An enrolment tells where the child is. */
  static Category category(InvolvementKind kind) {
    return kind == InvolvementKind.ENROLMENT || kind == InvolvementKind.PREPARING
        ? Category.LOCATION
        : Category.INVOLVEMENT;
  }

  private Event fact(
      LocalDate on, String what, String name, ChildFacts.Involved one, Category category) {
    return new Event(
        on,
        EventKind.INVOLVEMENT,
        t("overview.involved." + one.kind()),
        t("overview." + what, name),
        "",
        null,
        one.name(),
        factWhy(category, one.organisation().value()));
  }

  /** A programme is told when the child begins it, or begins it anew. */
  private List<Event> participations() {
    return child.participations().stream()
        .filter(one -> !one.from().isAfter(today) && begins(one))
        .map(one ->
            new Event(
                one.from(),
                EventKind.INVOLVEMENT,
                t("overview.involved.PROGRAMME"),
                t("overview.begins.PROGRAMME", one.name()),
                "",
                null,
                one.organisationName(),
                factWhy(Category.INVOLVEMENT, one.organisation().value())))
        .toList();
  }

  /** Not the mere going on of the year before. */
  private boolean begins(ChildFacts.Participation one) {
    return child.participations().stream()
        .noneMatch(
            before -> before.programme().equals(one.programme()) && before.to().equals(one.from()));
  }

  private List<Link> factWhy(Category category, java.util.UUID organisation) {
    String section = category == Category.LOCATION ? "profile/places" : "profile/supporters";
    return Explanation.of(
            reader, Subject.fact(category, organisation), child.explained(), today, section)
        .stream()
        .map(ground -> Wording.ground(ground, kind(ground)))
        .distinct()
        .limit(1)
        .map(word -> new Link("/children/" + child.id() + "/reason", word))
        .toList();
  }

  /** Own records first; a consent beside them adds nothing. */
  List<Explanation> why(Subject subject) {
    return Explanation.of(reader, subject, child.explained(), today).stream().limit(1).toList();
  }

  private @Nullable OrganisationKind kind(Explanation ground) {
    return child.involvements().stream()
        .filter(one -> one.organisation().equals(ground.seat().organisation()))
        .map(ChildFacts.Involved::organisationKind)
        .findFirst()
        .orElse(null);
  }
}
