package jp.tsunagi.view.overview;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Explanation;
import jp.tsunagi.base.access.Grant;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.view.overview.ChildPage.Pair;
import jp.tsunagi.view.overview.ReasonPage.Ground;

/** The explanation in words. */
record ReasonView(
    Actor.Staff reader, ChildFacts child, LocalDate today, Map<AssignmentId, String> insteadOf) {

  /** Why one item is seen; the rule gave at least one ground, or it would not be here. */
  ReasonPage item(ItemRow item) {
    List<Explanation> why = Explanation.of(reader, item.subject(), child.explained(), today);
    Event event = new EventView(reader, child, today).events(List.of(item)).getFirst();
    return new ReasonPage(
        crumbs(),
        Wording.name(child.called()),
        new ReasonPage.What(Wording.full(event.on()), event.word(), event.text(), event.by()),
        grounds(why).stream().map(same -> ground(same, event)).toList());
  }

  /** Several posts, or several lines of one consent, are one and the same ground. */
  private static List<List<Explanation>> grounds(List<Explanation> why) {
    Map<Object, List<Explanation>> same = new LinkedHashMap<>();
    why.forEach(one -> same.computeIfAbsent(ground(one), _ -> new ArrayList<>()).add(one));
    return List.copyOf(same.values());
  }

  private static Object ground(Explanation why) {
    return switch (why) {
      case Explanation.Own own ->
          List.of(own.draft(), own.running(), own.seat().organisation().value());
      case Explanation.Consented consented -> consented.consent();
      case Explanation.Lawful lawful -> lawful.id();
      case Explanation.Emergency emergency -> emergency.seat().assignment();
    };
  }

  private Ground ground(List<Explanation> same, Event event) {
    List<Pair> post = posts(same.stream().map(Explanation::seat).toList());
    return switch (longest(same)) {
      case Explanation.Own own when own.draft() ->
          new Ground(t("overview.reason.draft.title"), List.of(t("overview.reason.draft")), post);
      case Explanation.Own own ->
          new Ground(
              t("overview.reason.own.title." + Wording.sort(kind(own.seat()))),
              List.of(
                  t("overview.reason.own", event.by()),
                  own.running()
                      ? t("overview.reason.own.running")
                      : t("overview.reason.own.after", Wording.until(own.until()))),
              post);
      case Explanation.Consented consented -> consented(consented, post);
      case Explanation.Lawful lawful -> lawful(lawful, post);
      case Explanation.Emergency _ -> emergency(post);
    };
  }

  private static Ground lawful(Explanation.Lawful why, List<Pair> post) {
    List<Pair> facts = new ArrayList<>();
    facts.add(new Pair(t("overview.reason.until"), Wording.until(why.until())));
    facts.addAll(post);
    return new Ground(
        t("overview.reason.law.title"),
        List.of(t("overview.reason.law", why.seat().organisationName())),
        facts);
  }

  private static Ground emergency(List<Pair> post) {
    return new Ground(
        t("overview.reason.emergency.title"), List.of(t("overview.reason.emergency")), post);
  }

  private static Explanation longest(List<Explanation> same) {
    return same.stream().max(Comparator.comparing(Explanation::until)).orElseThrow();
  }

  private Ground consented(Explanation.Consented why, List<Pair> post) {
    Optional<ChildFacts.Given> given = given(why.consent());
    String giver =
        given
            .map(one -> Wording.relation(one.relation()))
            .filter(word -> !word.isEmpty())
            .orElse(t("overview.reason.family"));
    List<Pair> facts = new ArrayList<>();
    given.ifPresent(one -> facts.addAll(facts(one)));
    facts.add(new Pair(t("overview.reason.until"), Wording.until(why.until())));
    facts.addAll(post);
    return new Ground(
        t("overview.reason.consent.title", giver),
        List.of(
            t(
                "overview.reason.consent." + (why.part() ? "PART" : why.kind()),
                why.seat().organisationName()),
            t("overview.reason.consent.withdrawal")),
        facts);
  }

  private List<Pair> facts(ChildFacts.Given one) {
    String giver = one.giver();
    return List.of(
        new Pair(t("overview.reason.kind"), t("overview.consent." + one.kind())),
        new Pair(
            t("overview.reason.giver"),
            giver == null
                ? Wording.relation(one.relation())
                : t("overview.reason.giver.name", giver, Wording.relation(one.relation()))),
        new Pair(
            t("overview.reason.givenon"),
            t("overview.reason.means." + one.means(), Wording.full(one.givenOn()))));
  }

  private Optional<ChildFacts.Given> given(UUID consent) {
    return child.consents().stream().filter(one -> one.id().value().equals(consent)).findFirst();
  }

  private List<Pair> posts(List<Seat> seats) {
    return List.of(
        new Pair(
            t("overview.reason.as"),
            seats.stream()
                .map(seat ->
                    seat.organisationName()
                        + "\u3000"
                        + t("staff.post." + seat.post())
                        + standingIn(seat))
                .distinct()
                .collect(Collectors.joining(t("overview.comma")))));
  }

  /** For whom the reader stands in at that post. */
  private String standingIn(Seat seat) {
    String name = insteadOf.get(seat.assignment());
    return name == null ? "" : t("staff.substitute.for", name);
  }

  private List<Link> crumbs() {
    return List.of(
        new Link("/day", t("overview.crumb.day")),
        new Link("/children/" + child.id(), Wording.plain(child.called())));
  }

  private @org.jspecify.annotations.Nullable OrganisationKind kind(Seat seat) {
    return child.involvements().stream()
        .filter(one -> one.organisation().equals(seat.organisation()))
        .map(ChildFacts.Involved::organisationKind)
        .findFirst()
        .orElse(null);
  }

  /** Why the child is there at all, and what each consent opens beside the own records. */
  ReasonPage whole() {
    Map<Object, List<Seat>> same = new LinkedHashMap<>();
    reader
        .reading()
        .filter(seat -> !Explanation.reach(seat, child.explained(), today).isEmpty())
        .forEach(seat ->
            same.computeIfAbsent(
                    List.of(seat.organisation().value(), seat.reach()), _ -> new ArrayList<>())
                .add(seat));
    List<Ground> grounds = new ArrayList<>();
    same.values().forEach(seats -> grounds.add(reached(seats)));
    grounds.addAll(opened());
    return new ReasonPage(crumbs(), Wording.name(child.called()), null, grounds);
  }

  /** Posts of one organisation with one reach. */
  private Ground reached(List<Seat> seats) {
    Seat seat = seats.getFirst();
    var held = Explanation.reach(seat, child.explained(), today).getFirst();
    String posts =
        seats.stream()
            .map(one -> t("staff.post." + one.post()) + standingIn(one))
            .distinct()
            .collect(Collectors.joining(t("overview.comma")));
    List<Pair> facts = new ArrayList<>();
    child.involvements().stream()
        .filter(one -> one.organisation().equals(seat.organisation()))
        .forEach(one ->
            facts.add(
                new Pair(
                    t("overview.involved." + one.kind()),
                    t(
                        "overview.reason.period",
                        Wording.full(one.from()),
                        Wording.until(one.to())))));
    List<Pair> post = posts(seats);
    return switch (held.kind()) {
      case LAW -> lawful(new Explanation.Lawful(seat, seat.assignment().value(), held.to()), post);
      case EMERGENCY -> emergency(post);
      case RUNNING -> reached(seat, posts, t("overview.reason.reach.running"), facts);
      case AFTER ->
          reached(seat, posts, t("overview.reason.own.after", Wording.until(held.to())), facts);
    };
  }

  private static Ground reached(Seat seat, String posts, String until, List<Pair> facts) {
    return new Ground(
        t("overview.reason.reach.title", seat.organisationName(), posts),
        List.of(t("overview.reason.reach." + seat.reach()), until),
        facts);
  }

  /** One ground per consent in force, with the categories it opens. */
  private List<Ground> opened() {
    Map<UUID, Set<Category>> byConsent = new LinkedHashMap<>();
    Map<UUID, Grant> first = new LinkedHashMap<>();
    for (Grant grant : child.explained().grants()) {
      if (grant.ground() != Grant.GroundKind.LAW
          && reader.reading().anyMatch(seat -> seat.ceiling().contains(grant.category()))) {
        byConsent
            .computeIfAbsent(grant.groundId(), _ -> new LinkedHashSet<>())
            .add(grant.category());
        first.putIfAbsent(grant.groundId(), grant);
      }
    }
    return byConsent.entrySet().stream()
        .flatMap(one -> opened(first.get(one.getKey()), one.getValue()).stream())
        .toList();
  }

  private Optional<Ground> opened(
      @org.jspecify.annotations.Nullable Grant grant, Set<Category> categories) {
    if (grant == null) {
      return Optional.empty();
    }
    List<Seat> seats =
        reader
            .reading()
            .filter(seat -> seat.organisation().value().equals(grant.granteeId()))
            .toList();
    return seats.stream()
        .findFirst()
        .map(seat ->
            consented(
                new Explanation.Consented(
                    seat, grant.ground(), grant.groundId(), grant.sheet().isPresent(), grant.to()),
                posts(seats)))
        .map(ground -> {
          List<Pair> facts = new ArrayList<>(ground.facts());
          facts.add(
              new Pair(
                  t("overview.reason.categories"),
                  categories.stream()
                      .sorted()
                      .map(one -> t("overview.category." + one))
                      .collect(Collectors.joining(t("overview.comma")))));
          return new Ground(ground.title(), ground.sentences(), facts);
        });
  }
}
