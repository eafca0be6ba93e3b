package jp.tsunagi.people.child;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.people.child.Guardians.GuardianshipChanged;
import jp.tsunagi.people.child.Guardians.Related;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * 権限の制限: a guardian who does not decide for the child and reads nothing of it, whoever else says so
 * (ACCESS: guardians, deny wins). It holds at once; the organisation that set it lifts it, or a
 * hub.
 */
@Component
public final class Restrictions {
  private final ApplicationEventPublisher events;
  private final Trace trace;

  Restrictions(ApplicationEventPublisher events, Trace trace) {
    this.events = events;
    this.trace = trace;
  }

  /**
   * As it stands on the page of the guardians.
   *
   * @param form null for those who may not set one
   */
  public record View(List<Line> lines, @Nullable Form form) {}

  /**
   * A restriction in words.
   *
   * @param lift where it is lifted, or null
   * @param lifted by what it was lifted, empty while it was not
   */
  public record Line(
      String name,
      String reason,
      String evidence,
      String period,
      String by,
      @Nullable String lift,
      @Nullable FieldView why,
      String lifted) {}

  /**
   * Sets one.
   *
   * @param id of the restriction it makes: sent twice, it makes one
   */
  public record Form(
      String url,
      String id,
      FieldView whom,
      List<Option> people,
      FieldView reason,
      List<Option> reasons,
      FieldView evidence,
      DayField last,
      List<FieldView> wrong) {}

  /** Sets it. The same form once more changes nothing. */
  void set(Tx tx, ChildId child, RestrictionForm.Read read, Seat seat) {
    var whom = new RestrictionSql.Whom(child, read.guardian());
    boolean there =
        RestrictionSql.of(tx, child).stream().anyMatch(line -> line.id().equals(read.id()));
    if (there) {
      trace.write(tx, row(child, "RESTRICTION_REPEATED"));
      return;
    }
    boolean added =
        RestrictionSql.add(
            tx, read.id(), whom, read.reason(), read.evidence(), read.to(), seat.organisation());
    if (!added) {
      throw new NotFound();
    }
    trace.write(tx, row(child, "RESTRICTION_" + read.reason().name()));
    events.publishEvent(new GuardianshipChanged(tx, child));
  }

  /** Lifts it; 404 for whoever neither set it nor is a hub that takes children in. */
  void lift(Tx tx, ChildId child, UUID id, String evidence, Seat seat) {
    boolean may =
        RestrictionSql.of(tx, child).stream()
            .anyMatch(line -> line.id().equals(id) && lifts(line, seat));
    if (!may || !RestrictionSql.lift(tx, child, id, evidence)) {
      throw new NotFound();
    }
    trace.write(tx, row(child, "RESTRICTION_LIFTED"));
    events.publishEvent(new GuardianshipChanged(tx, child));
  }

  private static boolean lifts(RestrictionSql.Line line, Seat seat) {
    return line.by().equals(seat.organisation()) || seat.may(Right.INTAKE);
  }

  private static Entry row(ChildId child, String purpose) {
    return Entry.of(Action.CHANGE_CHILD).child(child).purpose(purpose);
  }

  /**
   * The part of the page.
   *
   * @param seat from which the reader may set and lift; empty: reads only
   */
  View view(Tx tx, ChildId child, List<Related> people, Optional<Seat> seat, RestrictionForm form) {
    String url = "/children/" + child + "/guardians/restrictions";
    return new View(
        RestrictionSql.of(tx, child).stream()
            .map(line -> line(tx, line, people, seat, form, url))
            .toList(),
        seat.isPresent() && !people.isEmpty() ? form.view(url, people) : null);
  }

  private static Line line(
      Tx tx,
      RestrictionSql.Line line,
      List<Related> people,
      Optional<Seat> seat,
      RestrictionForm form,
      String url) {
    boolean offers = !line.over(tx.today()) && seat.filter(one -> lifts(line, one)).isPresent();
    return new Line(
        name(people, line.guardian()),
        t("child.restriction.reason." + line.reason()),
        line.evidence(),
        period(line),
        line.byName(),
        offers ? url + "/" + line.id() + "/end" : null,
        offers ? form.why(line.id()) : null,
        line.lifted().map(why -> t("child.restriction.lifted", why)).orElse(""));
  }

  private static String name(List<Related> people, GuardianId id) {
    return people.stream()
        .filter(one -> one.person().id().equals(id))
        .map(one -> one.person().name())
        .findFirst()
        .orElse("");
  }

  private static String period(RestrictionSql.Line line) {
    LocalDate from = line.from();
    return line.to()
        .map(to -> to.isAfter(from) ? to.minusDays(1) : from)
        .map(last -> t("child.authority.until", day(from), day(last)))
        .orElseGet(() -> t("child.authority.since", day(from)));
  }

  private static String day(LocalDate day) {
    return DateWords.plain(day).in(language());
  }

  /** Who reads the page of the guardians without being able to change it sees no form. */
  static Optional<Seat> seat(Tx tx, Actor.Staff actor, Identity child) {
    return Sight.changes(tx, actor, child, Category.FAMILY);
  }
}
