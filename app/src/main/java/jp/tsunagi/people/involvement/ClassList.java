package jp.tsunagi.people.involvement;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.people.organisation.SchoolClass;
import org.springframework.stereotype.Component;

/** Lays out the class lists of an organisation, and leaves a row with the children shown. */
@Component
final class ClassList {
  /** Years one may look at, counted from the running one. */
  static final List<Integer> YEARS = List.of(1, 0, -1, -2, -3);

  private final Organisations organisations;
  private final Identities identities;
  private final Trace trace;

  ClassList(Organisations organisations, Identities identities, Trace trace) {
    this.organisations = organisations;
    this.identities = identities;
    this.trace = trace;
  }

  ClassesPage page(
      Tx tx, Actor.Staff actor, Seat seat, int year, Typed typed, Map<String, String> problems) {
    List<ClassesSql.Row> rows =
        ClassesSql.rows(tx, seat.organisation(), year, ClassesController.day(tx, year));
    List<SchoolClass> classes = organisations.classes(tx, seat.organisation(), year);
    Map<ChildId, Identity> known =
        identities.find(tx, rows.stream().map(row -> row.enrolment().child()).toList()).stream()
            .collect(Collectors.toMap(Identity::id, one -> one));
    trace.write(tx, Entry.of(Action.LIST).children(known.keySet()).seat(seat).ground("OWN"));
    return new ClassesPage(
        seat.organisationName(),
        seat.organisation().toString(),
        new FiscalYear(year).words().in(language()),
        year,
        years(tx, seat, year),
        organisations(actor, seat, year),
        groups(tx, rows, classes, known, typed),
        classes.isEmpty()
            ? null
            : move(
                tx,
                classes.stream().filter(one -> one.isOpen(tx.today())).toList(),
                typed,
                problems));
  }

  private static List<Link> years(Tx tx, Seat seat, int year) {
    int now = FiscalYear.of(tx.today()).year();
    return YEARS.stream()
        .map(each ->
            new Link(
                "/classes?at=" + seat.organisation() + "&year=" + (now + each),
                new FiscalYear(now + each).plainWords().in(language()),
                now + each == year))
        .toList();
  }

  private static List<Link> organisations(Actor.Staff actor, Seat seat, int year) {
    List<Link> ways =
        actor.with(Right.ENROL).stream()
            .map(one ->
                new Link(
                    "/classes?at=" + one.organisation() + "&year=" + year,
                    one.organisationName(),
                    one.organisation().equals(seat.organisation())))
            .distinct()
            .toList();
    return ways.size() > 1 ? ways : List.of();
  }

  private static List<ClassesPage.Group> groups(
      Tx tx,
      List<ClassesSql.Row> rows,
      List<SchoolClass> classes,
      Map<ChildId, Identity> known,
      Typed typed) {
    Stream<ClassesPage.Group> placed =
        classes.stream()
            .map(one ->
                group(
                    tx,
                    one.name(),
                    rows.stream()
                        .filter(row -> row.schoolClass().equals(Optional.of(one.id())))
                        .toList(),
                    known,
                    typed));
    List<ClassesSql.Row> without =
        rows.stream().filter(row -> row.schoolClass().isEmpty()).toList();
    Stream<ClassesPage.Group> unplaced =
        without.isEmpty()
            ? Stream.empty()
            : Stream.of(group(tx, t("involvement.classes.unplaced"), without, known, typed));
    return Stream.concat(unplaced, placed).toList();
  }

  private static ClassesPage.Group group(
      Tx tx, String name, List<ClassesSql.Row> rows, Map<ChildId, Identity> known, Typed typed) {
    List<ClassesPage.Row> shown =
        rows.stream()
            .filter(row -> known.containsKey(row.enrolment().child()))
            .sorted(order(known))
            .map(row -> row(tx, row, identity(known, row), typed))
            .toList();
    return new ClassesPage.Group(name, t("involvement.classes.count", shown.size()), shown);
  }

  private static Identity identity(Map<ChildId, Identity> known, ClassesSql.Row row) {
    return Objects.requireNonNull(known.get(row.enrolment().child()));
  }

  private static Comparator<ClassesSql.Row> order(Map<ChildId, Identity> known) {
    return Comparator.<ClassesSql.Row, Integer>comparing(
            row -> row.number().orElse(Integer.MAX_VALUE))
        .thenComparing(row -> identity(known, row).name().sortKey());
  }

  private static ClassesPage.Row row(Tx tx, ClassesSql.Row row, Identity child, Typed typed) {
    String pick = row.enrolment().id().toString();
    return new ClassesPage.Row(
        "/children/" + child.id(),
        child.view(),
        row.number().map(String::valueOf).orElse(""),
        child.facts(tx.today(), language()),
        pick,
        typed.all("child").contains(pick));
  }

  private static ClassesPage.Move move(
      Tx tx, List<SchoolClass> classes, Typed typed, Map<String, String> problems) {
    return new EnrolmentFields(typed, problems, tx.today()).move("/classes", classes);
  }
}
