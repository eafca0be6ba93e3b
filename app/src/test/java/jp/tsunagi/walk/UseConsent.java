package jp.tsunagi.walk;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagi.TestBrowser;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.record.print.Samples;

/** 支援システム利用の同意: asked for, printed, signed, recorded; before it nothing is shared (A3). */
final class UseConsent {
  private final Walk walk;

  UseConsent(Walk walk) {
    this.walk = walk;
  }

  void play() {
    refusedBefore();
    printedAndFoundAgainByItsSquare();
    recordedWithTheScan();
    theOtherHubSeesTheChildNow();
  }

  private void refusedBefore() {
    TestBrowser desk = walk.at(walk.city.counsellor).visit(walk.child());
    desk.shows("利用の同意は、まだありません").hides("個人票を");
    desk.visit(walk.child() + "/sheets").shows("読めるものは、まだありません").hides("個人票");
    desk.visit(walk.child() + "/consents");
    desk.shows("支援システム利用の同意があるまで、個人票と、機関をこえた記録は作れません");
    walk.untraced(Action.SAVE_DRAFT);
  }

  private void printedAndFoundAgainByItsSquare() {
    TestBrowser desk = walk.at(walk.city.counsellor).visit(walk.child() + "/consents");
    desk.follow("支援システム利用の同意をお願いする").press("だれに何が見えるかを確かめる");
    desk.shows("まだ家族に送っていません").shows("同意すると、こうなります").shows("つなぎ教育センター").hides("相談の記録");
    String paperPage = desk.path().replace("/request", "/paper");
    byte[] paper = desk.file("紙の同意書を印刷する（PDF）");
    assertThat(Samples.text(paper).replace("\n", ""))
        .contains("支援システム利用の同意書", "青空", "ひなた", "個人票", "つなぎ教育センター", "整理番号");
    walk.traced(Action.PRINT);
    desk.visit("/consents/reference");
    desk.fill("整理番号", "3467933333").press("さがす").shows("この番号で署名を待っている同意書はありません");
    desk.attach("または、QRコードの写った画像", "page.png", "image/png", Scan.of(paper)).press("さがす");
    assertThat(desk.path()).isEqualTo(paperPage);
  }

  private void recordedWithTheScan() {
    TestBrowser desk = walk.on(2023, 10, 5).at(walk.city.counsellor);
    desk.visit(walk.child() + "/consents").follow("内容と署名").follow("署名された紙を記録する");
    desk.tick("青空 みなみ").fill("署名の日", "R5.10.4").press("同意を記録する");
    desk.shows("紙の保管場所を書いてください");
    walk.untraced(Action.GIVE_CONSENT);
    desk.tick("青空 みなみ").fill("署名の日", "R5.10.4").fill("紙の保管場所", "相談室 書庫3");
    desk.attach("紙をスキャンしたもの", "signed.png", "image/png", Scan.empty()).press("同意を記録する");
    desk.shows("同意を記録しました").shows("有効");
    walk.traced(Action.GIVE_CONSENT);
    assertThat(desk.follow("支援システム利用の同意").shows("相談室 書庫3").file("signed.jpg")).isNotEmpty();
    walk.traced(Action.VIEW_FILE);
  }

  private void theOtherHubSeesTheChildNow() {
    walk.at(walk.city.hubTeacher).visit(walk.child()).shows("ひなた").shows("利用の同意");
    walk.at(walk.city.nurseryHead).missing(walk.child());
    walk.traced(Action.VIEW_CHILD);
  }
}
