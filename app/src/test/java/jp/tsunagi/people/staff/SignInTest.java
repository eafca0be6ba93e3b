package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import jp.tsunagi.TestClock;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {
  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private TestTown.Worker worker;

  @BeforeEach
  void somebody() {
    var centre = town.organisation(OrganisationKind.CENTRE, "海辺の発達支援センター");
    worker = town.worker(centre, PostKind.COUNSELLOR, "白石 なぎさ");
  }

  @Test
  void theRightPasswordOpensASessionAndLeavesItsRow() {
    Visitor visitor = program.visitor();
    visitor.signIn(worker);
    assertThat(town.trace(Action.SIGN_IN))
        .singleElement()
        .satisfies(row -> assertThat(row.getActorId()).isEqualTo(worker.staff().value()))
        .satisfies(row -> assertThat(row.getAssignmentId()).isEqualTo(worker.assignment()));
    visitor.post("/sign-out");
    assertThat(town.trace(Action.SIGN_OUT)).hasSize(1);
  }

  @Test
  void aWrongPasswordAndAnUnknownLoginLookTheSame() {
    var wrong = program.visitor().signIn(worker.login(), "not this one at all").is(422).body();
    var unknown = program.visitor().signIn("nobody-here", "not this one at all").is(422).body();
    assertThat(stripped(wrong, worker.login())).isEqualTo(stripped(unknown, "nobody-here"));
    assertThat(town.trace(Action.SIGN_IN)).isEmpty();
  }

  private static String stripped(String page, String login) {
    return page.replace(login, "").replaceAll("(content|value)=\"[^\"]{60,}\"", "");
  }

  @Test
  void fiveSlipsMakeThisAddressWaitButNotAnother() {
    Visitor guessing = program.visitor("127.0.0.7");
    for (int slip = 0; slip < 5; slip++) {
      guessing.signIn(worker.login(), "guess number " + slip).is(422);
    }
    assertThat(guessing.signIn(worker.login(), TestTown.PASSWORD).is(422).body()).contains("15分");
    program.visitor("127.0.0.8").signIn(worker);
    program.clock().set(TestClock.START.plus(Duration.ofMinutes(16)));
    guessing.signIn(worker);
  }

  @Test
  void aFormWithoutItsTokenIsRefused() throws Exception {
    var request =
        java.net.http.HttpRequest.newBuilder(java.net.URI.create(program.url() + "/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString("login=a&password=b"));
    var response =
        java.net.http.HttpClient.newHttpClient()
            .send(request.build(), java.net.http.HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(403);
  }

  @Test
  void aSessionEndsWhenIdle() {
    Visitor visitor = program.visitor().signIn(worker);
    program.clock().set(TestClock.START.plus(Sessions.IDLE).plusSeconds(1));
    visitor.post("/sign-out");
    assertThat(town.trace(Action.SIGN_OUT)).isEmpty();
  }

  @Test
  void nothingThatIsNotThereIsToldApartFromWhatIsForbidden() {
    Visitor visitor = program.visitor().signIn(worker);
    var absent = visitor.get("/nothing/is/here").is(404);
    var closed = visitor.get("/setup").is(404);
    assertThat(closed.body()).isEqualTo(absent.body());
  }
}
