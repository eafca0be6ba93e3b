package jp.tsunagi.people.involvement;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.people.involvement.CaseloadSql.Given;
import jp.tsunagi.people.involvement.CaseloadSql.Holder;

/** How caseloads are said. */
final class CaseloadWords {
  private CaseloadWords() {}

  static String period(Period days) {
    return days.lastDay()
        .map(last ->
            t(
                "involvement.caseload.period.closed",
                EnrolmentFields.day(days.from()),
                EnrolmentFields.day(last)))
        .orElseGet(() -> t("involvement.caseload.period.open", EnrolmentFields.day(days.from())));
  }

  /** Name and post; from when, while that lies ahead; for whom somebody stands in. */
  static String holder(Holder one, List<Holder> all, LocalDate today) {
    String post = t("staff.post." + one.post());
    String what = one.schoolClass().map(name -> t("staff.post.of", name, post)).orElse(post);
    String words = t("involvement.caseload.holder", one.name(), what);
    String ahead =
        one.period().from().isAfter(today)
            ? t("involvement.caseload.ahead", EnrolmentFields.day(one.period().from()))
            : "";
    String instead =
        one.standsInFor()
            .flatMap(
                relieved -> all.stream().filter(it -> it.assignment().equals(relieved)).findFirst())
            .map(it -> t("involvement.caseload.instead", it.name()))
            .orElse("");
    return words + instead + ahead;
  }

  /** One who holds the child by name. */
  static String given(Given one, Holder holder) {
    return t("involvement.caseload.given", holder.name(), period(one.period()));
  }
}
