package jp.tsunagi.view.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.view.overview.Lanes.Bar;
import jp.tsunagi.view.overview.Lanes.Box;
import jp.tsunagi.view.overview.Lanes.Lane;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LanesTest {
  private static final LocalDate BIRTH = LocalDate.of(2018, 6, 3);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  @Test
  void yearsGoFromBirthToTheNextOne() {
    var picture = Lanes.draw(BIRTH, TODAY, List.of());
    assertThat(picture.columns()).hasSize(10);
    assertThat(picture.columns().getFirst().year().year()).isEqualTo(2018);
    assertThat(picture.columns())
        .filteredOn(Lanes.Column::current)
        .extracting(column -> column.year().year())
        .containsExactly(2026);
  }

  @Test
  void aRunningBarEndsToday() {
    var picture =
        Lanes.draw(
            BIRTH,
            TODAY,
            List.of(
                new Bar(Lane.AFFILIATION, "みどり台小学校", LocalDate.of(2025, 4, 1), null),
                new Bar(
                    Lane.AFFILIATION,
                    "みどり保育園",
                    LocalDate.of(2021, 4, 1),
                    LocalDate.of(2025, 4, 1))));
    assertThat(picture.boxes()).extracting(Box::runs).containsExactly(false, true);
    Box school = picture.boxes().getLast();
    assertThat(school.x() + school.width())
        .isCloseTo(picture.today(), org.assertj.core.data.Offset.offset(0.1));
    assertThat(picture.boxes()).extracting(Box::y).containsOnly(school.y());
  }

  @Property(tries = 200)
  void barsStayWithinThePictureAndNeverOverlap(
      @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 3500) Integer> begins,
      @ForAll @IntRange(min = 1, max = 1500) int length) {
    List<Bar> bars = new ArrayList<>();
    for (int begin : begins) {
      LocalDate from = BIRTH.plusDays(begin);
      bars.add(
          new Bar(
              Lane.values()[begin % Lane.values().length], "はぐくみ", from, from.plusDays(length)));
    }
    var picture = Lanes.draw(BIRTH, TODAY, bars);
    for (Box box : picture.boxes()) {
      assertThat(box.x()).isGreaterThanOrEqualTo(Lanes.LABELS);
      assertThat(box.x() + box.width()).isLessThanOrEqualTo(Lanes.WIDTH + 0.01);
      assertThat(box.y() + box.height()).isLessThanOrEqualTo(picture.height());
    }
    for (Box one : picture.boxes()) {
      assertThat(picture.boxes())
          .filteredOn(other -> other != one && other.y() == one.y())
          .allMatch(other ->
              other.x() + other.width() <= one.x() + 0.6
                  || one.x() + one.width() <= other.x() + 0.6);
    }
  }

  @Test
  void aLabelIsShortenedByCharactersNotByHalves() {
    assertThat(Lanes.fitting("みどり台小学校", 200)).isEqualTo("みどり台小学校");
    assertThat(Lanes.fitting("みどり台小学校", 18 + 14 * 4)).isEqualTo("みどり…");
    assertThat(Lanes.fitting("𠮷野家学園", 18 + 14 * 3)).isEqualTo("𠮷野…");
    assertThat(Lanes.fitting("みどり台小学校", 20)).isEmpty();
  }
}
