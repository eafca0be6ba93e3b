package jp.tsunagi.work.programme;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
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
import jp.tsunagi.work.programme.Participant.Progress;
import jp.tsunagi.work.programme.Programmes.Programme;

/** Words and links of the participants' page. */
record ParticipantsView(Tx tx, Programme programme, Seat seat, FiscalYear year) {

  ParticipantsPage page(List<Participant> participants, String show) {
    boolean writes = seat.may(Right.WRITE);
    return new ParticipantsPage(
        url(),
        programme.name(),
        seat.organisationName(),
        year.words().in(language()),
        year.year(),
        years(),
        filters(participants, show),
        participants.stream()
            .filter(one -> show.equals("ALL") || one.progress().name().equals(show))
            .map(one -> line(one, writes))
            .toList(),
        writes,
        writes ? candidates() : List.of(),
        DateWords.full(first()).in(language()));
  }

  private String url() {
    return "/programmes/" + programme.id();
  }

  private java.time.LocalDate first() {
    return year.contains(tx.today()) ? tx.today() : year.start();
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

  private ParticipantsPage.Line line(Participant one, boolean writes) {
    return new ParticipantsPage.Line(
        one.child().toString(),
        "/children/" + one.child(),
        new NameView(
            one.family().written(), one.family().kana(), one.given().written(), one.given().kana()),
        SchoolGrade.of(one.birthDate(), year).words().in(language()),
        DateWords.full(one.from()).in(language()),
        one.inCharge().orElse(""),
        status(one),
        next(one, writes),
        writes && one.progress() == Progress.NOT_WRITTEN);
  }

  private static StatusView status(Participant one) {
    return switch (one.progress()) {
      case NOT_WRITTEN ->
          new StatusView(Icon.NOT_STARTED, t("programme.progress.NOT_WRITTEN"), null, true);
      case DRAFT -> new StatusView(Icon.DRAFT, t("programme.progress.DRAFT"), null, true);
      case FINAL -> new StatusView(Icon.FINAL, t("programme.progress.FINAL"), null, false);
    };
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

  private List<ParticipantsPage.Candidate> candidates() {
    Set<ChildId> lastYear =
        ParticipantSql.of(tx, programme, year.previous()).stream()
            .map(Participant::child)
            .collect(Collectors.toSet());
    return ParticipantSql.candidates(tx, programme, year, seat).stream()
        .map(one ->
            new ParticipantsPage.Candidate(
                one.child().toString(), one.name(), one.kana(), lastYear.contains(one.child())))
        .toList();
  }
}
