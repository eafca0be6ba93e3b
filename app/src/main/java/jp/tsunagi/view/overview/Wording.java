package jp.tsunagi.view.overview;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import jp.tsunagi.base.access.Explanation;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.SchoolGrade;
import jp.tsunagi.base.calendar.Words;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.name.NamePart;
import jp.tsunagi.base.name.Ruby;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.jspecify.annotations.Nullable;

/** How days, names and grounds are said on these screens. */
final class Wording {
  private static final LocalDate FAR = LocalDate.of(9000, 1, 1);

  private Wording() {}

  static String say(Words words) {
    return words.in(language());
  }

  /** 令和7年5月14日（2025）. */
  static String full(LocalDate day) {
    return say(DateWords.full(day));
  }

  /** The last day before a first day after; until further notice when that is far away. */
  static String until(@Nullable LocalDate to) {
    return to == null || to.isAfter(FAR)
        ? t("overview.until.open")
        : t("overview.until", full(to.minusDays(1)));
  }

  /** 5/20（火） in the running year, otherwise with its year. */
  static String row(LocalDate day, LocalDate today) {
    return say(DateWords.row(day, FiscalYear.of(today)));
  }

  /** 5/20（火） in the running year, R7.5.20 before: for narrow columns. */
  static String brief(LocalDate day, LocalDate today) {
    return FiscalYear.of(today).contains(day) ? row(day, today) : DateWords.brief(day);
  }

  /** 12日待ち; from today on where no day has passed. */
  static String when(Enum<?> kind, long days) {
    String words = t("overview.when." + kind, days);
    boolean counts = !words.equals(t("overview.when." + kind, days + 1));
    return counts && days == 0 ? t("overview.when.today") : words;
  }

  static LocalDate day(OffsetDateTime at) {
    return at.atZoneSameInstant(ActingClock.JAPAN).toLocalDate();
  }

  static NameView name(ChildFacts.Name name) {
    return new NameView(
        name.family(), reading(name.family(), name.familyKana()),
        name.given(), reading(name.given(), name.givenKana()));
  }

  private static @Nullable String reading(String written, String kana) {
    return written.isEmpty() ? null : Ruby.of(new NamePart(written, kana)).reading();
  }

  static String plain(ChildFacts.Name name) {
    return (name.family() + " " + name.given()).strip();
  }

  /** Grade and class; 2年1組 says its grade itself. */
  static String inClass(SchoolGrade grade, String className) {
    int level = grade.level();
    int year = level > 9 ? level - 9 : level > 6 ? level - 6 : level;
    boolean told = level > 0 && className.startsWith(String.valueOf(year));
    return told ? className : t("overview.class", say(grade.words()), className);
  }

  /** 自園の記録, 引継ぎの同意 …. */
  static String ground(Explanation why, @Nullable OrganisationKind own) {
    return switch (why) {
      case Explanation.Own held when held.draft() -> t("overview.ground.DRAFT");
      case Explanation.Own _ -> t("overview.ground.OWN." + sort(own));
      case Explanation.Consented consented -> t("overview.ground." + consented.kind());
      case Explanation.Lawful _, Explanation.Emergency _ -> t("overview.ground." + why.ground());
    };
  }

  /** 園, 学校 or another place. */
  static String sort(@Nullable OrganisationKind kind) {
    if (kind == null) {
      return "OTHER";
    }
    return kind.isPreschool() ? "PRESCHOOL" : kind.isSchool() ? "SCHOOL" : "OTHER";
  }

  static String relation(@Nullable String relation) {
    return relation == null ? "" : t("overview.relation." + relation);
  }

  /** The constant of that name, or the fallback: addresses are typed by people. */
  static <E extends Enum<E>> E chosen(@Nullable String asked, E fallback) {
    return Arrays.stream(fallback.getDeclaringClass().getEnumConstants())
        .filter(one -> one.name().equalsIgnoreCase(asked))
        .findFirst()
        .orElse(fallback);
  }
}
