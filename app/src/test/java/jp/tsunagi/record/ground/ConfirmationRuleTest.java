package jp.tsunagi.record.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import org.junit.jupiter.api.Test;

/** When a consent waits for a second organisation. */
class ConfirmationRuleTest {
  private static final OrganisationId HUB = OrganisationId.create();
  private static final OrganisationId SCHOOL = OrganisationId.create();
  private static final OrganisationId NURSERY = OrganisationId.create();

  private static boolean awaits(
      Optional<OrganisationId> keeper, Set<OrganisationId> vouching, OrganisationId... receiving) {
    return ConfirmationRule.awaits(
        new ConfirmationRule.Facts(
            Optional.of(Set.of(NURSERY)), Set.of(receiving), keeper, Set.of(HUB), vouching));
  }

  @Test
  void onlyTheReceiversOwnWordIsNotEnough() {
    assertThat(awaits(Optional.of(SCHOOL), Set.of(SCHOOL), SCHOOL)).isTrue();
    assertThat(awaits(Optional.of(SCHOOL), Set.of(), SCHOOL)).isTrue();
    assertThat(awaits(Optional.empty(), Set.of(SCHOOL), SCHOOL)).isTrue();
    assertThat(awaits(Optional.of(SCHOOL), Set.of(SCHOOL, HUB), SCHOOL)).isFalse();
    assertThat(awaits(Optional.of(SCHOOL), Set.of(NURSERY), SCHOOL)).isFalse();
  }

  @Test
  void whoGivesOrKeepsTheRegisterStandsForItByRecording() {
    assertThat(awaits(Optional.of(HUB), Set.of(SCHOOL), SCHOOL)).isFalse();
    assertThat(awaits(Optional.of(NURSERY), Set.of(SCHOOL), SCHOOL)).isFalse();
    assertThat(awaits(Optional.of(NURSERY), Set.of(NURSERY), SCHOOL, NURSERY))
        .as("who gives and receives does not stand apart")
        .isTrue();
    assertThat(awaits(Optional.of(NURSERY), Set.of(NURSERY, HUB), SCHOOL, NURSERY)).isFalse();
  }

  @Test
  void whoAskedForASheetTakesInNoAnswerToItself() {
    ScopeLine whole = ScopeLine.of(Category.SUPPORT);
    ScopeLine part =
        new ScopeLine(
            Category.SUPPORT,
            Optional.of("support-school/state"),
            Optional.of(new ScopeLine.OfSheet(SheetId.create(), 2026)));
    assertThat(ConfirmationRule.mayKeep(received(part), HUB)).isFalse();
    assertThat(ConfirmationRule.mayKeep(received(part), SCHOOL)).isTrue();
    assertThat(ConfirmationRule.mayKeep(received(whole), HUB)).isTrue();
  }

  private static ConsentRequest received(ScopeLine scope) {
    return new ConsentRequest(
        ConsentId.create(),
        ChildId.create(),
        Reference.fresh(),
        ConsentKind.SHARE,
        "x",
        Optional.empty(),
        Optional.of(Set.of(SCHOOL)),
        Set.of(HUB),
        List.of(scope),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.of(SCHOOL),
        true);
  }

  @Test
  void hubsReadByTheirOwnPapers() {
    assertThat(awaits(Optional.of(HUB), Set.of(HUB), HUB)).isFalse();
    assertThat(ConfirmationRule.needsScan(ConsentKind.USE, Set.of(HUB), Optional.of(HUB)))
        .isFalse();
    assertThat(ConfirmationRule.needsScan(ConsentKind.SHARE, Set.of(HUB), Optional.of(HUB)))
        .isTrue();
    assertThat(
            ConfirmationRule.needsScan(ConsentKind.HANDOVER, Set.of(SCHOOL), Optional.of(NURSERY)))
        .isFalse();
  }
}
