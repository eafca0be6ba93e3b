package jp.tsunagi.work.submission;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.Icon;
import jp.tsunagi.base.ui.StatusView;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.people.organisation.SchoolClass;
import org.springframework.stereotype.Component;

/** Says lists in words. */
@Component
record SubmissionWords(Organisations organisations) {
  Map<OrganisationId, String> places(Tx tx) {
    return organisations.all(tx).stream()
        .collect(Collectors.toMap(Organisation::id, Organisation::name));
  }

  /** 個別の支援計画　令和8年度. */
  static String title(Submission.What what) {
    return t(
        "submission.title.of",
        SubmissionForm.title(what.form()),
        new FiscalYear(what.year()).plainWords().in(language()));
  }

  /** The class, or all children; the classes of the year in which the list was made. */
  String room(Tx tx, Submission one) {
    int year = FiscalYear.of(LocalDate.ofInstant(one.askedAt(), ActingClock.JAPAN)).year();
    return one.what()
        .schoolClass()
        .flatMap(id ->
            organisations.classes(tx, one.what().place(), year).stream()
                .filter(room -> room.id().equals(id))
                .findFirst())
        .map(SchoolClass::name)
        .orElseGet(() -> t("submission.whole"));
  }

  static String day(LocalDate day) {
    return DateWords.plain(day).in(language());
  }

  static String asked(Submission one) {
    return t(
        "submission.asked",
        one.askedByName(),
        day(LocalDate.ofInstant(one.askedAt(), ActingClock.JAPAN)));
  }

  static StatusView status(Submission one, LocalDate today, boolean mine) {
    return one.decision()
        .map(decision ->
            new StatusView(
                decision.approved() ? Icon.FINAL : Icon.REMOVE,
                t(
                    decision.approved() ? "submission.state.approved" : "submission.state.refused",
                    decision.name()),
                null,
                false))
        .orElseGet(() ->
            one.waits(today)
                ? new StatusView(Icon.WAITING, t("submission.state.waits"), null, mine)
                : new StatusView(Icon.ENDED, t("submission.state.lapsed"), null, false));
  }
}
