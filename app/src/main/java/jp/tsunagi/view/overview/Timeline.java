package jp.tsunagi.view.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.LifeStage;
import jp.tsunagi.base.calendar.SchoolGrade;

/** あゆみ: events by life stage and 年度, the newest first. Every event stands in exactly one year. */
final class Timeline {
  private Timeline() {}

  /** A life stage with its years. */
  record Stage(LifeStage stage, List<Year> years) {
    /** The first fiscal year of the stage in which anything happened. */
    FiscalYear first() {
      return years.getLast().year();
    }
  }

  /** A fiscal year with what happened in it. */
  record Year(FiscalYear year, SchoolGrade grade, List<Event> events) {}

  /**
   * Groups events.
   *
   * @param grade the child's grade in a year
   * @param atPreschool whether the child was at a 園 in a year, also before the age of 3
   */
  static List<Stage> of(
      List<Event> events,
      Function<FiscalYear, SchoolGrade> grade,
      Predicate<FiscalYear> atPreschool) {
    Map<FiscalYear, List<Event>> byYear =
        events.stream()
            .sorted(Comparator.comparing(Event::on).reversed())
            .collect(
                Collectors.groupingBy(
                    event -> FiscalYear.of(event.on()),
                    () -> new TreeMap<FiscalYear, List<Event>>(Comparator.reverseOrder()),
                    Collectors.toList()));
    List<Stage> stages = new ArrayList<>();
    byYear.forEach((year, inYear) -> {
      SchoolGrade level = grade.apply(year);
      add(
          stages,
          LifeStage.of(level, atPreschool.test(year)),
          new Year(year, level, List.copyOf(inYear)));
    });
    return List.copyOf(stages);
  }

  /** Years come newest first, so a year either goes on with the last stage or begins another. */
  private static void add(List<Stage> stages, LifeStage stage, Year year) {
    if (!stages.isEmpty() && stages.getLast().stage() == stage) {
      List<Year> years = new ArrayList<>(stages.removeLast().years());
      years.add(year);
      stages.add(new Stage(stage, List.copyOf(years)));
    } else {
      stages.add(new Stage(stage, List.of(year)));
    }
  }

  /** The last events before tomorrow, for the top of the page. */
  static List<Event> latest(List<Event> events, LocalDate today, int most) {
    return events.stream()
        .filter(event -> !event.on().isAfter(today))
        .sorted(Comparator.comparing(Event::on).reversed())
        .limit(most)
        .toList();
  }
}
