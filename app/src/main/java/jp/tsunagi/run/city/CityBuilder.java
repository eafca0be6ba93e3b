package jp.tsunagi.run.city;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.BulkLoad;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.DatabaseAddress;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.trace.TraceKey;
import jp.tsunagi.people.involvement.BeyondReach;
import jp.tsunagi.people.involvement.Involvements.InvolvementChanged;
import jp.tsunagi.people.staff.Accounts;
import jp.tsunagi.people.staff.PostKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Makes a city of any size in an empty database: register, children, consents and sheets; then has
 * the program work out who reaches whom and what is granted, as it does after every change.
 */
@Component
public final class CityBuilder {
  private static final int AT_ONCE = 4_000;
  private static final int WORKED_OUT_AT_ONCE = 400;
  private static final String MARK = "scenario";

  private final Database database;
  private final DatabaseAddress address;
  private final CityRegister register;
  private final Accounts accounts;
  private final TraceKey key;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CityBuilder(
      Database database,
      DatabaseAddress address,
      CityRegister register,
      Accounts accounts,
      TraceKey key,
      ApplicationEventPublisher events,
      ActingClock clock) {
    this.database = database;
    this.address = address;
    this.register = register;
    this.accounts = accounts;
    this.key = key;
    this.events = events;
    this.clock = clock;
  }

  /** Whether a city of so many inhabitants can be made. */
  public static boolean makes(int population) {
    return population >= CitySize.LEAST && population <= CitySize.MOST;
  }

  /**
   * Makes the city.
   *
   * @param tenant an empty municipality
   * @param logins what all logins begin with
   * @param population from {@value CitySize#LEAST} to {@value CitySize#MOST}
   * @param seed the same seed makes the same city, on the same day
   * @param password the password of everybody
   * @param progress hears what is being done, a line now and then
   * @throws IllegalArgumentException for a population outside these
   */
  public void make(
      TenantId tenant,
      String logins,
      int population,
      long seed,
      String password,
      Consumer<String> progress) {
    if (!makes(population)) {
      throw new IllegalArgumentException(population + " inhabitants");
    }
    Actor program = new Actor.Job(tenant, "city");
    CitySize size = CitySize.of(population);
    Dice dice = new Dice(seed);
    CityWords words = new CityWords();
    String hash = accounts.hash(password);
    progress.accept("places and staff");
    City city =
        database.call(
            program,
            tx -> {
              tx.withoutWaitingForDisk();
              City made = register.make(tx, size, dice, words, hash, logins);
              Municipality.set(tx, MARK, "playing");
              return made;
            });
    LocalDate today = LocalDate.ofInstant(clock.instant(), ActingClock.JAPAN);
    List<CityChild> children = facts(city, dice, words, today, progress);
    follow(program, byPlace(children), progress);
    new CityTrace(city, dice, today, children).write(address, key, progress);
    BulkLoad.analyse(address, List.of("reach", "access_grant", "audit_event", "audit_subject"));
    database.run(
        program,
        tx -> {
          Municipality.set(tx, "scenario.logins", logins(city));
          Municipality.set(tx, MARK, "played");
        });
  }

  private List<CityChild> facts(
      City city, Dice dice, CityWords words, LocalDate today, Consumer<String> progress) {
    List<CityChild> children = new ArrayList<>();
    try (BulkLoad loading = new BulkLoad(address, city.tenant(), List.of(CityTable.values()))) {
      CityChildren thought = new CityChildren(city, words, dice, today);
      CityFacts facts = new CityFacts(city, words, dice, loading, today);
      CityConsents consents = new CityConsents(city, words, dice, loading, today);
      CitySheets sheets = new CitySheets(city, words, dice, loading, today);
      for (int made = 1; made <= city.size().known(); made++) {
        CityChild child = thought.next();
        facts.write(child);
        consents.write(child);
        sheets.write(child);
        children.add(child);
        if (made % AT_ONCE == 0) {
          loading.copy();
          progress.accept("children %d / %d".formatted(made, city.size().known()));
        }
      }
      progress.accept("rows " + loading.commit());
    }
    BulkLoad.analyse(address, Stream.of(CityTable.values()).map(CityTable::table).toList());
    return children;
  }

  /** Children of one place together: what follows for them is read from the same rows. */
  private static List<ChildId> byPlace(List<CityChild> children) {
    return children.stream()
        .sorted(java.util.Comparator.comparing(child -> child.keeper().id().value()))
        .map(child -> new ChildId(child.id()))
        .toList();
  }

  private void follow(Actor program, List<ChildId> children, Consumer<String> progress) {
    for (int from = 0; from < children.size(); from += WORKED_OUT_AT_ONCE) {
      List<ChildId> these =
          children.subList(from, Math.min(children.size(), from + WORKED_OUT_AT_ONCE));
      database.run(
          program,
          tx -> {
            tx.withoutWaitingForDisk();
            tx.planAnew();
            tx.together(() -> {
              these.forEach(child -> events.publishEvent(new InvolvementChanged(tx, child)));
              these.forEach(child -> events.publishEvent(new BeyondReach.Changed(tx, child)));
            });
          });
      if (from % (WORKED_OUT_AT_ONCE * 25) == 0) {
        progress.accept("who reaches whom: children %d / %d".formatted(from, children.size()));
      }
    }
  }

  /** Somebody of each post, as the start of a made-up city says it. */
  private static String logins(City city) {
    return Arrays.stream(PostKind.values())
        .map(city::with)
        .flatMap(Optional::stream)
        .map(login -> login.login() + "\t" + login.post())
        .collect(Collectors.joining("\n"));
  }
}
