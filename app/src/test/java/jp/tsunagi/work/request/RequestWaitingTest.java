package jp.tsunagi.work.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.child.Guardians;
import jp.tsunagi.people.child.Relation;
import org.junit.jupiter.api.Test;

/** What the family signed and a second place has to stand for (B4, ADR 8). */
class RequestWaitingTest {
  private final RequestTown town = new RequestTown();

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
    manager.get("/sheets/" + town.sheet).is(404);
    Visitor coordinator = town.as(town.coordinator);
    assertThat(coordinator.get(request).is(200).body()).contains("同意の確認を待っています");
    coordinator.post(town.portal(request).replace("/portal", "") + "/confirmation").is(200);
    assertThat(manager.get(request).is(200).body()).contains("読めます");
    manager.get("/sheets/" + town.sheet).is(200);
  }

  /** That the family signed, and so that the place had agreed, is told once it is readable. */
  @Test
  void whatWaitsForASecondPlaceIsNotToldToWhoeverAsked() {
    String silent = town.ask(town.school);
    String request = signedBy(aunt());
    Visitor manager = town.as(town.manager);
    assertThat(RequestTown.told(manager, request)).isEqualTo(RequestTown.told(manager, silent));
    assertThat(manager.get(town.consents()).is(200).body()).doesNotContain(town.consent(request));
    manager.get(town.consent(request)).is(404);
    manager.get(town.consent(request) + "/withdrawal").is(404);
    manager.post(town.consent(request) + "/confirmation").is(404);
    Visitor coordinator = town.as(town.coordinator);
    assertThat(coordinator.get(town.consents()).is(200).body()).contains(town.consent(request));
    coordinator.post(town.consent(request) + "/confirmation").is(200);
    assertThat(manager.get(town.consents()).is(200).body()).contains(town.consent(request));
    manager.get(town.consent(request)).is(200);
  }

  @Test
  void whatIsTakenBackBeforeItWasReadableIsToldLikeARefusal() {
    String refused = town.ask(town.school);
    town.as(town.coordinator)
        .post(refused + "/answer", "answer", "refuse", "reason", "UNSAID")
        .is(200);
    GuardianId aunt = aunt();
    String request = signedBy(aunt);
    town.later();
    town.as(aunt).post(town.portal(request) + "/withdrawal").is(200);
    Visitor manager = town.as(town.manager);
    assertThat(manager.get("/day").is(200).body()).contains("求めた計画に答えがあった");
    assertThat(RequestTown.told(manager, request))
        .isEqualTo(RequestTown.told(manager, refused))
        .doesNotContain("取り消");
    assertThat(manager.get(town.consents()).is(200).body()).doesNotContain(town.consent(request));
    manager.get(town.consent(request)).is(404);
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
    coordinator.post(town.consent(request) + "/confirmation").is(404);
    assertThat(coordinator.get(town.consent(request)).is(200).body())
        .contains("求めた機関が求めを取りやめたため終わりました");
    assertThat(coordinator.get(request).is(200).body()).contains("求めた機関が取りやめました");
    town.as(aunt).get("/portal/children/" + town.child + "/consents").is(200);
    manager.get("/sheets/" + town.sheet).is(404);
    manager.get(town.consent(request)).is(404);
    assertThat(manager.post(request + "/withdrawal").is(200).body()).contains("すでに答えが出ているか");
    assertThat(town.town.trace(Action.REQUEST))
        .extracting(row -> row.getPurpose())
        .containsExactly("ASKED", "AGREED", "CANCELLED", "AGAIN");
  }
}
