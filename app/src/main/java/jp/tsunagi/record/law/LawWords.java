package jp.tsunagi.record.law;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.record.ground.SectionWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says grounds in law in words. */
@Component
record LawWords(Organisations organisations) {
  Map<OrganisationId, String> places(Tx tx, ChildId child) {
    return organisations.beside(tx, child).stream()
        .collect(Collectors.toMap(Organisation::id, Organisation::name));
  }

  static LawsPage.Line line(
      LegalGround one,
      Map<OrganisationId, String> places,
      LocalDate today,
      @Nullable String end,
      @Nullable FieldView why) {
    return new LawsPage.Line(
        law(one),
        places.getOrDefault(one.receiver(), ""),
        one.from()
            .map(from -> t("law.from.own", places.getOrDefault(from, "")))
            .orElseGet(() -> t("law.from.all")),
        scope(one),
        one.note(),
        period(one),
        state(one, today),
        t(
            "law.asked",
            places.getOrDefault(one.askedFor(), ""),
            one.askedByName(),
            day(LocalDate.ofInstant(one.askedAt(), ActingClock.JAPAN))),
        one.unseen().map(reason -> t("law.unseen", reason)).orElseGet(() -> t("law.seen")),
        end,
        why);
  }

  static String law(LegalGround one) {
    String law = t("law.law." + one.law());
    return one.article().isEmpty() ? law : t("law.article", law, one.article());
  }

  static List<String> scope(LegalGround one) {
    List<String> lines = new ArrayList<>(SectionWords.of(one.scope()));
    if (one.withHistory()) {
      lines.add(t("law.history"));
    }
    return lines;
  }

  static String period(LegalGround one) {
    return one.period().map(LawWords::period).orElseGet(() -> t("law.until", day(one.lastDay())));
  }

  private static String period(Period days) {
    return t("law.period", day(days.from()), day(days.lastDay().orElse(days.from())));
  }

  private static String state(LegalGround one, LocalDate today) {
    return one.decision()
        .map(decision -> {
          if (!decision.approved()) {
            return t("law.state.refused", decision.name(), decision.note());
          }
          return t(one.holds(today) ? "law.state.holds" : "law.state.over", decision.name());
        })
        .orElseGet(() -> t("law.state.waits"));
  }

  static String day(LocalDate day) {
    return DateWords.plain(day).in(language());
  }
}
