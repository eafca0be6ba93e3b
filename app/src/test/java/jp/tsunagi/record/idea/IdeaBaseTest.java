package jp.tsunagi.record.idea;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The base that comes with the program: whole, worded with strengths first, promising nothing. */
class IdeaBaseTest {
  private static final List<IdeaBase.Line> ALL = IdeaBase.all();

  @Test
  void itIsLargeAndEachLineStandsOnce() {
    assertThat(IdeaBase.version()).isPositive();
    assertThat(ALL).hasSizeGreaterThanOrEqualTo(250);
    assertThat(ALL).extracting(IdeaBase.Line::key).doesNotHaveDuplicates();
    assertThat(ALL).extracting(IdeaBase.Line::text).doesNotHaveDuplicates();
    assertThat(ALL)
        .allSatisfy(line ->
            assertThat(line.text()).hasSizeLessThanOrEqualTo(IdeaRules.LONGEST).endsWith("。"));
  }

  @Test
  void everyNeedAreaAndStageIsServed() {
    var byNeed =
        ALL.stream()
            .flatMap(line -> line.tags().needs().stream())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(byNeed).containsOnlyKeys(Need.values());
    assertThat(byNeed.values()).allSatisfy(lines -> assertThat(lines).isGreaterThanOrEqualTo(12));
    for (Need need : Need.values()) {
      for (IdeaKind kind : IdeaKind.values()) {
        assertThat(ALL)
            .as(need + " " + kind)
            .anyMatch(line -> line.kind() == kind && line.tags().needs().contains(need));
      }
    }
    assertThat(ALL.stream().flatMap(line -> line.tags().areas().stream()).distinct())
        .containsExactlyInAnyOrder(Area.values());
    assertThat(ALL.stream().flatMap(line -> line.tags().stages().stream()).distinct())
        .containsExactlyInAnyOrder(Stage.values());
  }

  @Test
  void accommodationsNameOneOfTheElevenItems() {
    assertThat(ALL)
        .filteredOn(line -> line.kind() == IdeaKind.ACCOMMODATION)
        .allSatisfy(line ->
            assertThat(line.tags().areas())
                .hasSize(1)
                .allMatch(area -> area.group() == Area.Group.ACCOMMODATION));
  }

  /** What a child lacks is no beginning of a plan, and nobody can promise how it goes. */
  @Test
  void nothingIsLackingAndNothingIsPromised() {
    assertThat(ALL)
        .extracting(IdeaBase.Line::text)
        .noneMatch(text ->
            text.matches(".*(できない|劣|問題行動|障害|異常|かわいそう|必ず|絶対|治る|治す|改善する|我慢|がまん|普通の子|きちんと|しっかり).*"));
  }

  @Test
  void aGoalSaysWhatWhereOrHowMuch() {
    long measured =
        ALL.stream()
            .filter(line -> line.kind() == IdeaKind.GOAL)
            .filter(line -> line.text().matches(".*(＿＿|[0-9]|とき|場面|時間|会で|前の日|表を見て|を見て).*"))
            .count();
    assertThat(measured)
        .isGreaterThanOrEqualTo(
            ALL.stream().filter(line -> line.kind() == IdeaKind.GOAL).count() * 9 / 10);
  }

  @Test
  void theKindOfAFieldFollowsFromItsKey() {
    assertThat(Arrays.asList("long-goal", "goal", "aim").stream().map(IdeaKind::suiting))
        .allMatch(kind -> kind.orElseThrow() == IdeaKind.GOAL);
    assertThat(IdeaKind.suiting("means")).contains(IdeaKind.SUPPORT);
    assertThat(IdeaKind.suiting("health-helped")).contains(IdeaKind.SUPPORT);
    assertThat(IdeaKind.suiting("accommodation")).contains(IdeaKind.ACCOMMODATION);
    assertThat(IdeaKind.suiting("support-evaluations")).contains(IdeaKind.CRITERION);
    assertThat(IdeaKind.suiting("hand-on")).contains(IdeaKind.HANDOVER);
    assertThat(IdeaKind.suiting("strengths")).isEmpty();
  }
}
