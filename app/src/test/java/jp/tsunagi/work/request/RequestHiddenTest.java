package jp.tsunagi.work.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.trace.Action;
import org.junit.jupiter.api.Test;

/** Requests beside a child whose address is hidden (住所の秘匿): an answer tells of a place. */
class RequestHiddenTest {
  private final RequestTown town = new RequestTown();

  private void hidden() {
    town.as(town.family.counsellor)
        .post(
            "/children/" + town.child + "/compartments",
            "kind",
            "HIDDEN_ADDRESS",
            "id",
            UUID.randomUUID().toString(),
            "reason",
            "SUPPORT_MEASURE",
            "named",
            "me")
        .is(200);
  }

  @Test
  void onlyTheNamedFewAsk() {
    String before = town.ask(town.school);
    hidden();
    Visitor manager = town.as(town.manager);
    String form = town.url() + "/new?form=support-school&year=2026&place=" + town.school;
    assertThat(manager.get(town.url()).is(200).body())
        .contains("求められたものはありません")
        .doesNotContain("求めたもの", "計画を求める</h2>", before);
    manager.get(form).is(404);
    manager.post(town.url() + "/new", town.asked(ConsentId.create(), town.school)).is(404);
    manager.get(before).is(404);
    manager.post(before + "/withdrawal").is(404);
    Visitor named = town.as(town.family.counsellor);
    named.get(form).is(200);
    named.post(town.url() + "/new", town.asked(ConsentId.create(), town.school)).is(200);
    assertThat(town.town.trace(Action.REQUEST))
        .extracting(row -> row.getPurpose())
        .containsExactly("ASKED", "ASKED");
  }

  /** The place that was asked still answers; whoever asked and is not named hears nothing of it. */
  @Test
  void anAnswerIsToldToTheNamedFewAlone() {
    String request = town.ask(town.school);
    hidden();
    Visitor coordinator = town.as(town.coordinator);
    assertThat(coordinator.get(town.url()).is(200).body()).contains(request).doesNotContain("こばと");
    coordinator.post(request + "/answer", "answer", "refuse", "reason", "TALK").is(200);
    Visitor manager = town.as(town.manager);
    assertThat(manager.get("/day").is(200).body()).doesNotContain("求めた計画に答えがあった");
    assertThat(manager.get("/requests?side=ASKING&show=ALL").is(200).body())
        .doesNotContain(request);
    manager.get(request).is(404);
    assertThat(town.town.trace(Action.REQUEST))
        .extracting(row -> row.getPurpose())
        .containsExactly("ASKED", "REFUSED");
  }
}
