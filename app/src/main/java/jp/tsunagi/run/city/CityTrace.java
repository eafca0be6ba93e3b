package jp.tsunagi.run.city;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.BulkLoad;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.DatabaseAddress;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.TraceKey;
import jp.tsunagi.base.trace.TraceLoad;

/**
 * What the staff of a city did in the last two years, as the trace tells it: on working days,
 * between eight and six, each with the children of the own place. The days come one after the
 * other, so that the tables grow as they do in service.
 */
final class CityTrace {
  private static final int YEARS = 2;
  private static final int OPENS = 8;
  private static final int SECONDS_A_DAY = 10 * 60 * 60;
  private static final int OF_A_LIST = 15;
  private static final int AT_ONCE = 50_000;

  /** Each transaction waits for the sealing of the one before, and seals by its number. */
  private static final int OF_ONE_TRANSACTION = 500_000;

  private final City city;
  private final Dice dice;
  private final LocalDate today;
  private final List<City.Login> staff;
  private final Map<OrganisationId, List<ChildId>> children;

  CityTrace(City city, Dice dice, LocalDate today, List<CityChild> children) {
    this.city = city;
    this.dice = dice;
    this.today = today;
    this.children =
        children.stream()
            .collect(
                Collectors.groupingBy(
                    child -> child.keeper().id(),
                    Collectors.mapping(child -> new ChildId(child.id()), Collectors.toList())));
    this.staff =
        city.logins().stream()
            .filter(one -> this.children.containsKey(one.organisation()))
            .toList();
  }

  /** Copies them in, as many at once as the memory has room for. */
  void write(DatabaseAddress address, TraceKey key, Consumer<String> progress) {
    List<LocalDate> days = workingDays();
    long all = city.size().events();
    long made = 0;
    for (int day = 0; made < all; ) {
      try (BulkLoad loading = new BulkLoad(address, city.tenant(), TraceLoad.TABLES)) {
        if (made == 0) {
          loading.addMonths(days.getFirst(), 12 * YEARS);
        }
        TraceLoad rows = new TraceLoad(key, loading);
        for (int kept = 0, copied = 0; kept < OF_ONE_TRANSACTION && day < days.size(); day++) {
          long until = all * (day + 1) / days.size();
          List<Instant> moments = moments(days.get(day), Math.toIntExact(until - made));
          moments.forEach(at -> rows.add(event(at)));
          kept += moments.size();
          made = until;
          if (kept - copied >= AT_ONCE) {
            loading.copy();
            copied = kept;
          }
        }
        loading.commit();
      }
      progress.accept("trace %d / %d".formatted(made, all));
    }
  }

  private List<LocalDate> workingDays() {
    return today
        .minusYears(YEARS)
        .datesUntil(today)
        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
        .toList();
  }

  private List<Instant> moments(LocalDate day, int many) {
    Instant opens = day.atTime(OPENS, 0).atZone(ActingClock.JAPAN).toInstant();
    List<Instant> moments = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      moments.add(
          opens.plusSeconds(dice.below(SECONDS_A_DAY)).plus(dice.below(1000), ChronoUnit.MILLIS));
    }
    moments.sort(null);
    return moments;
  }

  private TraceLoad.Event event(Instant at) {
    City.Login who = dice.of(staff);
    List<ChildId> here = children.getOrDefault(who.organisation(), List.of());
    Action action = action();
    return new TraceLoad.Event(
        dice.id(),
        at,
        who.staff().value(),
        who.name(),
        who.seat(),
        who.organisation(),
        action,
        "INVOLVEMENT",
        action == Action.LIST
            ? dice.distinct(here, OF_A_LIST)
            : action == Action.SIGN_IN ? List.of() : List.of(dice.of(here)),
        dice.id());
  }

  /** Of a hundred things that are done, which. */
  private Action action() {
    int one = dice.below(100);
    if (one < 45) {
      return Action.VIEW_CHILD;
    }
    if (one < 70) {
      return Action.VIEW_SHEET;
    }
    if (one < 85) {
      return Action.SAVE_DRAFT;
    }
    if (one < 93) {
      return Action.SIGN_IN;
    }
    return one < 97 ? Action.SEARCH : Action.LIST;
  }
}
