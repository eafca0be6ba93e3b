package jp.tsunagi.work.retention;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.Organisations;
import org.springframework.stereotype.Component;

/** How retention is said. */
@Component
final class RetentionWords {
  private final Organisations organisations;

  RetentionWords(Organisations organisations) {
    this.organisations = organisations;
  }

  static String rule(RetentionRule rule) {
    return t("retention.rule", t("retention.start." + rule.start()), rule.years());
  }

  static String day(LocalDate day) {
    return DateWords.plain(day).in(language());
  }

  static String day(Instant at) {
    return day(at.atZone(ActingClock.JAPAN).toLocalDate());
  }

  static String year(int year) {
    return new FiscalYear(year).words().in(language());
  }

  Map<OrganisationId, String> places(Tx tx, List<OrganisationId> ids) {
    return ids.stream()
        .distinct()
        .flatMap(id -> organisations.find(tx, id).stream())
        .collect(Collectors.toMap(Organisation::id, Organisation::name));
  }

  /** Disposals as pages and files show them. */
  List<DisposalsPage.Entry> entries(Tx tx, List<Disposal> all) {
    Map<OrganisationId, String> places =
        places(tx, all.stream().map(Disposal::organisation).toList());
    return all.stream().map(one -> entry(tx, one, places)).toList();
  }

  private static DisposalsPage.Entry entry(
      Tx tx, Disposal one, Map<OrganisationId, String> places) {
    String state =
        one.waits()
            ? "waits"
            : one.runs() ? "runs" : one.approved().orElse(false) ? "done" : "refused";
    return new DisposalsPage.Entry(
        one.number().orElse(""),
        places.getOrDefault(one.organisation(), ""),
        one.lines().stream()
            .map(line ->
                new DisposalsPage.Line(
                    line.kind().words(),
                    year(line.year()),
                    rule(line.rule()),
                    line.records(),
                    line.children(),
                    line.disposed(),
                    line.kept()))
            .toList(),
        one.why(),
        t("retention.by", day(one.proposedAt()), RuleSql.name(tx, one.proposedBy())),
        one.decidedBy()
            .map(by ->
                t(
                    "retention.by",
                    one.decidedAt().map(RetentionWords::day).orElse(""),
                    RuleSql.name(tx, by)))
            .orElse(""),
        t("retention.state." + state),
        one.runs() ? DisposalsController.URL + "/" + one.id() + "/continuation" : null);
  }
}
