package jp.tsunagi.record.compartment;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.record.compartment.Compartment.Member;

/** Says them in words. */
final class CompartmentWords {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

  private CompartmentWords() {}

  static String day(Instant at) {
    return DateWords.plain(at.atZone(ActingClock.JAPAN).toLocalDate()).in(language());
  }

  static String minute(Instant at) {
    return day(at) + " " + MINUTE.format(at.atZone(ActingClock.JAPAN));
  }

  static String reason(Compartment one) {
    String reason = t("compartment.reason." + one.reason());
    return one.note().map(note -> reason + "\u3000" + note).orElse(reason);
  }

  /** The named few in one line. */
  static String few(List<Member> members) {
    return String.join(t("compartment.comma"), members.stream().map(Member::name).toList());
  }

  static CompartmentPage.Done done(CompartmentSql.Done one) {
    return new CompartmentPage.Done(
        minute(one.at()), one.who(), t("compartment.done." + one.purpose().orElse("READ")));
  }
}
