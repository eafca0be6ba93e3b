package jp.tsunagi.work.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.record.ground.ConsentMeans;
import jp.tsunagi.record.ground.Consents;
import jp.tsunagi.record.ground.NewConsent;
import jp.tsunagi.record.ground.ScopeLine;
import org.junit.jupiter.api.Test;

/** Who asks has no part in the answer, and the answer none in another consent (B4). */
class RequestSidesTest {
  private final RequestTown town = new RequestTown();

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
        .upload(
            one + "/paper",
            "scan",
            "x.pdf",
            RequestTown.SCAN,
            "giver",
            town.mother.toString(),
            "on",
            "R8.11.19")
        .is(404);
    assertThat(asker.get(request).is(200).body()).contains("答えを待っています");
    assertThat(town.town.trace(Action.GIVE_CONSENT)).isEmpty();
    Visitor other = town.as(town.family.teacher);
    assertThat(other.get(consents).is(200).body()).contains(one + "/request");
    town.signed(other, request, town.mother).is(200);
    assertThat(asker.get(request).is(200).body()).contains("読めます");
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

  /** Whoever has a post at both places asks, and does not answer himself. */
  @Test
  void oneWithAPostAtBothPlacesDoesNotAnswer() {
    String request = town.ask(town.school);
    town.alsoAt(town.coordinator, town.service, PostKind.SERVICE_MANAGER);
    Visitor both = town.as(town.coordinator);
    assertThat(both.get(request).is(200).body()).contains("答えを待っています").doesNotContain("見せてよい");
    both.post(request + "/answer", town.agreement("state", "support")).is(404);
    assertThat(both.get("/requests?side=ANSWERING&show=ALL").is(200).body())
        .doesNotContain(request);
    assertThat(both.get("/day").is(200).body()).doesNotContain("求められた計画に答える");
    town.involved(town.paper, InvolvementKind.CONSULTATION);
    String other = town.ask(town.paper);
    town.alsoAt(town.family.counsellor, town.service, PostKind.SERVICE_MANAGER);
    Visitor hub = town.as(town.family.counsellor);
    hub.post(other + "/answer", "answer", "refuse", "reason", "TALK").is(404);
    hub.get("/children/" + town.child + other + "/paper").is(404);
    assertThat(town.town.trace(Action.REQUEST))
        .extracting(row -> row.getPurpose())
        .containsExactly("ASKED", "ASKED");
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
    String id = prepared(manager, ConsentId.of(request.substring(request.lastIndexOf('/') + 1)));
    Visitor coordinator = town.as(town.coordinator);
    coordinator.post(request + "/answer", town.agreement("state", "support")).is(404);
    assertThat(coordinator.get(request).is(200).body()).contains("答えてください");
    manager.post(request + "/withdrawal").is(200);
    assertThat(manager.get(town.consents()).is(200).body()).contains(id);
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
            town.consents() + "/draft",
            "kind",
            "SHARE",
            "consent",
            id.toString(),
            "receiver",
            town.service.toString(),
            "giving",
            "all",
            "scope",
            "PLAN",
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
