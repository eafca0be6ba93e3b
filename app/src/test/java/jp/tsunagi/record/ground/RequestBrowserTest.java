package jp.tsunagi.record.ground;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestBrowser;
import jp.tsunagi.TestTown;
import org.junit.jupiter.api.Test;

/** From looking at who would see what to the family's own screen, in a real browser (A3). */
class RequestBrowserTest {
  private final FamilyTown family = new FamilyTown();
  private final String mother = family.account(family.mother);
  private final String consents = "/children/" + family.child + "/consents";

  @Test
  void preparedSentAndSignedWithoutTheEarlierVersions() {
    try (TestBrowser desk = TestBrowser.desktop(family.program);
        TestBrowser phone = TestBrowser.phone(family.program)) {
      desk.signIn(family.counsellor).visit(consents + "/draft?kind=USE");
      desk.tick("前の版（書きなおす前のもの）も読んでよい").press("だれに何が見えるかを確かめる");
      desk.shows("まだ家族に送っていません").screenshot("consent-request");
      String request = desk.path();
      desk.visit(consents).shows("準備中（まだ送っていません）").screenshot("consent-list-unsent");
      phone.signIn(family.counsellor).visit(request).screenshot("consent-request-phone");
      desk.follow("確かめて送る").press("この内容で家族に送る").shows("もう届いています");
      desk.screenshot("consent-request-sent").follow("署名された紙を記録する");
      desk.shows("これだけことわられたとき").screenshot("consent-paper");

      phone.press("この内容で家族に送る");
      phone.page().context().clearCookies();
      phone.signIn(mother, TestTown.PASSWORD).visit("/portal" + request.replace("/request", ""));
      phone.shows("書きなおす前のものも、読んでよい").screenshot("portal-consent-history");
      phone.page().locator("[name=history]").uncheck();
      phone.press("同意します").visit("/portal" + consents).hides("書きなおす前のもの");
      assertThat(desk.visit(consents).path()).isEqualTo(consents);
      desk.hides("書きなおす前のもの（前の版）も読めます");
    }
  }
}
