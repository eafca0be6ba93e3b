package jp.tsunagi.run.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.name.NamePart;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.people.organisation.Sector;
import jp.tsunagi.people.staff.Accounts;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.people.staff.Setup;
import jp.tsunagi.people.staff.Staffing;
import jp.tsunagi.record.form.FormVersions;
import jp.tsunagi.work.programme.Programmes;
import org.springframework.stereotype.Component;

/** Makes the places, classes and staff of a city, through the modules that keep them. */
@Component
final class CityRegister {
  private final Organisations organisations;
  private final Staffing staffing;
  private final Accounts accounts;
  private final FormVersions forms;
  private final Programmes programmes;

  CityRegister(
      Organisations organisations,
      Staffing staffing,
      Accounts accounts,
      FormVersions forms,
      Programmes programmes) {
    this.organisations = organisations;
    this.staffing = staffing;
    this.accounts = accounts;
    this.forms = forms;
    this.programmes = programmes;
  }

  /** What is being made, and with what. */
  private record Making(
      Tx tx, Dice dice, CityWords words, String hash, String beginning, List<City.Login> logins) {
    FiscalYear year() {
      return FiscalYear.of(tx.today());
    }
  }

  /** The register of a city in an empty municipality; everybody has the password of that hash. */
  City make(Tx tx, CitySize size, Dice dice, CityWords words, String hash, String logins) {
    Setup.municipality(tx, words.line("city"));
    forms.publishShipped(tx);
    Making making = new Making(tx, dice, words, hash, logins, new ArrayList<>());
    Map<OrganisationKind, List<CityPlace>> places = new EnumMap<>(OrganisationKind.class);
    size.places()
        .forEach((kind, number) ->
            places.put(
                kind,
                IntStream.rangeClosed(1, number)
                    .mapToObj(n -> place(making, size, kind, n))
                    .toList()));
    CityPlace centre = places.getOrDefault(OrganisationKind.CENTRE, List.of()).getFirst();
    List<City.Programme> offered =
        words.lines("programmes").stream()
            .map(name -> new City.Programme(programmes.add(tx, centre.id(), name), centre.writer()))
            .toList();
    return new City(tx.tenant(), size, places, offered, List.copyOf(making.logins()));
  }

  private CityPlace place(Making making, CitySize size, OrganisationKind kind, int number) {
    OrganisationId id = new OrganisationId(making.dice().id());
    boolean paper = making.dice().happens(onPaper(kind));
    List<String> named = making.words().place(kind, word(making, kind, number));
    organisations.put(
        making.tx(),
        new Organisation(
            id,
            named.getFirst(),
            named.getLast(),
            kind,
            Optional.of(kind.isHub() ? 2 : 1),
            sector(kind),
            Optional.of(making.words().any(making.dice(), "districts")),
            paper ? Connection.PAPER : Connection.READ_WRITE,
            Optional.of(phone(making))));
    List<StaffId> heads = new ArrayList<>();
    if (!paper) {
      posts(kind, size)
          .forEach((post, many) ->
              IntStream.range(0, many)
                  .forEach(_ -> heads.add(staff(making, id, post, Optional.empty()))));
    }
    StaffId writer = heads.isEmpty() ? new StaffId(making.dice().id()) : heads.getFirst();
    return new CityPlace(id, kind, paper, rooms(making, id, kind, paper, writer), writer);
  }

  private static String word(Making making, OrganisationKind kind, int number) {
    List<String> words =
        kind.isPreschool()
            ? making.words().lines("preschool")
            : kind == OrganisationKind.DAY_SERVICE
                    || kind == OrganisationKind.AFTER_SCHOOL
                    || kind == OrganisationKind.MEDICAL
                ? making.words().lines("services")
                : List.of();
    if (words.isEmpty()) {
      return String.valueOf(number);
    }
    String word = words.get((number - 1) % words.size());
    return number <= words.size() ? word : word + (1 + (number - 1) / words.size());
  }

  /** Three of ten places have no terminal: hardly a school, most of the small services. */
  private static double onPaper(OrganisationKind kind) {
    return switch (kind) {
      case ELEMENTARY, JUNIOR_HIGH, HIGH_SCHOOL -> 0.05;
      case NURSERY, KINDERGARTEN, CERTIFIED_CHILDCARE -> 0.4;
      case DAY_SERVICE, AFTER_SCHOOL, MEDICAL -> 0.9;
      default -> 0;
    };
  }

  private static Sector sector(OrganisationKind kind) {
    return switch (kind) {
      case NURSERY, CERTIFIED_CHILDCARE, AFTER_SCHOOL -> Sector.CHILDCARE;
      case HEALTH_CENTRE -> Sector.HEALTH;
      case MEDICAL -> Sector.MEDICAL;
      case CENTRE, DAY_SERVICE, PLANNING_SUPPORT, CITY_OFFICE -> Sector.WELFARE;
      default -> Sector.EDUCATION;
    };
  }

  /** Who works there beside the teachers; whoever comes first writes what nobody else does. */
  private static Map<PostKind, Integer> posts(OrganisationKind kind, CitySize size) {
    int share = Math.max(1, size.population() / 20_000);
    return switch (kind) {
      case CENTRE ->
          ordered(
              PostKind.COUNSELLOR,
              share,
              PostKind.CENTRE_HEAD,
              1,
              PostKind.PROGRAMME_WORKER,
              share);
      case EDUCATION_CENTRE -> ordered(PostKind.HUB_TEACHER, share);
      case NURSERY, KINDERGARTEN, CERTIFIED_CHILDCARE -> ordered(PostKind.NURSERY_HEAD, 2);
      case ELEMENTARY, JUNIOR_HIGH, HIGH_SCHOOL, SPECIAL_NEEDS_SCHOOL ->
          ordered(PostKind.COORDINATOR, 2, PostKind.VICE_PRINCIPAL, 1, PostKind.PRINCIPAL, 1);
      case DAY_SERVICE -> ordered(PostKind.SERVICE_MANAGER, 2);
      case HEALTH_CENTRE -> ordered(PostKind.HEALTH_NURSE, 8);
      case AFTER_SCHOOL, PLANNING_SUPPORT, MEDICAL, BOARD_OF_EDUCATION ->
          ordered(PostKind.PLACE_WORKER, 2);
      case CITY_OFFICE ->
          ordered(PostKind.PLACE_WORKER, 2, PostKind.ADMINISTRATOR, 2, PostKind.AUDITOR, 1);
    };
  }

  private static Map<PostKind, Integer> ordered(Object... pairs) {
    Map<PostKind, Integer> posts = new java.util.LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      posts.put((PostKind) pairs[i], (Integer) pairs[i + 1]);
    }
    return posts;
  }

  private List<CityPlace.Room> rooms(
      Making making, OrganisationId id, OrganisationKind kind, boolean paper, StaffId writer) {
    PostKind teacher = kind.isPreschool() ? PostKind.NURSERY_TEACHER : PostKind.HOMEROOM_TEACHER;
    return named(making, kind)
        .map(room -> {
          ClassId schoolClass =
              organisations.putClass(making.tx(), id, making.year().year(), room.name());
          StaffId first = writer;
          for (int i = 0; i < (paper ? 0 : 3); i++) {
            StaffId staff = staff(making, id, teacher, Optional.of(schoolClass));
            first = i == 0 ? staff : first;
          }
          return new CityPlace.Room(schoolClass, room.year(), room.special(), first);
        })
        .toList();
  }

  private record NamedRoom(String name, int year, boolean special) {}

  private static Stream<NamedRoom> named(Making making, OrganisationKind kind) {
    return switch (kind) {
      case NURSERY, CERTIFIED_CHILDCARE -> groups(making, 0);
      case KINDERGARTEN -> groups(making, 3);
      case ELEMENTARY -> Stream.concat(years(making, 6, 2), special(making, 2));
      case JUNIOR_HIGH -> Stream.concat(years(making, 3, 4), special(making, 1));
      case HIGH_SCHOOL -> years(making, 3, 5);
      case SPECIAL_NEEDS_SCHOOL -> years(making, 12, 2);
      default -> Stream.empty();
    };
  }

  private static Stream<NamedRoom> groups(Making making, int from) {
    List<String> names = making.words().lines("groups");
    return IntStream.range(from, names.size())
        .mapToObj(age -> new NamedRoom(names.get(age), age, false));
  }

  private static Stream<NamedRoom> years(Making making, int years, int each) {
    return IntStream.rangeClosed(1, years)
        .boxed()
        .flatMap(year ->
            IntStream.rangeClosed(1, each)
                .mapToObj(n ->
                    new NamedRoom(making.words().line("class").formatted(year, n), year, false)));
  }

  private static Stream<NamedRoom> special(Making making, int many) {
    return IntStream.rangeClosed(1, many)
        .mapToObj(n -> new NamedRoom(making.words().line("special-class").formatted(n), 0, true));
  }

  private StaffId staff(
      Making making, OrganisationId organisation, PostKind kind, Optional<ClassId> schoolClass) {
    Tx tx = making.tx();
    String login = "%ss%05d".formatted(making.beginning(), making.logins().size() + 1);
    NamePart family = making.words().family(making.dice());
    NamePart given =
        making.words().given(making.dice(), making.dice().happens(0.7) ? "mothers" : "fathers");
    LocalDate since = making.year().start();
    String name = family.written() + " " + given.written();
    StaffId staff =
        staffing.add(
            tx,
            name,
            family.kana() + " " + given.kana(),
            Optional.of(accounts.open(tx, login, making.hash())),
            Optional.of(since));
    AssignmentId seat =
        staffing.assign(
            tx, staff, staffing.post(tx, organisation, kind), schoolClass, since, Optional.empty());
    making.logins().add(new City.Login(login, kind, organisation, staff, name, seat));
    return staff;
  }

  private static String phone(Making making) {
    return making.words().line("phone").formatted(making.dice().below(10_000));
  }
}
