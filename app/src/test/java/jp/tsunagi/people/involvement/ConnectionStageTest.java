package jp.tsunagi.people.involvement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import jp.tsunagi.TestChildren;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import org.junit.jupiter.api.Test;

/** 閲覧 (A11): a place that is connected for reading changes nothing. */
class ConnectionStageTest {
  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();

  /** Everything the head of a 園 is let in to; what comes back is compared stage by stage. */
  private boolean changes(Connection stage) {
    var nursery = town.organisation(OrganisationKind.NURSERY, "みどり保育園" + stage, stage);
    ChildId child =
        new TestChildren(program, town)
            .add(
                nursery,
                InvolvementKind.ENROLMENT,
                "青空",
                "あおぞら",
                "ひなた",
                "ひなた",
                LocalDate.of(2022, 6, 3));
    Visitor head = program.visitor().signIn(town.worker(nursery, PostKind.NURSERY_HEAD, "陽田 まひる"));
    head.get("/children/" + child).is(200);
    head.get("/handovers").is(200);
    int classes = head.get("/classes").status();
    int consent = head.get("/children/" + child + "/consents/draft?kind=HANDOVER").status();
    int enrol = head.post("/children/" + child + "/enrolments").status();
    int end =
        head.post("/children/" + child + "/enrolments/" + UUID.randomUUID() + "/end").status();
    int register = head.post("/children", "id", UUID.randomUUID().toString()).status();
    assertThat(end).isEqualTo(404);
    boolean opened = classes == 200;
    assertThat(new int[] {consent, enrol, register})
        .as("consent, enrolment, registration at " + stage)
        .containsExactly(opened ? new int[] {200, 422, 422} : new int[] {404, 404, 404});
    head.get("/children/new").is(opened ? 200 : 403);
    return opened;
  }

  @Test
  void onlyReadAndWriteChangesTheRecord() {
    assertThat(changes(Connection.READ_WRITE)).isTrue();
    assertThat(changes(Connection.READ)).isFalse();
    assertThat(town.trace(Action.REGISTER_CHILD)).isEmpty();
    assertThat(town.trace(Action.CHANGE_INVOLVEMENT)).isEmpty();
  }
}
