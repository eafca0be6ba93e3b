package jp.tsunagi.record.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.ui.CellText;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

class PaperRulesTest {
  private static final SectionLayout.Sources WITHOUT_ROOM =
      new SectionLayout.Sources(_ -> Optional.empty(), Map.of(), Map.of(), false);

  @Test
  void areasAndAspectsStandInOneTable() {
    var section = Samples.form("support-nursery").section("areas").orElseThrow();
    var blocks = SectionLayout.blocks(section, Samples.answers(section, 1), WITHOUT_ROOM);
    assertThat(blocks).hasSize(1);
    var grid = (Paper.Grid) blocks.getFirst();
    assertThat(grid.heads()).containsExactly("領域", "ようす", "有効だった配慮");
    assertThat(grid.rows())
        .extracting(List::getFirst)
        .containsExactly("健康・生活", "運動", "ことば", "人とのかかわり", "集団", "遊び・学びの芽");
  }

  @Test
  void whatNobodySaidLeavesRoomOnFormsAndIsLeftOutOfWhatIsHandedOut() {
    var section = Samples.form("support-nursery").section("areas").orElseThrow();
    assertThat(SectionLayout.blocks(section, Answers.NONE, WITHOUT_ROOM)).isEmpty();
    Answers one =
        Answers.NONE.with(
            jp.tsunagi.record.form.Address.of("movement-helped"), new Answer.Text("手すり"));
    var grid = (Paper.Grid) SectionLayout.blocks(section, one, WITHOUT_ROOM).getFirst();
    assertThat(grid.rows()).containsExactly(List.of("運動", "", "手すり"));
  }

  @Test
  void datesAreInErasAndAsExactAsKnown() {
    assertThat(AnswerWords.date(new Answer.Date(2019, 5, 1))).isEqualTo("令和元年5月1日（2019）");
    assertThat(AnswerWords.date(new Answer.Date(2019, 4, null))).isEqualTo("平成31年4月");
    assertThat(AnswerWords.date(new Answer.Date(2018, null, null))).isEqualTo("平成30年（2018）");
  }

  @Test
  void numbersAreWrittenWithTheFiscalYear() {
    assertThat(new IssueNumber(new FiscalYear(2026), 12).text()).isEqualTo("R8-0012");
    assertThat(new IssueNumber(new FiscalYear(2019), 10_001).text()).isEqualTo("R1-10001");
  }

  @Test
  void variantsStayWhereAFontDrawsThemAndWhatNoFontHasIsMarked() {
    assertThat(PrintableText.of("葛󠄁飾 辻󠄀 ゔ 髙﨑邉")).isEqualTo("葛󠄁飾 辻󠄀 ゔ 髙﨑邉");
    assertThat(PrintableText.of("邉󠄿")).as("a variant nobody has").isEqualTo("邉");
    assertThat(PrintableText.of("よかった😀☑")).isEqualTo("よかった〓■");
    assertThat(PrintableText.of("a\u0000\u200Bb\tc\nd\uFEFF")).isEqualTo("ab c\nd");
  }

  @Test
  void whatAPaperCannotShowIsSaidWithItsPlace() {
    Paper paper = Samples.paper(Samples.form("profile"), 0, true, "邉󠄿見　辻󠄀");
    assertThat(Losses.of(paper).onPaper())
        .containsExactly("「邉」は、この異体字が印刷用の書体にないため、ふつうの字形になります（氏名）");
    var said = new Paper.Ruled(List.of(new Paper.Line("好きなこと", new Paper.Written("虫😀", false))));
    Paper emoji = new Paper("t", List.of(), Optional.empty(), List.of(), List.of(said), "t");
    assertThat(Losses.of(emoji).onPaper().getFirst()).contains("U+1F600", "好きなこと");
    assertThat(Losses.of(emoji).onScreen().getFirst()).contains("😀", "好きなこと");
    assertThat(Losses.of(Samples.paper(Samples.form("profile"), 1, true, "青空　海")).onPaper())
        .isEmpty();
  }

  @Test
  void theChildSignsWithoutARelation() {
    var section = Samples.form("consent-use").sections().getFirst();
    var boxes =
        SectionLayout.blocks(
                section,
                Answers.NONE,
                new SectionLayout.Sources(_ -> Optional.empty(), Map.of(), Map.of(), true))
            .stream()
            .filter(Paper.Signatures.class::isInstance)
            .flatMap(block -> ((Paper.Signatures) block).boxes().stream())
            .toList();
    assertThat(boxes).extracting(Paper.SignatureBox::role).containsExactly("続柄", "");
  }

  @Test
  void noCellIsEverAFormula() {
    for (String text : List.of("=1+1", "+1", "-1", "@x", "\t=1", "＝1", "＋1", "－1", "＠x")) {
      assertThat(CellText.of(text)).isEqualTo("'" + text);
    }
    assertThat(CellText.of("1-1=0")).isEqualTo("1-1=0");
    assertThat(CellText.of("a\u0001b\uD800")).isEqualTo("ab");
  }

  @Test
  void theWorkbookSaysWhatThePaperSays() throws IOException {
    Paper paper = Samples.paper(Samples.form("profile"), 1, true, "=青空　海");
    byte[] bytes = PaperWorkbook.render(paper, Samples.FOOTING);
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes));
        var rows = book.getFirstSheet().openStream()) {
      String all =
          rows.flatMap(row -> row.stream())
              .filter(cell -> cell != null)
              .map(cell -> cell.getText())
              .collect(Collectors.joining("\n"));
      assertThat(all)
          .contains("個人票", "'=青空　海（あおぞら　うみ）", "■ 前もって伝える", "□ 短いことば", "取扱注意", "R8-0012")
          .contains("続柄");
    }
  }

  @Test
  void tableColumnsShareTheWidth() {
    assertThat(WorkbookRows.widths(3, true)).containsExactly(2, 5, 5);
    assertThat(WorkbookRows.widths(5, false)).containsExactly(2, 2, 2, 3, 3);
    assertThat(WorkbookRows.height("あ".repeat(100), 9)).isGreaterThan(40);
  }
}
