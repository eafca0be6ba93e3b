package jp.tsunagi.work.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.child.Guardians;
import jp.tsunagi.people.child.Relation;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.record.ground.ConsentMeans;
import jp.tsunagi.record.ground.Consents;
import jp.tsunagi.record.ground.NewConsent;
import jp.tsunagi.record.ground.ScopeLine;
import org.junit.jupiter.api.Test;

/** What comes of a request: a no of either side, taken back, on paper, confirmed (B4, ADR 8). */
class RequestAnswersTest {
  private static final byte[] SCAN = "%PDF-1.4 scan".getBytes(StandardCharsets.UTF_8);

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
    assertThat(told(manager, declined)).isEqualTo(told(manager, refused));
    assertThat(told(manager, declined)).contains("理由はお伝えできません").doesNotContain("保護者が同意しません");
    assertThat(town.as(town.coordinator).get(declined).is(200).body()).contains("保護者が同意しませんでした");
    manager.get(sheet).is(404);
  }

  /** Whether the place has answered by then, and how, is told neither by a page nor by a day. */
  @Test
  void thatThePlaceHasAgreedIsNotTold() {
    String request = town.ask(town.school);
    Visitor manager = town.as(town.manager);
    String list = "/requests?side=ASKING&show=";
    String page = told(manager, request);
    String row = main(manager.get(list + "OPEN").is(200).body());
    town.as(town.coordinator).post(request + "/answer", town.agreement("state", "support")).is(200);
    assertThat(told(manager, request)).isEqualTo(page);
    assertThat(main(manager.get(list + "OPEN").is(200).body())).isEqualTo(row);
    String other = town.ask(town.school);
    town.family.program.clock().set(LocalDate.of(2026, 12, 26));
    Visitor later = town.as(town.manager);
    assertThat(told(later, request)).isEqualTo(told(later, other)).contains("期限までに答えなし");
    assertThat(main(later.get(list + "OVER").is(200).body())).contains(request, other);
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
    String before = main(manager.get(list + "ALL").is(200).body());
    town.later();
    town.as(town.mother).post(town.portal(declined), "answer", "not-now").is(200);
    String question = town.portal(dropped).replace("/portal", "") + "/request";
    town.as(town.coordinator).post(question + "/removal").is(200);
    assertThat(manager.get("/day").is(200).body()).doesNotContain("求めた計画に答えがあった");
    assertThat(main(manager.get(list + "ALL").is(200).body())).isEqualTo(before);
    assertThat(main(manager.get(list + "OVER").is(200).body())).contains(declined, dropped, silent);
    assertThat(told(manager, declined))
        .isEqualTo(told(manager, silent))
        .contains("期限までに答えなし")
        .doesNotContain("理由");
    assertThat(told(manager, dropped)).isEqualTo(told(manager, silent));
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
    assertThat(told(manager, declined)).contains("見せられないとの答え", "理由はお伝えできません");
  }

  private static String main(String page) {
    return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
  }

  /** The page without what differs by itself: ids, tokens. */
  private static String told(Visitor visitor, String request) {
    String page = visitor.get(request).is(200).body();
    return main(page)
        .replace(request.substring(request.lastIndexOf('/') + 1), "")
        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
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
    assertThat(signed(town.as(town.coordinator), request, town.father).is(422).body())
        .contains("お子さんのことを決める保護者として登録されていません");
    town.as(town.manager).get(sheet).is(404);
  }

  private Visitor.Reply signed(Visitor by, String request, GuardianId giver) {
    String paper =
        "/children/"
            + town.child
            + "/consents/"
            + request.substring(request.lastIndexOf('/') + 1)
            + "/paper";
    String[] scope = RequestTown.offered(by.get(paper).is(200).body()).toArray(String[]::new);
    return by.upload(
        paper,
        "scan",
        "同意書.pdf",
        SCAN,
        "giver",
        giver.toString(),
        "on",
        "R8.11.19",
        "place",
        "職員室",
        "scope",
        scope[0]);
  }

  @Test
  void thePaperIsTakenInByTheAuthorOrAHubAndByNobodyElse() {
    String request = town.agreed();
    String paper = town.portal(request).replace("/portal", "") + "/paper";
    town.as(town.manager).get(paper).is(404);
    TestTown.Worker teacher = town.town.worker(town.school, PostKind.PRINCIPAL, "山辺 とおる");
    town.as(teacher).get(paper).is(404);
    signed(town.as(town.family.counsellor), request, town.mother).is(200);
    assertThat(town.as(town.manager).get(request).is(200).body()).contains("読めます");
    town.as(town.manager).get(sheet).is(200);
  }

  /** A hub that asks is told no more than anybody who asks, and takes in no answer to itself. */
  @Test
  void aHubThatAsksHasNoPartInTheFamilysAnswer() {
    town.involved(town.family.education, InvolvementKind.REGISTRATION);
    ConsentId id = ConsentId.create();
    String request = "/requests/" + id;
    Visitor asker = town.as(town.family.counsellor);
    asker.post(town.url() + "/new", town.asked(id, town.school)).is(200);
    town.as(town.coordinator).post(request + "/answer", town.agreement("state", "support")).is(200);
    String consents = "/children/" + town.child + "/consents";
    assertThat(asker.get(consents).is(200).body()).doesNotContain(id.toString());
    String one = consents + "/" + id;
    asker.get(one + "/request").is(404);
    asker.get(one + "/form").is(404);
    asker.get(one + "/paper").is(404);
    asker.post(one + "/request/removal?declined=true").is(404);
    asker.post(one + "/request/removal").is(404);
    asker
        .upload(one + "/paper", "scan", "x.pdf", SCAN, "giver", town.mother.toString(), "on", "R8.11.19")
        .is(404);
    assertThat(asker.get(request).is(200).body()).contains("答えを待っています");
    assertThat(town.town.trace(Action.GIVE_CONSENT)).isEmpty();
    Visitor other = town.as(town.family.teacher);
    assertThat(other.get(consents).is(200).body()).contains(one + "/request");
    signed(other, request, town.mother).is(200);
    assertThat(asker.get(request).is(200).body()).contains("読めます");
  }

  /** Nobody at the place says no in the family's name; who takes in its papers ends the question. */
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
    assertThat(told(town.as(town.manager), request)).contains("見せられないとの答え");
    assertThat(town.town.trace(Action.GIVE_CONSENT))
        .extracting(row -> row.getPurpose())
        .containsExactly("DROPPED");
  }

  /** Only the asking place says that this guardian decides: somebody else must stand for it. */
  private GuardianId aunt() {
    GuardianId aunt = town.family.guardian(town.child, "若葉 まぼろし", Relation.GRANDMOTHER, true);
    town.town.run(tx ->
        town.family
            .program
            .bean(Guardians.class)
            .note(
                tx,
                town.child,
                aunt,
                Optional.of(Period.since(LocalDate.of(2022, 6, 3))),
                "x",
                town.service));
    return aunt;
  }

  private String signedBy(GuardianId aunt) {
    String request = town.agreed();
    Visitor visitor = town.as(aunt);
    String scope = RequestTown.offered(visitor.get(town.portal(request)).is(200).body()).getFirst();
    visitor.post(town.portal(request), "answer", "agree", "scope", scope).is(200);
    return request;
  }

  @Test
  void whatOnlyTheAskerVouchesForWaits() {
    String request = signedBy(aunt());
    Visitor manager = town.as(town.manager);
    assertThat(manager.get(request).is(200).body()).contains("答えを待っています");
    manager.get(sheet).is(404);
    Visitor coordinator = town.as(town.coordinator);
    assertThat(coordinator.get(request).is(200).body()).contains("同意の確認を待っています");
    coordinator.post(town.portal(request).replace("/portal", "") + "/confirmation").is(200);
    assertThat(manager.get(request).is(200).body()).contains("読めます");
    manager.get(sheet).is(200);
  }

  private String consent(String request) {
    return town.portal(request).replace("/portal", "");
  }

  private String consents() {
    return "/children/" + town.child + "/consents";
  }

  /** That the family signed, and so that the place had agreed, is told once it is readable. */
  @Test
  void whatWaitsForASecondPlaceIsNotToldToWhoeverAsked() {
    String silent = town.ask(town.school);
    String request = signedBy(aunt());
    Visitor manager = town.as(town.manager);
    assertThat(told(manager, request)).isEqualTo(told(manager, silent));
    assertThat(manager.get(consents()).is(200).body()).doesNotContain(consent(request));
    manager.get(consent(request)).is(404);
    manager.get(consent(request) + "/withdrawal").is(404);
    manager.post(consent(request) + "/confirmation").is(404);
    Visitor coordinator = town.as(town.coordinator);
    assertThat(coordinator.get(consents()).is(200).body()).contains(consent(request));
    coordinator.post(consent(request) + "/confirmation").is(200);
    assertThat(manager.get(consents()).is(200).body()).contains(consent(request));
    manager.get(consent(request)).is(200);
  }

  @Test
  void whatIsTakenBackBeforeItWasReadableIsToldLikeARefusal() {
    String refused = town.ask(town.school);
    town.as(town.coordinator)
        .post(refused + "/answer", "answer", "refuse", "reason", "UNSAID")
        .is(200);
    GuardianId aunt = aunt();
    String request = signedBy(aunt);
    town.as(aunt).post(town.portal(request) + "/withdrawal").is(200);
    Visitor manager = town.as(town.manager);
    assertThat(manager.get("/day").is(200).body()).contains("求めた計画に答えがあった");
    assertThat(told(manager, request)).isEqualTo(told(manager, refused)).doesNotContain("取り消");
    assertThat(manager.get(consents()).is(200).body()).doesNotContain(consent(request));
    manager.get(consent(request)).is(404);
    assertThat(town.as(town.coordinator).get(request).is(200).body()).contains("同意を取り消しました");
    assertThat(town.town.trace(Action.WITHDRAW_CONSENT)).hasSize(1);
  }

  /** Whoever asked takes it back as long as it waits, and cannot tell from it that it is signed. */
  @Test
  void whatWaitsForASecondPlaceEndsWithTheRequest() {
    GuardianId aunt = aunt();
    String request = signedBy(aunt);
    Visitor manager = town.as(town.manager);
    assertThat(manager.post(request + "/withdrawal").is(200).body()).contains("取りやめ");
    Visitor coordinator = town.as(town.coordinator);
    coordinator.post(consent(request) + "/confirmation").is(404);
    assertThat(coordinator.get(consent(request)).is(200).body())
        .contains("求めた機関が求めを取りやめたため終わりました");
    assertThat(coordinator.get(request).is(200).body()).contains("求めた機関が取りやめました");
    town.as(aunt).get("/portal/children/" + town.child + "/consents").is(200);
    manager.get(sheet).is(404);
    manager.get(consent(request)).is(404);
    assertThat(manager.post(request + "/withdrawal").is(200).body()).contains("すでに答えが出ているか");
    assertThat(town.town.trace(Action.REQUEST))
        .extracting(row -> row.getPurpose())
        .containsExactly("ASKED", "AGREED", "CANCELLED", "AGAIN");
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

  /** A hub that asks itself does not answer for the place on paper. */
  @Test
  void nobodyAnswersItsOwnRequest() {
    town.involved(town.paper, InvolvementKind.CONSULTATION);
    ConsentId id = ConsentId.create();
    Visitor counsellor = town.as(town.family.counsellor);
    counsellor.post(town.url() + "/new", town.asked(id, town.paper)).is(200);
    counsellor.post("/requests/" + id + "/answer", "answer", "refuse", "reason", "TALK").is(404);
    counsellor.get(town.url() + "/" + id + "/paper").is(404);
  }

  /** The id of a request is that of the consent it may come to, and of no other. */
  @Test
  void aRequestBearsNoIdOfAnotherConsent() {
    Visitor manager = town.as(town.manager);
    String prepared = prepared(manager, ConsentId.create());
    manager.post(town.url() + "/new", asked(prepared)).is(404);
    manager.get("/requests/" + prepared).is(404);
    String given = given(ConsentId.create());
    manager.post(town.url() + "/new", asked(given)).is(404);
    manager.get("/requests/" + given).is(404);
    assertThat(town.town.trace(Action.REQUEST)).isEmpty();
    manager.post(town.url() + "/new", asked(ConsentId.create().toString())).is(200);
  }

  /** The use of the system by the hubs: of another child, of which whoever asks knows nothing. */
  private String given(ConsentId id) {
    town.town.run(tx ->
        town.family
            .program
            .bean(Consents.class)
            .give(
                tx,
                new NewConsent(
                    id,
                    town.family.child,
                    ConsentKind.USE,
                    town.family.mother,
                    ConsentMeans.PAPER,
                    tx.today(),
                    "test",
                    Optional.empty(),
                    Set.of(town.family.centre),
                    List.of(ScopeLine.of(Category.INVOLVEMENT)),
                    false,
                    Period.since(tx.today()),
                    Optional.empty())));
    return id.toString();
  }

  /** A consent that took the id of a request meanwhile is not opened by the answer to it. */
  @Test
  void anAnswerAsksTheFamilyForNothingElse() {
    String request = town.ask(town.school);
    Visitor manager = town.as(town.manager);
    String id =
        prepared(manager, ConsentId.of(request.substring(request.lastIndexOf('/') + 1)));
    Visitor coordinator = town.as(town.coordinator);
    coordinator.post(request + "/answer", town.agreement("state", "support")).is(404);
    assertThat(coordinator.get(request).is(200).body()).contains("答えてください");
    manager.post(request + "/withdrawal").is(200);
    assertThat(manager.get(consents()).is(200).body()).contains(id);
    assertThat(town.town.trace(Action.REQUEST))
        .extracting(row -> row.getPurpose())
        .containsExactly("ASKED", "CANCELLED");
  }

  private String[] asked(String id) {
    return town.asked(ConsentId.of(id), town.school);
  }

  /** A sharing for こばと, prepared there and not sent. */
  private String prepared(Visitor by, ConsentId id) {
    by.post(
            consents() + "/draft",
            "kind",
            "SHARE",
            "consent",
            id.toString(),
            "receiver",
            town.service.toString(),
            "giving",
            "all",
            "scope",
            "SUPPORT",
            "purpose",
            "放課後の支援のため",
            "until",
            "R9.3.31")
        .is(200);
    return id.toString();
  }

  /** Whoever sees the child in an emergency neither asks nor answers. */
  @Test
  void anOnlookerHasNoPartInIt() {
    String request = town.ask(town.school);
    var other = town.town.organisation(OrganisationKind.CENTRE, "となりのセンター");
    Visitor stranger = town.as(town.town.worker(other, PostKind.CENTRE_HEAD, "白石 さき"));
    stranger
        .post(
            "/emergency",
            "id",
            UUID.randomUUID().toString(),
            "name",
            "若葉 はる",
            "birth",
            "H30.6.3",
            "reason",
            "LIFE",
            "note",
            "命に関わる、持病を知りたい。")
        .is(200);
    stranger.get("/children/" + town.child).is(200);
    stranger.get(town.url()).is(404);
    stranger.get(request).is(404);
    stranger.post(town.url() + "/new", town.asked(ConsentId.create(), town.school)).is(404);
  }
}
