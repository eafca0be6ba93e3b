package jp.tsunagi.record.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.item.ItemState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SheetPrintTest {
  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private final PrintTown record = new PrintTown(program, town);
  private final OrganisationId nursery = town.organisation(OrganisationKind.NURSERY, "みどり園");
  private final TestTown.Worker head = town.worker(nursery, PostKind.NURSERY_HEAD, "緑川 のぞみ");
  private final ChildId child = record.child(nursery, "髙󠄁嶺", "渚");
  private SheetId sheet;

  @BeforeEach
  void write() {
    sheet = record.sheet(child, nursery, "support-nursery", ItemState.FINAL, "積み木");
  }

  @Test
  void aSheetIsPrintedForAPurposeAndKept() {
    var visitor = program.visitor().signIn(head);
    assertThat(visitor.get("/sheets/" + sheet + "/print").is(200).body())
        .contains("積み木・areas", "何のために印刷しますか", "Excelで出す");
    var printed = visitor.post("/sheets/" + sheet + "/print", "purpose", "meeting", "as", "pdf");
    assertThat(printed.is(200).header("Content-Type")).startsWith("application/pdf");
    assertThat(printed.header("Content-Disposition")).contains("R8-0001.pdf").doesNotContain("渚");
    assertThat(printed.path()).startsWith("/issues/");
    assertThat(Samples.text(Samples.kept("sheet.pdf", printed.bytes())))
        .contains(
            "髙嶺　渚", "たかみね　なぎさ", "令和2年5月14日", "積み木・outline", "取扱注意", "緑川 のぞみ（みどり園）", "R8-0001");
    var rows = town.trace(Action.PRINT);
    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().getPurpose()).isEqualTo("会議で使う");
    assertThat(town.shownBy(rows.getFirst())).containsExactly(child);
    assertThat(town.trace(Action.VIEW_FILE)).hasSize(1);
    assertThat(visitor.get("/sheets/" + sheet + "/print").body())
        .contains("R8-0001", "会議で使う", printed.path());
  }

  @Test
  void numbersHaveNoGapEvenWhenAPrintIsRefused() {
    var visitor = program.visitor().signIn(head);
    visitor.post("/sheets/" + sheet + "/print", "purpose", "talk").is(200);
    assertThat(visitor.post("/sheets/" + sheet + "/print", "purpose", "other").is(422).body())
        .contains("「そのほか」のときは");
    var workbook = visitor.post("/sheets/" + sheet + "/print", "purpose", "talk", "as", "xlsx");
    assertThat(workbook.is(200).header("Content-Disposition"))
        .contains("attachment", "R8-0002.xlsx");
    assertThat(town.trace(Action.EXPORT)).hasSize(1);
  }

  @Test
  void sentTwiceFromOnePageItIsPrintedOnce() {
    var visitor = program.visitor().signIn(head);
    String url = "/sheets/" + sheet + "/print";
    var id = Pattern.compile("name=\"form\" value=\"([^\"]+)\"").matcher(visitor.get(url).body());
    assertThat(id.find()).isTrue();
    String[] sent = {"purpose", "talk", "form", id.group(1)};
    var first = visitor.post(url, sent).is(200);
    assertThat(visitor.post(url, sent).is(200).path()).isEqualTo(first.path());
    assertThat(town.trace(Action.PRINT)).hasSize(1);
    sent[1] = "meeting";
    var other = visitor.post(url, sent).is(200);
    assertThat(other.path()).as("for something else").isNotEqualTo(first.path());
    assertThat(visitor.post(url, sent).is(200).path()).isEqualTo(other.path());
    assertThat(town.trace(Action.PRINT)).hasSize(2);
  }

  @Test
  void whoMayNotTakeOutFilesGetsNone() {
    TestTown.Worker teacher = town.worker(nursery, PostKind.VICE_PRINCIPAL, "竹林 あおい");
    var visitor = program.visitor().signIn(teacher);
    assertThat(visitor.get("/sheets/" + sheet + "/print").is(200).body())
        .doesNotContain("Excelで出す");
    visitor.post("/sheets/" + sheet + "/print", "purpose", "talk", "as", "xlsx").is(404);
    assertThat(town.trace(Action.EXPORT)).isEmpty();
  }

  @Test
  void forAnotherOrganisationThereIsNoSheetAndNoPaper() {
    OrganisationId other = town.organisation(OrganisationKind.NURSERY, "白波園");
    var mine = program.visitor().signIn(head);
    String issue = mine.post("/sheets/" + sheet + "/print", "purpose", "talk").path();
    var stranger = program.visitor().signIn(town.worker(other, PostKind.NURSERY_HEAD, "白石 ひかり"));
    var refused = stranger.get("/sheets/" + sheet + "/print").is(404);
    assertThat(stranger.get(issue).is(404).body()).isEqualTo(refused.body());
    assertThat(stranger.get("/issues/" + jp.tsunagi.base.database.IssueId.create()).is(404).body())
        .isEqualTo(refused.body());
    assertThat(Set.copyOf(town.trace().stream().map(it -> it.getAction()).toList()))
        .contains("PRINT");
  }

  @Test
  void whatIsNotFinalSaysSo() {
    SheetId out = record.sheet(child, nursery, "support-nursery", ItemState.WITH_GUARDIAN, "なわとび");
    var visitor = program.visitor().signIn(head);
    var printed = visitor.post("/sheets/" + out + "/print", "purpose", "family").is(200);
    assertThat(Samples.text(Samples.kept("sheet-unconfirmed.pdf", printed.bytes())))
        .contains("【保護者の確認前】", "保護者の確認", "確認しました", "ここが違います");
  }

  @Test
  void theScreenShowsHowThePaperWillLook() {
    try (var browser = jp.tsunagi.TestBrowser.desktop(program)) {
      browser
          .signIn(head)
          .visit("/sheets/" + sheet + "/print")
          .shows("印刷のすがた")
          .look()
          .screenshot("sheet-print");
    }
  }
}
