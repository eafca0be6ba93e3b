package jp.tsunagi.record.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.trace.Action;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A4: every field says who gave it and when; old versions stay and can be compared. */
class SheetVersionsTest {
  private final SheetTown town = new SheetTown().consented();

  @AfterEach
  void back() {
    town.program.clock().set(LocalDate.of(2026, 11, 21));
  }

  private void on(int month, int day) {
    town.program.clock().set(LocalDate.of(2026, month, day));
  }

  private SheetId confirmed() {
    on(5, 14);
    return town.as(
        town.teacher,
        tx -> {
          SheetId id = town.sheets.start(tx, town.schoolSheet()).orThrow();
          SheetTown.completeSchool().forEach(draft -> town.sheets.save(tx, id, draft).orThrow());
          return id;
        });
  }

  private void confirm(SheetId id) {
    town.as(
        town.teacher,
        tx -> {
          var answer =
              new Confirmation(town.mother, Confirmation.Means.PAPER, tx.today(), Optional.empty());
          return town.sheets.confirm(tx, id, answer).orThrow();
        });
  }

  private void write(jp.tsunagi.TestTown.Worker by, SheetId id, String field, String text) {
    town.as(
        by,
        tx -> town.sheets.save(tx, id, Draft.of("state", SheetTown.texts(field, text))).orThrow());
  }

  private PartView state(SheetId id) {
    return town.as(
        town.teacher,
        tx -> {
          ReadSheet read = town.program.bean(SheetReading.class).inUse(tx, id);
          return PartView.of(tx, read.sheet(), read.part("state").orElseThrow());
        });
  }

  @Test
  void aFieldSaysWhoGaveItWhereThatIsNotWhoWroteThePartLast() {
    SheetId id = confirmed();
    on(5, 20);
    town.as(town.coordinator, tx -> town.sheets.start(tx, town.schoolSheet()).orThrow());
    write(town.coordinator, id, "learning", "漢字はよく覚える。");
    confirm(id);
    PartView part = state(id);
    assertThat(part.who()).contains("緑川 まこと").contains("5/20");
    assertThat(line(part, "strengths").who()).contains("森田 かえで").contains("5/14");
    assertThat(line(part, "learning").who()).isEmpty();
  }

  private static LineView line(PartView part, String field) {
    return part.lines().stream().filter(it -> it.field().equals(field)).findFirst().orElseThrow();
  }

  @Test
  void whoGaveItGoesOnIntoTheNextVersion() {
    SheetId id = confirmed();
    confirm(id);
    on(9, 1);
    town.as(town.teacher, tx -> town.sheets.amend(tx, id).orThrow());
    write(town.teacher, id, "learning", "九九を覚えた。");
    confirm(id);
    assertThat(line(state(id), "strengths").who()).contains("5/14");
  }

  @Test
  void twoVersionsAreComparedOnAPageThatLeavesItsRow() {
    SheetId id = confirmed();
    confirm(id);
    on(9, 1);
    town.as(town.teacher, tx -> town.sheets.amend(tx, id).orThrow());
    write(town.teacher, id, "strengths", "路線図をかくこと。");
    write(town.teacher, id, "learning", "九九を覚えた。");
    confirm(id);
    var teacher = town.program.visitor().signIn(town.teacher);
    String sheet = "/sheets/" + id;
    var page = teacher.get(sheet).is(200);
    assertThat(page.body()).contains("comparison?from=1&amp;to=2").contains("前の版とくらべる");
    int before = town.town.trace(Action.VIEW_SHEET).size();
    var compared = teacher.get(sheet + "/comparison?from=1&to=2").is(200);
    assertThat(compared.body())
        .contains("<del>絵</del>をかくこと。<del>路線図を覚えること。</del>")
        .contains("<ins>路線図</ins>をかくこと。")
        .contains("<ins>九九を覚えた。</ins>")
        .doesNotContain("作成日");
    assertThat(town.town.trace(Action.VIEW_SHEET)).hasSize(before + 1);
    var old = teacher.get(sheet + "?version=1").is(200);
    assertThat(old.body()).contains("以前の第1版").contains("絵をかくこと").doesNotContain("九九");
    assertThat(old.body()).as("what is past is not changed").doesNotContain("/amendment");
  }

  @Test
  void whoReadsOnlyTheLatestComparesNothing() {
    SheetId id = confirmed();
    confirm(id);
    town.as(town.teacher, tx -> town.sheets.amend(tx, id).orThrow());
    write(town.teacher, id, "strengths", "路線図をかくこと。");
    confirm(id);
    var hub = town.program.visitor().signIn(town.counsellor);
    var page = hub.get("/sheets/" + id).is(200);
    assertThat(page.body()).contains("路線図をかくこと").doesNotContain("前の版とくらべる");
    hub.get("/sheets/" + id + "/comparison?from=1&to=2").is(404);
    hub.get("/sheets/" + id + "?version=1").is(404);
    town.program.visitor().signIn(town.nurseryHead).get("/sheets/" + id + "/comparison").is(404);
  }
}
