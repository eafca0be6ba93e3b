package jp.tsunagi.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.tsunagi.TestBrowser;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.record.print.Samples;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** 支援シート: on paper to a place without a terminal, and to one outside the register (A10). */
final class SupportSheets {
  private final Walk walk;
  private final Handing handing;

  SupportSheets(Walk walk) {
    this.walk = walk;
    handing = new Handing(walk);
  }

  void play() {
    toAPlaceWithoutATerminal();
    toAPlaceOutsideTheRegister();
    afterTheWithdrawalItStaysClosed();
  }

  private void toAPlaceWithoutATerminal() {
    walk.on(2033, 6, 6);
    TestBrowser desk = walk.at(walk.city.coordinator).visit(walk.child() + "/support-sheet");
    desk.shows("渡せる相手がいません");
    handing.asked(walk.city.coordinator, "みどり台小学校", "放課後等デイ あさひ", "R15.7.1", "R16.3.31");
    handing.signedOnPaper(walk.city.coordinator, "R15.6.6");
    desk.visit(walk.child() + "/support-sheet").shows("紙で連携").follow("この相手に渡す");
    desk.hides("家族と、家庭で使うことば").press("紙のすがたを見る").shows("放課後等デイ あさひ　御中").shows("漢字をよく覚える");
    walk.untraced(Action.PRINT);
    desk.press("PDFで発行する").shows("発行しました").shows("R15-0001");
    byte[] paper = desk.file("PDFを開く");
    assertThat(Samples.text(paper))
        .contains("第 R15-0001 号", "令和15年6月6日", "放課後等デイ あさひ　御中", "目的：支援の引継ぎのため")
        .contains("取扱注意", "緑川 まこと", "漢字をよく覚える")
        .doesNotContain("だんごむし", "保育器");
    walk.traced(Action.PRINT, Action.VIEW_FILE);
  }

  private void toAPlaceOutsideTheRegister() {
    TestBrowser desk =
        handing.askedForOutside(
            walk.city.coordinator, "みどり台小学校", "かもめ発達クリニック", "R15.7.1", "R16.3.31");
    handing.signedOnPaper(walk.city.coordinator, "R15.6.6");
    desk.visit(walk.child() + "/support-sheet");
    desk.inRow("かもめ発達クリニック", "この相手に渡す").shows("同意書に書かれた相手です");
    desk.press("紙のすがたを見る").shows("かもめ発達クリニック　御中").press("Excelで発行する");
    desk.shows("R15-0002").shows("かもめ発達クリニック");
    assertThat(words(desk.file("Excelを開く"))).contains("漢字をよく覚える");
    walk.traced(Action.EXPORT, Action.VIEW_FILE);
  }

  private static String words(byte[] workbook) {
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook));
        var rows = book.getFirstSheet().openStream()) {
      return rows.flatMap(Row::stream)
          .filter(Objects::nonNull)
          .map(Cell::getText)
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void afterTheWithdrawalItStaysClosed() {
    TestBrowser desk = walk.at(walk.city.coordinator).visit(walk.child() + "/support-sheet");
    String paper = desk.link("PDFを開く").getAttribute("href");
    desk.visit(walk.child() + "/consents");
    desk.inRow("放課後等デイ あさひ", "取りやめを記録")
        .fill("申し出のあった日", "R15.6.6")
        .press("取りやめを記録する")
        .shows("もう読めません");
    walk.traced(Action.WITHDRAW_CONSENT);
    desk.visit(paper).shows("もう出せません");
    desk.visit(walk.child() + "/support-sheet").shows("R15-0001").hides("紙で連携");
    walk.untraced(Action.VIEW_FILE);
  }
}
