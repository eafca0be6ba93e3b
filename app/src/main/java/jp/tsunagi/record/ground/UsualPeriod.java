package jp.tsunagi.record.ground;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.JapaneseDate;
import jp.tsunagi.base.calendar.SchoolGrade;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The period proposed for a consent to hand over: entry on the coming 1 April, and the last day
 * that the municipality has set (setting {@code consent.handover.until}). The family may always
 * choose another.
 */
enum UsualPeriod {
  /** 卒園・卒業の3月31日: as long as the child can be expected to be at such a place. */
  GRADUATION,
  /** 入園・入学の年度の3月31日: asked for anew every year. */
  FISCAL_YEAR;

  static final String SETTING = "consent.handover.until";

  /** What the municipality has set; GRADUATION until it decides otherwise. */
  static UsualPeriod of(Tx tx) {
    return Municipality.setting(tx, SETTING).map(UsualPeriod::valueOf).orElse(GRADUATION);
  }

  /** What stands in the form before anybody typed: the next place the child will enter. */
  MultiValueMap<String, String> proposed(LocalDate birth, LocalDate today) {
    LocalDate entry = FiscalYear.of(today).next().start();
    MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
    values.set("entry", JapaneseDate.of(entry).brief());
    values.set("until", JapaneseDate.of(lastDay(next(birth, entry), birth, entry)).brief());
    return values;
  }

  /** What was typed; an end that was left empty is the usual one for the receiver. */
  MultiValueMap<String, String> filled(
      MultiValueMap<String, String> typed,
      Optional<Organisation> receiver,
      LocalDate birth,
      LocalDate today) {
    Typed said = new Typed(typed);
    Optional<LocalDate> entry = DayField.read(said.text("entry"), today).day();
    if (!said.text("until").isEmpty() || entry.isEmpty()) {
      return typed;
    }
    OrganisationKind kind =
        receiver.map(Organisation::kind).orElseGet(() -> next(birth, entry.get()));
    MultiValueMap<String, String> values = new LinkedMultiValueMap<>(typed);
    values.set("until", JapaneseDate.of(lastDay(kind, birth, entry.get())).brief());
    return values;
  }

  /** Where a child of that age goes: 園, 小学校, 中学校 or 高等学校. */
  private static OrganisationKind next(LocalDate birth, LocalDate entry) {
    int level = SchoolGrade.of(birth, FiscalYear.of(entry)).level();
    if (level <= 0) {
      return OrganisationKind.NURSERY;
    }
    if (level <= SchoolGrade.LAST_PRIMARY) {
      return OrganisationKind.ELEMENTARY;
    }
    return level <= SchoolGrade.LAST_LOWER
        ? OrganisationKind.JUNIOR_HIGH
        : OrganisationKind.HIGH_SCHOOL;
  }

  /** The last day proposed. */
  LocalDate lastDay(OrganisationKind receiver, LocalDate birth, LocalDate entry) {
    FiscalYear year = FiscalYear.of(entry);
    int years = this == FISCAL_YEAR ? 0 : years(receiver, SchoolGrade.of(birth, year).level());
    return year.plus(Math.max(0, years)).end().minusDays(1);
  }

  /** How many years after the one of the entry. */
  private static int years(OrganisationKind receiver, int level) {
    return switch (receiver) {
      case NURSERY, KINDERGARTEN, CERTIFIED_CHILDCARE -> -level;
      case ELEMENTARY -> SchoolGrade.LAST_PRIMARY - level;
      case JUNIOR_HIGH -> SchoolGrade.LAST_LOWER - level;
      case HIGH_SCHOOL -> SchoolGrade.LAST_UPPER - level;
      default -> 0;
    };
  }
}
