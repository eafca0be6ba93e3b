package jp.tsunagi.work.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.staff.PostKind;
import org.junit.jupiter.api.Test;

/** What comes of a request: a no of either side, taken back, on paper (B4). */
class RequestAnswersTest {
  private final RequestTown town = new RequestTown();

  private final String sheet = "/sheets/" + town.sheet;

  @Test
  void aRefusalTellsItsReason() {
    String request = town.ask(town.school);
    Visitor coordinator = town.as(town.coordinator);
    assertThat(coordinator.post(request + "/answer", "answer", "refuse").is(422).body())
        .contains("えらんでください");
    assertThat(
            coordinator
                .post(request + "/answer", "answer", "refuse", "reason", "OTHER")
                .is(422)
                .body())
        .contains("相手に伝えることを400文字までで");
    coordinator
        .post(request + "/answer", "answer", "refuse", "reason", "TALK", "note", "1月に会議があります")
        .is(200);
    assertThat(town.as(town.manager).get(request).is(200).body())
        .contains("見せられないとの答え", "直接お話しします", "1月に会議があります", "みなみ小学校")
        .doesNotContain("川辺 すず");
    coordinator.post(request + "/answer", town.agreement("state")).is(200);
    town.as(town.mother).get(town.portal(request)).is(404);
    assertThat(town.town.trace(Action.REQUEST))
        .extracting(row -> row.getPurpose())
        .containsExactly("ASKED", "REFUSED", "AGAIN");
  }

  /** Whoever asked cannot tell the family's no from the school's that gives no reason. */
  @Test
  void theFamilysNoIsToldLikeARefusal() {
    String refused = town.ask(town.school);
    town.as(town.coordinator)
        .post(refused + "/answer", "answer", "refuse", "reason", "UNSAID")
        .is(200);
    String declined = town.agreed();
    town.as(town.mother).post(town.portal(declined), "answer", "not-now").is(200);
    Visitor manager = town.as(town.manager);
    assertThat(RequestTown.told(manager, declined)).isEqualTo(RequestTown.told(manager, refused));
    assertThat(RequestTown.told(manager, declined))
        .contains("理由はお伝えできません")
        .doesNotContain("保護者が同意しません");
    assertThat(town.as(town.coordinator).get(declined).is(200).body()).contains("保護者が同意しませんでした");
    manager.get(sheet).is(404);
  }

  /** Whether the place has answered by then, and how, is told neither by a page nor by a day. */
  @Test
  void thatThePlaceHasAgreedIsNotTold() {
    String request = town.ask(town.school);
    Visitor manager = town.as(town.manager);
    String list = "/requests?side=ASKING&show=";
    String page = RequestTown.told(manager, request);
    String row = RequestTown.main(manager.get(list + "OPEN").is(200).body());
    town.as(town.coordinator).post(request + "/answer", town.agreement("state", "support")).is(200);
    assertThat(RequestTown.told(manager, request)).isEqualTo(page);
    assertThat(RequestTown.main(manager.get(list + "OPEN").is(200).body())).isEqualTo(row);
    String other = town.ask(town.school);
    town.family.program.clock().set(LocalDate.of(2026, 12, 26));
    Visitor later = town.as(town.manager);
    assertThat(RequestTown.told(later, request))
        .isEqualTo(RequestTown.told(later, other))
        .contains("期限までに答えなし");
    assertThat(RequestTown.main(later.get(list + "OVER").is(200).body())).contains(request, other);
    assertThat(later.post(request + "/withdrawal").is(200).body()).contains("すでに答えが出ているか");
  }

  /** A no that comes after the day for the answer would prove that the place had agreed. */
  @Test
  void aLateNoIsNotTold() {
    String declined = town.agreed();
    String dropped = town.agreed();
    String silent = town.ask(town.school);
    String list = "/requests?side=ASKING&show=";
    town.family.program.clock().set(LocalDate.of(2026, 12, 26));
    Visitor manager = town.as(town.manager);
    String before = RequestTown.main(manager.get(list + "ALL").is(200).body());
    town.later();
    town.as(town.mother).post(town.portal(declined), "answer", "not-now").is(200);
    String question = town.portal(dropped).replace("/portal", "") + "/request";
    town.as(town.coordinator).post(question + "/removal").is(200);
    assertThat(manager.get("/day").is(200).body()).doesNotContain("求めた計画に答えがあった");
    assertThat(RequestTown.main(manager.get(list + "ALL").is(200).body())).isEqualTo(before);
    assertThat(RequestTown.main(manager.get(list + "OVER").is(200).body()))
        .contains(declined, dropped, silent);
    assertThat(RequestTown.told(manager, declined))
        .isEqualTo(RequestTown.told(manager, silent))
        .contains("期限までに答えなし")
        .doesNotContain("理由");
    assertThat(RequestTown.told(manager, dropped)).isEqualTo(RequestTown.told(manager, silent));
    Visitor coordinator = town.as(town.coordinator);
    assertThat(coordinator.get(declined).is(200).body()).contains("保護者が同意しませんでした");
    assertThat(coordinator.get(dropped).is(200).body()).contains("保護者へのお願いを取りやめました");
  }

  /** On the last day itself a no is told. */
  @Test
  void aNoOnTheLastDayIsTold() {
    String declined = town.agreed();
    town.family.program.clock().set(LocalDate.of(2026, 12, 25));
    town.as(town.mother).post(town.portal(declined), "answer", "not-now").is(200);
    town.family.program.clock().set(LocalDate.of(2026, 12, 26));
    Visitor manager = town.as(town.manager);
    assertThat(manager.get("/day").is(200).body()).contains("求めた計画に答えがあった");
    assertThat(RequestTown.told(manager, declined)).contains("見せられないとの答え", "理由はお伝えできません");
  }

  @Test
  void whoAskedTakesItBackAndTheFamilyIsNotAskedAnyMore() {
    String request = town.agreed();
    Visitor mother = town.as(town.mother);
    mother.get(town.portal(request)).is(200);
    town.as(town.coordinator).post(request + "/withdrawal").is(404);
    Visitor manager = town.as(town.manager);
    manager.post(request + "/withdrawal").is(200);
    assertThat(manager.post(request + "/withdrawal").is(200).body()).contains("取りやめ");
    mother.get(town.portal(request)).is(404);
    mother.post(town.portal(request), "answer", "agree", "scope", "SUPPORT").is(404);
    assertThat(town.town.trace(Action.REQUEST))
        .extracting(row -> row.getPurpose())
        .containsExactly("ASKED", "AGREED", "CANCELLED", "AGAIN");
  }

  @Test
  void onceTheFamilyAgreedItIsTheirsToTakeBack() {
    String request = town.readable();
    Visitor manager = town.as(town.manager);
    assertThat(manager.post(request + "/withdrawal").is(200).body()).contains("すでに答えが出ているか");
    manager.get(sheet).is(200);
  }

  @Test
  void aGuardianWithoutAuthorityDecidesNothing() {
    String request = town.agreed();
    town.as(town.father).get(town.portal(request)).is(404);
    assertThat(town.signed(town.as(town.coordinator), request, town.father).is(422).body())
        .contains("お子さんのことを決める保護者として登録されていません");
    town.as(town.manager).get(sheet).is(404);
  }

  @Test
  void thePaperIsTakenInByTheAuthorOrAHubAndByNobodyElse() {
    String request = town.agreed();
    String paper = town.portal(request).replace("/portal", "") + "/paper";
    town.as(town.manager).get(paper).is(404);
    TestTown.Worker teacher = town.town.worker(town.school, PostKind.PRINCIPAL, "山辺 とおる");
    town.as(teacher).get(paper).is(404);
    town.signed(town.as(town.family.counsellor), request, town.mother).is(200);
    assertThat(town.as(town.manager).get(request).is(200).body()).contains("読めます");
    town.as(town.manager).get(sheet).is(200);
  }

  /**
   * Nobody at the place says no in the family's name; who takes in its papers ends the question.
   */
  @Test
  void theQuestionIsEndedByWhoTakesInPapersAndNotInTheFamilysName() {
    String request = town.agreed();
    String one = town.portal(request).replace("/portal", "") + "/request";
    Visitor approver = town.as(town.town.worker(town.school, PostKind.PRINCIPAL, "山辺 とおる"));
    approver.get(one).is(404);
    approver.post(one + "/sending").is(404);
    approver.post(one + "/removal").is(404);
    approver.post(one + "/removal?declined=true").is(404);
    Visitor coordinator = town.as(town.coordinator);
    assertThat(coordinator.get(one).is(200).body())
        .contains("このお願いを終える", "見せられないとの答えだけが伝わります")
        .doesNotContain("いまは同意しません");
    coordinator.post(one + "/removal?declined=true").is(404);
    town.as(town.mother).get(town.portal(request)).is(200);
    coordinator.post(one + "/removal").is(200);
    town.as(town.mother).get(town.portal(request)).is(404);
    assertThat(RequestTown.told(town.as(town.manager), request)).contains("見せられないとの答え");
    assertThat(town.town.trace(Action.GIVE_CONSENT))
        .extracting(row -> row.getPurpose())
        .containsExactly("DROPPED");
  }

  @Test
  void aHubAnswersForAPlaceOnPaper() {
    String request = town.ask(town.paper);
    String paper = "/children/" + town.child + request + "/paper";
    Visitor counsellor = town.as(town.family.counsellor);
    counsellor.get(request).is(404);
    town.involved(town.paper, InvolvementKind.CONSULTATION);
    assertThat(counsellor.get("/day").is(200).body()).contains("求められた計画に答える");
    assertThat(counsellor.get(request).is(200).body()).contains(paper, "求めを印刷する", "見せられる書類がありません");
    counsellor.get(paper.replace(town.child.toString(), town.family.child.toString())).is(404);
    var pdf = counsellor.get(paper).is(200);
    assertThat(new String(pdf.bytes(), 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
    town.as(town.manager).get(paper).is(404);
    town.as(town.coordinator).get(paper).is(404);
    counsellor.post(request + "/answer", "answer", "refuse", "reason", "NOT_THERE").is(200);
    counsellor.get(paper).is(404);
    assertThat(town.as(town.manager).get(request).body()).contains("求められた書類はありません");
    assertThat(town.town.trace(Action.PRINT))
        .singleElement()
        .satisfies(row -> assertThat(row.getChildId()).isEqualTo(town.child));
  }
}
