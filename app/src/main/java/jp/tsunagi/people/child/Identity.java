package jp.tsunagi.people.child;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.tsunagi.base.calendar.Age;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.GradeOverride;
import jp.tsunagi.base.calendar.SchoolGrade;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.name.PersonName;
import jp.tsunagi.base.name.Ruby;
import jp.tsunagi.base.ui.NameView;

/**
 * Who a child is today: category IDENTITY.
 *
 * @param owner the organisation that put the child on record
 * @param homeLanguage BCP 47 tag, empty for Japanese
 */
public record Identity(
    ChildId id,
    PersonName name,
    LocalDate birthDate,
    Sex sex,
    Standing standing,
    Optional<OrganisationId> owner,
    Optional<String> homeLanguage,
    boolean interpreter,
    List<GradeOverride> overrides) {
  public Identity {
    overrides = List.copyOf(overrides);
  }

  /** 学年 or class age in the fiscal year of a day. */
  public SchoolGrade grade(LocalDate day) {
    return SchoolGrade.of(birthDate, FiscalYear.of(day), overrides);
  }

  /** The name with its reading above. */
  public NameView view() {
    return view(name);
  }

  /** Family and given name in one line. */
  public String line() {
    return (name.family().written() + " " + name.given().written()).strip();
  }

  /** A name with its reading above; a middle name stands with the given name. */
  public static NameView view(PersonName name) {
    Ruby family = Ruby.of(name.family());
    Ruby given = Ruby.of(name.given());
    if (name.middle().isNone()) {
      return new NameView(family.base(), family.reading(), given.base(), given.reading());
    }
    Ruby middle = Ruby.of(name.middle());
    String reading =
        (given.reading() == null ? given.base() : given.reading())
            + " "
            + (middle.reading() == null ? middle.base() : middle.reading());
    return new NameView(
        family.base(), family.reading(), given.base() + " " + middle.base(), reading);
  }

  /** Birth date, age and grade on a day, in the reader's words. */
  public String facts(LocalDate day, Locale language) {
    String born = DateWords.full(birthDate).in(language);
    return day.isBefore(birthDate)
        ? born
        : born
            + "\u3000"
            + Age.at(birthDate, day).words().in(language)
            + "\u3000"
            + grade(day).words().in(language);
  }
}
