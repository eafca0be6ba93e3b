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
}
