package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import jp.tsunagi.TestClock;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.NotFound;
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

  private List<String> refusals() throws Exception {
    program.bean(RefusedSignIns.class).written().get();
    return town.trace(Action.SIGN_IN_REFUSED).stream()
        .map(row ->
            row.getActorKind()
                + " "
                + row.getActorName()
                + " "
                + row.getPurpose()
                + " "
                + row.getDetail().data())
        .toList();
  }

  @Test
  void whatWasNotTakenLeavesARowOfWhoseAccountItWas() throws Exception {
    Visitor guessing = program.visitor("127.0.0.17");
    guessing.signIn(worker.login(), "not this one at all").is(422);
    assertThat(refusals())
        .singleElement()
        .asString()
        .startsWith("JOB sign-in PASSWORD_WRONG")
        .contains(worker.staff().toString())
        .doesNotContain("not this one", "127.0.0");
    slips(guessing, 4);
    for (int times = 0; times < 3; times++) {
      assertThat(guessing.signIn(worker.login(), TestTown.PASSWORD).is(422).body()).contains("15分");
    }
    assertThat(refusals()).as("five tries, and one row a minute of those that wait").hasSize(6);
    assertThat(refusals().getLast()).contains("SIGN_IN_WAIT");
    program.clock().set(TestClock.START.plus(Duration.ofMinutes(1)));
    guessing.signIn(worker.login(), TestTown.PASSWORD).is(422);
    assertThat(refusals()).hasSize(7);
    assertThat(town.trace(Action.SIGN_IN)).isEmpty();
  }

  @Test
  void ofALoginThatNobodyHasThereIsACountAndNothingElse() throws Exception {
    long before = Incidents.UNKNOWN_LOGIN.times();
    program.visitor("127.0.0.18").signIn("nobody-here-either", "not this one at all").is(422);
    assertThat(refusals()).isEmpty();
    assertThat(Incidents.UNKNOWN_LOGIN.times()).isGreaterThan(before);
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
    long before = Incidents.THROTTLED.times();
    assertThat(guessing.signIn(worker.login(), TestTown.PASSWORD).is(422).body()).contains("15分");
    assertThat(Incidents.THROTTLED.times()).isGreaterThan(before);
    program.visitor("127.0.0.8").signIn(worker);
    program.clock().set(TestClock.START.plus(Duration.ofMinutes(16)));
    guessing.signIn(worker);
  }

  private void slips(Visitor visitor, int count) {
    for (int slip = 0; slip < count; slip++) {
      visitor.signIn(worker.login(), "guess number " + slip).is(422);
    }
  }

  @Test
  void manyTriesAtOnceAreCountedLikeOneAfterTheOther() throws Exception {
    List<Visitor> crowd = Stream.generate(() -> program.visitor("127.0.0.11")).limit(9).toList();
    crowd.forEach(visitor -> visitor.get("/sign-in"));
    List<Future<String>> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Visitor visitor : crowd) {
        answers.add(
            threads.submit(() ->
                visitor
                    .post("/sign-in", "login", worker.login(), "password", "not this one")
                    .is(422)
                    .body()));
      }
    }
    List<String> said = new ArrayList<>();
    for (Future<String> answer : answers) {
      said.add(answer.get());
    }
    assertThat(said).filteredOn(page -> page.contains("15分")).hasSize(4);
  }

  @Test
  void whoSignedInFromABrowserBeforeIsNotKeptOutByAStrangerBesideIt() {
    Visitor owner = program.visitor("127.0.0.12").signIn(worker);
    owner.post("/sign-out").is(200);
    Visitor stranger = program.visitor("127.0.0.12");
    slips(stranger, 5);
    assertThat(stranger.signIn(worker.login(), TestTown.PASSWORD).is(422).body()).contains("15分");
    owner.signIn(worker);
    assertThat(town.trace(Action.SIGN_IN)).hasSize(2);
  }

  @Test
  void aKnownBrowserIsSlowedAfterSlipsAndNotKeptOut() {
    Visitor owner = program.visitor("127.0.0.13").signIn(worker);
    owner.post("/sign-out").is(200);
    slips(owner, Pace.AT_ONCE);
    long before = System.nanoTime();
    owner.signIn(worker);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Pace.PAUSE);
  }

  @Test
  void behindTheProxyEverybodyIsCountedByTheAddressItNames() {
    Visitor guessing =
        program.visitor(TestProgram.PROXY).header("X-Forwarded-For", "6.6.6.6, 192.0.2.7");
    slips(guessing, 5);
    assertThat(guessing.signIn(worker.login(), TestTown.PASSWORD).is(422).body()).contains("15分");
    program.visitor(TestProgram.PROXY).header("X-Forwarded-For", "192.0.2.8").signIn(worker);
    Visitor disguised =
        program.visitor(TestProgram.PROXY).header("X-Forwarded-For", "7.7.7.7, 192.0.2.7");
    assertThat(disguised.signIn(worker.login(), TestTown.PASSWORD).is(422).body()).contains("15分");
  }

  @Test
  void nobodyElseIsBelievedAboutAddresses() {
    for (int slip = 0; slip < 5; slip++) {
      slips(program.visitor("127.0.0.14").header("X-Forwarded-For", "192.0.2." + slip), 1);
    }
    Visitor again = program.visitor("127.0.0.14").header("X-Forwarded-For", "192.0.2.99");
    assertThat(again.signIn(worker.login(), TestTown.PASSWORD).is(422).body()).contains("15分");
  }

  @Test
  void aPasswordIsNeverHashedInsideATransaction() {
    Accounts accounts = program.bean(Accounts.class);
    assertThatThrownBy(() -> town.run(_ -> accounts.hash("umi no mieru oka 58")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(accounts.hash("umi no mieru oka 58")).isNotEmpty();
  }

  @Test
  void theWayToTheDoorIsAPathWhateverHostWasAskedFor() throws Exception {
    String answer = raw("GET /day HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    assertThat(answer).contains("Location: /sign-in\r\n").doesNotContain("evil.example");
  }

  private String raw(String request) throws IOException {
    var server = URI.create(program.url());
    try (var socket = new Socket(server.getHost(), server.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @Test
  void whatNoPageSendsIsRefusedBeforeAnythingReadsIt() {
    Visitor visitor = program.visitor();
    long before = Incidents.UNREADABLE.times();
    visitor.signIn(worker.login() + "\0", "not this one at all").is(400);
    assertThat(Incidents.UNREADABLE.times()).isGreaterThan(before);
    visitor.signIn("x".repeat(100_001), "not this one at all").is(400);
    visitor.signIn(worker);
    visitor.get("/children/" + UUID.randomUUID() + "/sheets?year=1000000000").is(400);
    assertThat(visitor.get("/sign-in?" + "n".repeat(201) + "=1").is(400).body())
        .contains("受け付けられませんでした");
    assertThat(ReadableInput.isReadable("𠮟\uDB40\uDD00 ok\n", 20)).isTrue();
    assertThat(ReadableInput.isReadable("half \uD842", 20)).isFalse();
  }

  @Test
  void whoSetsUpAMomentLaterFindsNoPage() {
    var late = new Setup.Request("", "つなぎ市", "福祉課", "ふくしか", "森田 かえで", "もりた かえで", "late", "");
    Setup setup = program.bean(Setup.class);
    assertThatThrownBy(() -> setup.make(late)).isInstanceOf(NotFound.class);
  }

  @Test
  void whatIsNoRequestGetsOurHeadersAndNoWordsOfTheServer() throws Exception {
    String answer = raw("GET /day?[ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(answer)
        .startsWith("HTTP/1.1 400")
        .contains("X-Content-Type-Options: nosniff", "Content-Security-Policy: default-src 'none'")
        .doesNotContain("Tomcat", "<html");
  }

  @Test
  void aFormWithoutItsTokenIsRefused() throws Exception {
    long before = Incidents.FORGED_FORM.times();
    var request =
        java.net.http.HttpRequest.newBuilder(java.net.URI.create(program.url() + "/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString("login=a&password=b"));
    var response =
        java.net.http.HttpClient.newHttpClient()
            .send(request.build(), java.net.http.HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(Incidents.FORGED_FORM.times()).isGreaterThan(before);
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
    assertThat(town.trace(Action.MISSED)).as("no id was named").isEmpty();
  }

  /** Absent and forbidden leave the same row, and whoever asks a hundred times leaves one. */
  @Test
  void whoAsksForWhatIsNotTheirsLeavesARowAMinute() {
    Visitor visitor = program.visitor().signIn(worker);
    String child = UUID.randomUUID().toString();
    visitor.get("/children/" + child).is(404);
    visitor.get("/children/" + UUID.randomUUID()).is(404);
    visitor.get("/staff/" + UUID.randomUUID()).is(404);
    assertThat(town.trace(Action.MISSED))
        .singleElement()
        .satisfies(row -> assertThat(row.getActorId()).isEqualTo(worker.staff().value()))
        .satisfies(row -> assertThat(row.getChildId()).isNull())
        .satisfies(row -> assertThat(row.getDetail().data()).doesNotContain(child));
    program.clock().set(TestClock.START.plus(Duration.ofMinutes(1)));
    visitor.get("/staff/" + UUID.randomUUID()).is(404);
    program.visitor().get("/children/" + child);
    assertThat(town.trace(Action.MISSED)).hasSize(2);
  }
}
