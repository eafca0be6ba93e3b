package jp.tsunagi.work.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.staff.PostKind;
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

  /** The letter is a paper of that child alone: a second person releases it first. */
  @Test
  void theLetterGoesOutOnlyWhenItWasReleased() {
    town.involved(town.paper, InvolvementKind.CONSULTATION);
    String request = town.ask(town.paper);
    String paper = "/children/" + town.child + request + "/paper";
    hidden();
    Visitor named = town.as(town.family.counsellor);
    named.get(request + "/paper").is(404);
    assertThat(named.get(paper).is(200).path()).startsWith("/releases/new");
    assertThat(town.town.trace(Action.PRINT)).isEmpty();
    UUID asked = UUID.randomUUID();
    named.post("/releases", "id", asked.toString(), "path", paper, "note", "医院に送る").is(200);
    town.as(town.town.worker(town.family.centre, PostKind.CENTRE_HEAD, "白石 たかし"))
        .post("/releases/" + asked, "verdict." + asked, "yes", "word." + asked, "住所はない")
        .is(200);
    assertThat(new String(named.get(paper).is(200).bytes(), StandardCharsets.ISO_8859_1))
        .startsWith("%PDF-");
    assertThat(town.town.trace(Action.PRINT)).hasSize(1);
  }

  /** The place that was asked still answers; whoever asked and is not named hears nothing of it. */
  @Test
  void anAnswerIsToldToTheNamedFewAlone() {
    String request = town.ask(town.school);
    hidden();
    Visitor coordinator = town.as(town.coordinator);
    assertThat(coordinator.get(town.url()).is(200).body()).contains(request).doesNotContain("こばと");
    town.later();
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
