package jp.tsunagi.base.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.StaffId;

/**
 * The rule of docs/access.md written a second time, from the document alone and as plainly as
 * possible: facts in lists, one question. Shares no code with the predicate it is compared with.
 */
final class AccessFacts {
  record Worker(
      StaffId staff,
      OrganisationId organisation,
      String post,
      boolean wide,
      Optional<ClassId> schoolClass,
      Set<Category> ceiling,
      boolean connected,
      Period held) {}

  record Involved(ChildId child, OrganisationId organisation, Period period) {}

  record Placed(ChildId child, OrganisationId organisation, ClassId schoolClass, Period period) {}

  record Agreed(
      ChildId child,
      UUID giver,
      Optional<Set<UUID>> from,
      Set<OrganisationId> to,
      Set<String> scope,
      boolean history,
      boolean withdrawn,
      Period period) {}

  /** 異議: what must not be shared with these, or with anybody. */
  record Objected(
      ChildId child, Set<String> scope, Optional<Set<OrganisationId>> against, Period period) {}

  /**
   * Whose word counts when.
   *
   * @param person the child itself, from its 18th birthday on
   * @param restricted days on which it does not, whoever says so
   */
  record Decides(
      GuardianId guardian,
      ChildId child,
      boolean person,
      Optional<Period> authority,
      Optional<Period> restricted) {}

  /** 家族に見せる: by the person of age; empty: all that is meant for guardians. */
  record Showed(
      ChildId child, GuardianId to, Optional<Set<String>> scope, boolean ended, Period period) {}

  /** The 18th birthday of a child. */
  record Grows(ChildId child, LocalDate ofAge) {}

  record Thing(
      ItemId id,
      ChildId child,
      Category category,
      String section,
      SheetId sheet,
      UUID author,
      boolean byOrganisation,
      String state,
      boolean latest,
      boolean forGuardian,
      Optional<UUID> writer) {
    /** The same in another sheet. */
    Thing of(SheetId other) {
      return new Thing(
          id,
          child,
          category,
          section,
          other,
          author,
          byOrganisation,
          state,
          latest,
          forGuardian,
          writer);
    }
  }

  /** 決裁: a post of a place decides about a sheet; over: it did. */
  record Approving(
      SheetId sheet, ChildId child, OrganisationId organisation, String post, boolean over) {}

  /** Of a staff member, or of everybody at an organisation. */
  record Blocked(
      ChildId child,
      Optional<StaffId> staff,
      Optional<OrganisationId> organisation,
      Period period) {}

  /** 法令による共有: approved, to an organisation, of one author or of all. */
  record Lawful(
      ChildId child,
      OrganisationId to,
      Optional<OrganisationId> from,
      Set<String> scope,
      boolean history,
      Period period) {}

  /** 緊急閲覧: opened by one worker, until the instant. */
  record Urgent(ChildId child, StaffId staff, Instant from, Instant until) {}

  /** 限られた人だけの記録: a hidden address, or what of the record is for the named few alone. */
  record Compartment(ChildId child, boolean address, Set<UUID> named, Set<ItemId> items) {}

  /** A card of contacts, kept by an organisation for itself. */
  record Card(UUID id, ChildId child, OrganisationId keeper) {}

  /** The organisation that put a child on record: the address is its word. */
  record Recorded(ChildId child, OrganisationId by) {}

  private final AccessReach reach = new AccessReach(this);
  final List<Recorded> recorded = new ArrayList<>();
  final List<Compartment> compartments = new ArrayList<>();
  final List<Blocked> blocked = new ArrayList<>();
  final List<Lawful> lawful = new ArrayList<>();
  final List<Urgent> urgent = new ArrayList<>();
  final List<Card> cards = new ArrayList<>();
  final List<Involved> involved = new ArrayList<>();
  final List<Placed> placed = new ArrayList<>();
  final List<Agreed> agreed = new ArrayList<>();
  final List<Objected> objected = new ArrayList<>();
  final List<Decides> decides = new ArrayList<>();
  final List<Showed> showed = new ArrayList<>();
  final List<Grows> grows = new ArrayList<>();
  final List<Thing> things = new ArrayList<>();
  final List<Approving> approving = new ArrayList<>();

  /** The same town as if some kind of fact were not there. */
  AccessFacts without(Consumer<AccessFacts> what) {
    AccessFacts less = new AccessFacts();
    less.recorded.addAll(recorded);
    less.compartments.addAll(compartments);
    less.blocked.addAll(blocked);
    less.lawful.addAll(lawful);
    less.urgent.addAll(urgent);
    less.cards.addAll(cards);
    less.involved.addAll(involved);
    less.placed.addAll(placed);
    less.agreed.addAll(agreed);
    less.objected.addAll(objected);
    less.decides.addAll(decides);
    less.showed.addAll(showed);
    less.grows.addAll(grows);
    less.things.addAll(things);
    less.approving.addAll(approving);
    what.accept(less);
    return less;
  }

  boolean reads(Worker who, Thing what, LocalDate today) {
    if (!who.connected() || !who.held().contains(today) || barred(who, what.child(), today)) {
      return false;
    }
    if (!who.ceiling().contains(what.category()) || closed(who.staff().value(), what)) {
      return false;
    }
    return own(who, what, today)
        || takenDown(who, what, today)
        || consented(who, what, today)
        || lawful.stream().anyMatch(one -> covers(one, who, what, today))
        || (what.latest() && what.state().equals("FINAL") && urgent(who, what.child(), today));
  }

  /**
   * It is for a few of whom this is none, be it for what it says or for where it tells the child
   * is.
   */
  boolean closed(UUID who, Thing what) {
    return compartments.stream()
            .filter(one -> one.items().contains(what.id()))
            .anyMatch(one -> !one.named().contains(who))
        || (what.category() == Category.LOCATION && hidden(who, what.child()));
  }

  private boolean hidden(UUID who, ChildId child) {
    return compartments.stream()
        .filter(one -> one.address() && one.child().equals(child))
        .anyMatch(one -> !one.named().contains(who));
  }

  /** Opened by this very worker, less than an hour before ten o'clock, when everything is asked. */
  private boolean urgent(Worker who, ChildId child, LocalDate today) {
    Instant now = today.atTime(10, 0).atZone(ZoneId.of("Asia/Tokyo")).toInstant();
    return urgent.stream()
        .anyMatch(one ->
            one.child().equals(child)
                && one.staff().equals(who.staff())
                && !now.isBefore(one.from())
                && now.isBefore(one.until()));
  }

  /** The card of the worker's own place, in reach now or lately; no consent opens it. */
  boolean reads(Worker who, Card what, LocalDate today) {
    return who.connected()
        && who.held().contains(today)
        && who.ceiling().contains(Category.LOCATION)
        && what.keeper().equals(who.organisation())
        && !barred(who, what.child(), today)
        && !hidden(who.staff().value(), what.child())
        && reach.reaches(who, what.child(), today);
  }

  /**
   * What no item holds, opened by consent alone: the whole category, of everybody or of the very
   * organisation that put the child on record.
   */
  boolean opened(Worker who, Recorded what, Category category, LocalDate today) {
    return who.connected()
        && who.held().contains(today)
        && who.ceiling().contains(category)
        && !barred(who, what.child(), today)
        && !(category == Category.LOCATION && hidden(who.staff().value(), what.child()))
        && (urgent(who, what.child(), today)
            || agreedTo(who, what, category, today)
            || lawful.stream()
                .anyMatch(one ->
                    names(one, who, what.child(), today)
                        && one.from().map(from -> from.equals(what.by())).orElse(true)
                        && one.scope().contains(category.name())));
  }

  private static boolean names(Lawful one, Worker who, ChildId child, LocalDate today) {
    return one.child().equals(child)
        && one.to().equals(who.organisation())
        && one.period().contains(today);
  }

  /** Neither reach nor involvement is asked for, and no objection meets it. */
  private static boolean covers(Lawful one, Worker who, Thing what, LocalDate today) {
    return names(one, who, what.child(), today)
        && one.from().map(from -> from.value().equals(what.author())).orElse(true)
        && (one.scope().contains(what.category().name())
            || one.scope().contains(what.category().name() + " " + what.section())
            || one.scope()
                .contains(what.category().name() + " " + what.section() + " " + what.sheet()))
        && (what.latest() && what.state().equals("FINAL")
            || one.history() && Set.of("FINAL", "SUPERSEDED").contains(what.state()));
  }

  private boolean agreedTo(Worker who, Recorded what, Category category, LocalDate today) {
    return reach.running(who, what.child(), today)
        && !objected(who, what.child(), category, "", today)
        && agreed.stream()
            .anyMatch(one ->
                one.child().equals(what.child())
                    && !one.withdrawn()
                    && holds(one, today)
                    && one.to().contains(who.organisation())
                    && one.scope().contains(category.name())
                    && one.from().map(from -> from.contains(what.by().value())).orElse(true));
  }

  /** A block beats whatever else there is. */
  private boolean barred(Worker who, ChildId child, LocalDate today) {
    return blocked.stream()
        .filter(one -> one.child().equals(child) && one.period().contains(today))
        .anyMatch(one ->
            one.staff().equals(Optional.of(who.staff()))
                || one.organisation().equals(Optional.of(who.organisation())));
  }

  /** A guardian's words that the worker types in from paper, while they are a draft. */
  private boolean takenDown(Worker who, Thing what, LocalDate today) {
    return !what.byOrganisation()
        && Set.of("DRAFT", "IN_APPROVAL").contains(what.state())
        && what.writer().equals(Optional.of(who.staff().value()))
        && reach.running(who, what.child(), today);
  }

  /** The posts at the author's that decide about it now. */
  Set<String> approving(Thing what) {
    return approving.stream()
        .filter(one -> !one.over() && one.sheet().equals(what.sheet()))
        .filter(one -> one.child().equals(what.child()))
        .filter(one -> one.organisation().value().equals(what.author()))
        .map(Approving::post)
        .collect(java.util.stream.Collectors.toSet());
  }

  private boolean own(Worker who, Thing what, LocalDate today) {
    if (!what.byOrganisation() || !what.author().equals(who.organisation().value())) {
      return false;
    }
    boolean writes = what.writer().equals(Optional.of(who.staff().value()));
    boolean decides = approving(what).contains(who.post());
    boolean shown =
        switch (what.state()) {
          case "DRAFT" -> writes;
          case "IN_APPROVAL" -> writes || decides;
          default -> true;
        };
    if (!shown) {
      return false;
    }
    return reach.reaches(who, what.child(), today);
  }

  private boolean consented(Worker who, Thing what, LocalDate today) {
    if (!reach.running(who, what.child(), today)
        || objected(who, what.child(), what.category(), what.section(), today)) {
      return false;
    }
    return agreed.stream().anyMatch(one -> covers(one, who, what, today));
  }

  /** Somebody objected to the category, or to the very section, being read there. */
  private boolean objected(
      Worker who, ChildId child, Category category, String section, LocalDate today) {
    return objected.stream()
        .filter(one -> one.child().equals(child) && one.period().contains(today))
        .filter(one -> one.against().map(them -> them.contains(who.organisation())).orElse(true))
        .anyMatch(one ->
            one.scope().contains(category.name())
                || one.scope().contains(category.name() + " " + section));
  }

  private boolean covers(Agreed one, Worker who, Thing what, LocalDate today) {
    boolean version =
        what.latest() && what.state().equals("FINAL")
            || one.history() && Set.of("FINAL", "SUPERSEDED").contains(what.state());
    boolean author =
        one.from().map(from -> from.contains(what.author())).orElse(true)
            || what.author().equals(one.giver());
    boolean scope =
        one.scope().contains(what.category().name())
            || one.scope().contains(what.category().name() + " " + what.section())
            || one.scope()
                .contains(what.category().name() + " " + what.section() + " " + what.sheet());
    return one.child().equals(what.child())
        && !one.withdrawn()
        && holds(one, today)
        && one.to().contains(who.organisation())
        && version
        && author
        && scope;
  }

  /** What was agreed before the 18th birthday lasts until the 31 March after it at most. */
  private boolean holds(Agreed one, LocalDate today) {
    LocalDate birthday = ofAge(one.child());
    LocalDate april = birthday.withMonth(4).withDayOfMonth(1);
    LocalDate over = april.isAfter(birthday) ? april : april.plusYears(1);
    return one.period().contains(today)
        && (!one.period().from().isBefore(birthday) || today.isBefore(over));
  }

  LocalDate ofAge(ChildId child) {
    return grows.stream()
        .filter(one -> one.child().equals(child))
        .map(Grows::ofAge)
        .findFirst()
        .orElseThrow();
  }

  /** The identity of a child: in reach now or lately, by a ground in law, in an emergency. */
  boolean sees(Worker who, ChildId child, LocalDate today) {
    return who.connected()
        && who.held().contains(today)
        && !barred(who, child, today)
        && (reach.reaches(who, child, today)
            || urgent(who, child, today)
            || lawful.stream().anyMatch(one -> names(one, who, child, today)));
  }

  boolean reads(GuardianId who, Thing what, LocalDate today) {
    return new AccessFamily(this).reads(who, what, today);
  }
}
