package jp.tsunagi.view.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.SchoolGrade;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.view.overview.Narrowing.Column;
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
    assertThat(
            asked(
                "age",
                "x",
                "programme",
                "y",
                "incharge",
                "z",
                "state",
                "final",
                "sort",
                "w",
                "after",
                "a_b"))
        .isEqualTo(Narrowing.ALL);
  }

  @Test
  void theAddressAsksForWhatItSays() {
    String id = "0197a1b2-0000-7000-8000-000000000001";
    Narrowing asked =
        asked(
            "age",
            "primary",
            "programme",
            id,
            "incharge",
            "nobody",
            "state",
            "agreed",
            "sort",
            "-birth",
            "after",
            id + "_" + id);
    assertThat(asked.url(WorkList.ENTERING))
        .isEqualTo(
            "/lists/entering?age=primary&programme="
                + id
                + "&incharge=nobody&state=agreed&sort=-birth&after="
                + id
                + "_"
                + id);
    assertThat(asked.narrows()).isTrue();
    assertThat(asked.whole().url(WorkList.ENTERING)).isEqualTo("/lists/entering?sort=-birth");
    assertThat(asked.whole().narrows()).isFalse();
    assertThat(asked.order().pressed(Column.BIRTH).value()).isEqualTo("birth");
    assertThat(asked.order().pressed(Column.KANA).value()).isEqualTo("kana");
  }

  private static Narrowing asked(String... namesAndValues) {
    Map<String, List<String>> typed = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      typed.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
    }
    return Narrowing.of(WorkList.ENTERING, new Typed(typed), Narrowing.Words.NONE);
  }
}
