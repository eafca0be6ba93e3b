package jp.tsunagi.view.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.SchoolGrade;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NarrowingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  @Property(tries = 500)
  void birthDatesOfALevelAreThoseOfTheGrade(@ForAll @IntRange(min = 0, max = 7000) int daysAgo) {
    LocalDate birth = TODAY.minusDays(daysAgo);
    int level = SchoolGrade.of(birth, FiscalYear.of(TODAY)).level();
    assertThat(Narrowing.births(1, 6, TODAY).contains(birth)).isEqualTo(level >= 1 && level <= 6);
    assertThat(Narrowing.births(0, 0, TODAY).contains(birth)).isEqualTo(level == 0);
    assertThat(Narrowing.births(6, 6, TODAY).contains(birth)).isEqualTo(level == 6);
  }

  @Test
  void whatIsNoFilterIsNone() {
    assertThat(Narrowing.of(Optional.of("x"), Optional.of("y"), Optional.of("a_b")))
        .isEqualTo(Narrowing.ALL);
  }
}
