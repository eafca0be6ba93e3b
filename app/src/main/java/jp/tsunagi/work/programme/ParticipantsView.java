package jp.tsunagi.work.programme;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.SchoolGrade;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.Icon;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.StatusView;
import jp.tsunagi.base.ui.TakeOut;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.work.programme.Participant.Progress;
import jp.tsunagi.work.programme.ParticipantsPage.Candidate;
import jp.tsunagi.work.programme.Programmes.Programme;
import org.jspecify.annotations.Nullable;

/** Words and links of the participants' page. */
record ParticipantsView(Tx tx, Programme programme, Seat seat, FiscalYear year, boolean closed) {

  /**
   * What else stands on the page than the participants.
   *
   * @param show the filter asked for
   * @param returning of last year's participants, who may be taken in
   * @param asked whether somebody was looked for by name
   */
  record Beside(
      String show,
      List<Identity> returning,
      String typed,
      List<Identity> found,
      boolean asked,
      ParticipantsPage.@Nullable Keep keep) {}

  ParticipantsPage page(List<Participant> participants, Beside beside) {
    boolean writes = seat.may(Right.WRITE);
    return new ParticipantsPage(
        url(),
        programme.name(),
        seat.organisationName(),
        year.words().in(language()),
        year.year(),
        closed,
        years(),
        filters(participants, beside.show()),
        shown(participants, beside.show()).stream().map(one -> line(one, writes)).toList(),
        writes && !closed ? join(beside) : null,
        writes ? keep(beside) : null,
        takeOut(participants, beside.show()));
  }

  /** The participants a filter leaves. */
  static List<Participant> shown(List<Participant> participants, String show) {
    return participants.stream()
        .filter(one -> show.equals("ALL") || one.progress().name().equals(show))
        .toList();
  }

  private ParticipantsPage.Keep keep(Beside beside) {
    return beside.keep() == null
        ? new ParticipantsPage.Keep(programme.name(), null)
        : beside.keep();
  }

  private String url() {
    return "/programmes/" + programme.id();
  }

  private List<Link> years() {
    FiscalYear now = FiscalYear.of(tx.today());
    return List.of(now.plus(-2), now.previous(), now, now.next()).stream()
        .map(one ->
            new Link(
                url() + "?year=" + one.year(), one.plainWords().in(language()), one.equals(year)))
        .toList();
  }

  private List<Link> filters(List<Participant> participants, String show) {
    List<Link> links = new ArrayList<>();
    links.add(filter("ALL", participants.size(), show));
    for (Progress progress : Progress.values()) {
      long size = participants.stream().filter(one -> one.progress() == progress).count();
      links.add(filter(progress.name(), size, show));
    }
    return links;
  }

  private Link filter(String key, long size, String show) {
    return new Link(
        url() + "?year=" + year.year() + "&show=" + key,
        t("programme.filter." + key, size),
        key.equals(show));
  }

  private @Nullable TakeOut takeOut(List<Participant> participants, String show) {
    return seat.may(Right.EXPORT) && !participants.isEmpty()
        ? new TakeOut(
            url() + "/file",
            List.of(new Link("year", String.valueOf(year.year())), new Link("show", show)))
        : null;
  }

  private ParticipantsPage.Line line(Participant one, boolean writes) {
    return new ParticipantsPage.Line(
        one.child().toString(),
        "/children/" + one.child(),
        new NameView(
            one.family().written(), one.family().kana(), one.given().written(), one.given().kana()),
        grade(one),
        period(one),
        one.ended(),
        one.inCharge().orElse(""),
        status(one, writes),
        next(one, writes),
        writes && one.progress() == Progress.NOT_WRITTEN,
        writes ? url() + "/participants/" + one.child() + "?year=" + year.year() : null);
  }

  String grade(Participant one) {
    return SchoolGrade.of(one.birthDate(), year).words().in(language());
  }

  static String period(Participant one) {
    String from = DateWords.brief(one.from());
    return one.ended()
        ? t("programme.period.ended", from, DateWords.brief(one.to().minusDays(1)))
        : t("programme.period", from);
  }

  static StatusView status(Participant one, boolean mine) {
    return switch (one.progress()) {
      case NOT_WRITTEN -> status(Icon.NOT_STARTED, Progress.NOT_WRITTEN, mine);
      case DRAFT -> status(Icon.DRAFT, Progress.DRAFT, mine);
      case FINAL -> status(Icon.FINAL, Progress.FINAL, false);
    };
  }

  private static StatusView status(Icon icon, Progress progress, boolean mine) {
    return new StatusView(icon, t("programme.progress." + progress), null, mine);
  }

  private static Optional<Link> next(Participant one, boolean writes) {
    return one.sheet()
        .flatMap(sheet ->
            switch (one.progress()) {
              case DRAFT ->
                  writes
                      ? Optional.of(
                          new Link("/sheets/" + sheet + "/draft", t("programme.next.DRAFT")))
                      : Optional.empty();
              case FINAL -> Optional.of(new Link("/sheets/" + sheet, t("programme.next.FINAL")));
              case NOT_WRITTEN -> Optional.empty();
            });
  }

  private ParticipantsPage.Join join(Beside beside) {
    Set<ChildId> may =
        Set.copyOf(
            ParticipantSql.candidates(
                tx, programme, year, seat, beside.found().stream().map(Identity::id).toList()));
    return new ParticipantsPage.Join(
        DateWords.plain(Participation.firstDay(tx, year)).in(language()),
        year.previous().plainWords().in(language()),
        candidates(beside.returning()),
        beside.typed(),
        candidates(
            beside.found().stream()
                .filter(one -> may.contains(one.id()))
                .collect(Collectors.toList())),
        beside.asked());
  }

  private List<Candidate> candidates(Collection<Identity> children) {
    return children.stream()
        .map(one ->
            new Candidate(one.id().toString(), one.line(), one.facts(tx.today(), language())))
        .toList();
  }
}
