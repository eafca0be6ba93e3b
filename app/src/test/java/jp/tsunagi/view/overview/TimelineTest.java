package jp.tsunagi.view.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.LifeStage;
import jp.tsunagi.base.calendar.SchoolGrade;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final LocalDate BIRTH = LocalDate.of(2018, 6, 3);

  private static Event event(LocalDate on) {
    return new Event(on, EventKind.NOTE, "word", "text", "", null, "by", List.of());
  }

  private static List<Timeline.Stage> of(List<Event> events) {
    return Timeline.of(events, year -> SchoolGrade.of(BIRTH, year), year -> year.year() >= 2020);
  }

  @Test
  void groupsByLifeStageAndFiscalYearNewestFirst() {
    List<Timeline.Stage> stages =
        of(
            List.of(
                event(LocalDate.of(2019, 5, 1)),
                event(LocalDate.of(2026, 3, 31)),
                event(LocalDate.of(2026, 4, 1)),
                event(LocalDate.of(2020, 4, 1)),
                event(LocalDate.of(2025, 3, 31))));
    assertThat(stages)
        .extracting(Timeline.Stage::stage)
        .containsExactly(LifeStage.PRIMARY, LifeStage.PRESCHOOL, LifeStage.INFANT);
    assertThat(stages.getFirst().years())
        .extracting(year -> year.year().year())
        .containsExactly(2026, 2025);
    assertThat(stages.get(1).first()).isEqualTo(new FiscalYear(2020));
  }

  @Property(tries = 200)
  void everyEventStandsInExactlyOneYear(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 7000) Integer> days) {
    List<Event> events = days.stream().map(day -> event(BIRTH.plusDays(day))).toList();
    List<Event> shown =
        of(events).stream()
            .flatMap(stage -> stage.years().stream())
            .flatMap(year ->
                year.events().stream()
                    .peek(one -> assertThat(FiscalYear.of(one.on())).isEqualTo(year.year())))
            .toList();
    assertThat(shown).containsExactlyInAnyOrderElementsOf(events);
    assertThat(shown).isSortedAccordingTo((one, other) -> other.on().compareTo(one.on()));
  }

  @Test
  void theLatestAreNotInTheFuture() {
    LocalDate today = LocalDate.of(2026, 11, 20);
    assertThat(
            Timeline.latest(
                List.of(event(today.plusDays(1)), event(today), event(today.minusDays(9))),
                today,
                1))
        .extracting(Event::on)
        .containsExactly(today);
  }
}
