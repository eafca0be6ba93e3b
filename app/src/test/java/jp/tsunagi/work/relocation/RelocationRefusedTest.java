package jp.tsunagi.work.relocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.record.ground.ConsentMeans;
import jp.tsunagi.record.ground.Consents;
import jp.tsunagi.record.ground.NewConsent;
import jp.tsunagi.record.ground.ScopeLine;
import org.junit.jupiter.api.Test;

/** What is not moved, by whom, and what is said then. */
class RelocationRefusedTest extends RelocationTown {
  @Test
  void whatIsFinalIsMovedByWhoeverLeadsAlone() {
    SheetId sheet = confirmed(wrong, mother);
    Visitor writer = visitor(teacher);
    assertThat(writer.get("/sheets/" + sheet).is(200).body()).doesNotContain("/relocation");
    writer.get(page(sheet)).is(404);
    move(writer, sheet, "田中はるき", BORN_TOO).is(404);
    assertThat(town.trace(Action.MOVE_SHEET)).isEmpty();
  }

  @Test
  void ofAChildWhomTheSeatDoesNotReachNothingIsSaid() {
    SheetId sheet = confirmed(wrong, mother);
    Visitor head = visitor(principal);
    String reached = move(head, sheet, "青空ひなた", LocalDate.of(2022, 6, 3)).is(422).text();
    assertThat(reached).contains("あなたがいま受け持つ中にいません");
    String nobody = move(head, sheet, "虹野いろは", LocalDate.of(2022, 6, 3)).is(422).text();
    assertThat(nobody).contains("あなたがいま受け持つ中にいません");
    assertThat(move(head, sheet, "田中はるか", BORN).is(422).text()).contains("もうそのお子さんの記録です");
    assertThat(head.post(page(sheet), "name", "田中はるき", "birth", "", "why", "短い").is(422).text())
        .contains("10文字から", "しるしを付けて");
    assertThat(town.trace(Action.MOVE_SHEET)).isEmpty();
    draft(right);
    assertThat(move(head, sheet, "田中はるき", BORN_TOO).is(422).text()).contains("同じ年度の同じ様式がもうあります");
    assertThat(town.trace(Action.MOVE_SHEET)).isEmpty();
  }

  private void agreed(ConsentKind kind, ScopeLine scope) {
    town.run(tx ->
        family
            .program
            .bean(Consents.class)
            .give(
                tx,
                new NewConsent(
                    ConsentId.create(),
                    wrong,
                    kind,
                    mother,
                    ConsentMeans.PAPER,
                    tx.today(),
                    "test",
                    Optional.of(Set.of(school)),
                    Set.of(family.centre),
                    List.of(scope),
                    false,
                    Period.through(tx.today(), tx.today().plusDays(30)),
                    Optional.empty())));
  }

  @Test
  void whatSomebodyElseReadsByAConsentToItStays() {
    SheetId sheet = confirmed(wrong, mother);
    agreed(
        ConsentKind.SHARE,
        new ScopeLine(
            Category.SUPPORT,
            Optional.of("support-school/state"),
            Optional.of(new ScopeLine.OfSheet(sheet, 2026))));
    Visitor head = visitor(principal);
    assertThat(head.get(page(sheet)).is(200).text())
        .contains("この書類を見せる同意が続いています")
        .doesNotContain("name=\"birth\"");
    assertThat(move(head, sheet, "田中はるき", BORN_TOO).is(422).text()).contains("同意が続いています");
    assertThat(town.trace(Action.MOVE_SHEET)).isEmpty();
  }

  @Test
  void whatWasHandedOverStays() {
    SheetId sheet = confirmed(wrong, mother);
    agreed(ConsentKind.HANDOVER, ScopeLine.of(Category.SUPPORT));
    assertThat(visitor(principal).get(page(sheet)).is(200).text()).contains("引継ぎの同意で");
    assertThat(move(visitor(principal), sheet, "田中はるき", BORN_TOO).is(422).text())
        .contains("引継ぎの同意で");
  }
}
