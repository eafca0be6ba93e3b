package jp.tsunagi.run.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.run.city.CityChild.Parent;
import jp.tsunagi.run.city.CityChild.Stay;
import org.jspecify.annotations.Nullable;

/** Thinks up the children of a city: who they are, and where they were year after year. */
final class CityChildren {
  private static final int OLDEST = 20;
  private static final int DAYS = 365;

  /** Share of those between three and eighteen, to whom plans are made. */
  private static final double OF_AGE_FOR_PLANS = 15.0 / OLDEST;

  /** Boys to girls is 2.5 to 1 among those supported. */
  private static final double BOY = 5.0 / 3.5;

  private final City city;
  private final CityWords words;
  private final Dice dice;
  private final LocalDate today;
  private final FiscalYear year;
  private @Nullable CityChild before;

  CityChildren(City city, CityWords words, Dice dice, LocalDate today) {
    this.city = city;
    this.words = words;
    this.dice = dice;
    this.today = today;
    this.year = FiscalYear.of(today);
  }

  CityChild next() {
    Optional<CityChild> elder = Optional.ofNullable(before).filter(_ -> dice.happens(0.2));
    LocalDate birth = today.minusDays(1 + dice.below(OLDEST * DAYS));
    boolean boy = dice.happens(0.51);
    boolean planned = dice.happens(planned(birth, boy));
    List<Stay> stays = stays(birth, planned);
    CityChild child =
        new CityChild(
            dice.id(),
            birth,
            boy,
            elder.map(CityChild::family).orElseGet(() -> words.family(dice)),
            words.given(dice, boy ? "boys" : "girls"),
            elder.map(CityChild::parents).orElseGet(this::parents),
            stays,
            planned,
            planned && dice.happens(0.8) ? Optional.of(agreed(stays)) : Optional.empty());
    before = child;
    return child;
  }

  private double planned(LocalDate birth, boolean boy) {
    int grade = CityChild.schoolYear(birth, year);
    double usual = city.size().planned() / (double) city.size().known() / OF_AGE_FOR_PLANS;
    return grade < -2 || grade > 12 ? 0 : usual * (boy ? BOY : 2 - BOY);
  }

  private List<Parent> parents() {
    List<Parent> parents = new ArrayList<>();
    if (dice.happens(0.93)) {
      parents.add(parent(true));
    }
    if (parents.isEmpty() || dice.happens(0.5)) {
      parents.add(parent(false));
    }
    return List.copyOf(parents);
  }

  private Parent parent(boolean mother) {
    return new Parent(dice.id(), mother, words.line("phone").formatted(dice.below(10_000)));
  }

  /** Within the last years, but not before the child came to where it is kept. */
  private LocalDate agreed(List<Stay> stays) {
    LocalDate first = stays.getFirst().period().from();
    LocalDate day = today.minusDays(dice.between(1, 4 * DAYS));
    return day.isBefore(first) ? first : day;
  }

  private List<Stay> stays(LocalDate birth, boolean special) {
    List<Stay> stays = new ArrayList<>();
    int grade = CityChild.schoolYear(birth, year);
    boolean apart = special && dice.happens(0.35);
    if (grade <= 0) {
      early(stays, birth, grade);
    } else {
      CityPlace nursery = anyPreschool(true);
      add(stays, nursery, started(grade, -2), started(grade, 1), 0, false);
      school(stays, OrganisationKind.ELEMENTARY, grade, 1, 6, apart);
      school(stays, OrganisationKind.JUNIOR_HIGH, grade, 7, 9, apart);
      if (dice.happens(0.5)) {
        school(stays, OrganisationKind.HIGH_SCHOOL, grade, 10, 12, false);
      }
    }
    return List.copyOf(stays);
  }

  /** Below school: with the health centre from birth on, at a 園 from some year on. */
  private void early(List<Stay> stays, LocalDate birth, int grade) {
    CityPlace health = dice.of(city.of(OrganisationKind.HEALTH_CENTRE));
    Period known = new Period(birth, birth.plusYears(6));
    stays.add(new Stay(dice.id(), health, InvolvementKind.ASSESSMENT, known, null));
    int age = 5 + grade;
    if (age >= 3 || dice.happens(0.4)) {
      CityPlace place = anyPreschool(age >= 3);
      LocalDate from = age >= 3 ? started(grade, -2) : year.start();
      LocalDate came = from.isBefore(birth) ? birth.plusDays(57) : from;
      if (came.isBefore(started(grade, 1)) && !came.isAfter(today)) {
        add(stays, place, came, started(grade, 1), Math.max(0, age), false);
      }
    }
  }

  private CityPlace anyPreschool(boolean threeOrMore) {
    Stream<CityPlace> places =
        Stream.concat(
            city.of(OrganisationKind.NURSERY).stream(),
            city.of(OrganisationKind.CERTIFIED_CHILDCARE).stream());
    return dice.of(
        (threeOrMore
                ? Stream.concat(places, city.of(OrganisationKind.KINDERGARTEN).stream())
                : places)
            .toList());
  }

  private void school(
      List<Stay> stays, OrganisationKind kind, int grade, int first, int last, boolean apart) {
    if (grade >= first) {
      int inPlace = Math.min(grade, last) - first + 1;
      add(
          stays,
          dice.of(city.of(kind)),
          started(grade, first),
          started(grade, last + 1),
          inPlace,
          apart);
    }
  }

  /** The first of April on which a child that is in that year now came into another year. */
  private LocalDate started(int grade, int then) {
    return year.plus(then - grade).start();
  }

  private void add(
      List<Stay> stays, CityPlace place, LocalDate from, LocalDate to, int grade, boolean apart) {
    UUID id = dice.id();
    boolean now = to.isAfter(today);
    CityPlace.Room room = now ? place.room(grade, apart, dice).orElse(null) : null;
    stays.add(new Stay(id, place, InvolvementKind.ENROLMENT, new Period(from, to), room));
  }
}
