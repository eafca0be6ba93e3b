package jp.tsunagi.run.city;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.BulkLoad;
import jp.tsunagi.base.name.NamePart;
import jp.tsunagi.base.name.PersonName;
import jp.tsunagi.base.name.SearchKeys;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.run.city.CityChild.Parent;
import jp.tsunagi.run.city.CityChild.Stay;

/** Writes down who a child is, its family, and who deals with it. */
final class CityFacts {
  /** Share of the children on record that a programme of the centre supports this year. */
  private static final double TAKES_PART = 0.2;

  private final City city;
  private final CityWords words;
  private final Dice dice;
  private final BulkLoad loading;
  private final LocalDate today;
  private final Set<UUID> written = new LinkedHashSet<>();

  CityFacts(City city, CityWords words, Dice dice, BulkLoad loading, LocalDate today) {
    this.city = city;
    this.words = words;
    this.dice = dice;
    this.loading = loading;
    this.today = today;
  }

  /** Midday, in Japan, so that a day never slips. */
  static OffsetDateTime noon(LocalDate day) {
    return day.atTime(LocalTime.NOON)
        .atZone(ActingClock.JAPAN)
        .toInstant()
        .atOffset(ZoneOffset.UTC);
  }

  void write(CityChild child) {
    LocalDate first = child.stays().getFirst().period().from();
    LocalDate known = first.isAfter(today) ? today : first;
    boolean abroad = dice.happens(0.02);
    loading.add(
        CityTable.CHILD,
        child.id(),
        child.birth(),
        child.boy() ? "MALE" : "FEMALE",
        child.agreed().isPresent() ? "SHARED" : "OWN",
        child.keeper().id().value(),
        abroad ? words.any(dice, "languages") : null,
        abroad,
        noon(known),
        child.keeper().writer().value());
    name(child);
    loading.add(
        CityTable.CHILD_ADDRESS,
        dice.id(),
        child.id(),
        child.birth(),
        words
            .line("address")
            .formatted(words.any(dice, "houses"), dice.between(1, 40), dice.between(1, 30)));
    child
        .agreed()
        .ifPresent(day -> loading.add(CityTable.CHILD_REGISTRATION, child.id(), "HUB_USER", day));
    int order = 1;
    for (Parent parent : child.parents()) {
      parent(child, parent, order++);
    }
    child.stays().forEach(stay -> stay(child, stay));
    child.agreed().ifPresent(day -> registered(child, day));
    child.agreed().filter(_ -> dice.happens(TAKES_PART)).ifPresent(_ -> takesPart(child));
  }

  private void takesPart(CityChild child) {
    City.Programme programme = dice.of(city.programmes());
    FiscalYear year = FiscalYear.of(today);
    loading.add(
        CityTable.PARTICIPATION,
        programme.id().value(),
        child.id(),
        year.year(),
        year.start(),
        year.next().start(),
        programme.worker().value());
    loading.add(
        CityTable.INVOLVEMENT,
        dice.id(),
        child.id(),
        city.only(OrganisationKind.CENTRE).id().value(),
        InvolvementKind.PROGRAMME.name(),
        year.start(),
        null);
  }

  private void name(CityChild child) {
    loading.add(
        CityTable.CHILD_NAME,
        child.id(),
        "LEGAL",
        child.birth(),
        child.family().written(),
        child.given().written(),
        child.family().kana(),
        child.given().kana());
    Set<String> keys =
        new LinkedHashSet<>(SearchKeys.of(PersonName.of(child.family(), child.given())));
    keys.add(SearchKeys.birth(child.birth()));
    child.parents().forEach(parent -> SearchKeys.phone(parent.phone()).ifPresent(keys::add));
    keys.forEach(key -> loading.add(CityTable.CHILD_KEY, key, child.id()));
  }

  /** Brothers and sisters have the same guardians: each is written once. */
  private void parent(CityChild child, Parent parent, int order) {
    if (written.add(parent.id())) {
      NamePart given = words.given(dice, parent.mother() ? "mothers" : "fathers");
      loading.add(
          CityTable.GUARDIAN,
          parent.id(),
          child.family().written() + " " + given.written(),
          child.family().kana() + " " + given.kana(),
          parent.phone(),
          parent.phone().substring(parent.phone().length() - 4),
          null);
    }
    loading.add(
        CityTable.GUARDIANSHIP,
        child.id(),
        parent.id(),
        parent.mother() ? "MOTHER" : "FATHER",
        order,
        child.birth(),
        null,
        "PARENTAL");
    loading.add(
        CityTable.GUARDIAN_AUTHORITY,
        dice.id(),
        child.id(),
        parent.id(),
        child.birth(),
        null,
        words.line("evidence"),
        noon(today),
        child.keeper().id().value());
  }

  private void stay(CityChild child, Stay stay) {
    Period period = stay.period();
    LocalDate to = java.util.Objects.requireNonNull(period.to());
    boolean over = !to.isAfter(today);
    loading.add(
        CityTable.INVOLVEMENT,
        stay.id(),
        child.id(),
        stay.place().id().value(),
        stay.kind().name(),
        period.from(),
        over ? to : null);
    if (over) {
      loading.add(CityTable.INVOLVEMENT_END, stay.id(), child.id(), "GRADUATED", noon(to));
    }
    CityPlace.Room room = stay.room();
    if (room != null) {
      LocalDate year = FiscalYear.of(today).start();
      loading.add(
          CityTable.CLASS_PLACE,
          stay.id(),
          room.id().value(),
          child.id(),
          dice.between(1, 35),
          year.isBefore(period.from()) ? period.from() : year,
          null);
    }
  }

  /** The consent of use registers the child at both hubs. */
  private void registered(CityChild child, LocalDate day) {
    for (OrganisationKind kind :
        new OrganisationKind[] {OrganisationKind.CENTRE, OrganisationKind.EDUCATION_CENTRE}) {
      loading.add(
          CityTable.INVOLVEMENT,
          dice.id(),
          child.id(),
          city.only(kind).id().value(),
          InvolvementKind.REGISTRATION.name(),
          day,
          null);
    }
  }
}
