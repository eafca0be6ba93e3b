package jp.tsunagi.people.staff;

import static java.util.stream.Collectors.joining;
import static jp.tsunagi.people.staff.SecondFactorTown.codes;
import static jp.tsunagi.people.staff.SecondFactorTown.type;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The second step of signing in. */
class SignInCodeTest {
  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private final SecondFactorTown factors = new SecondFactorTown(program, town);
  private TestTown.Worker worker;
  private Totp app;

  @BeforeEach
  void somebodyWithASecondFactor() {
    var centre = town.organisation(OrganisationKind.CENTRE, "海辺の発達支援センター");
    worker = town.worker(centre, PostKind.COUNSELLOR, "白石 なぎさ");
    app = factors.given(worker);
  }

  private static boolean isIn(Visitor visitor) {
    return visitor.get("/day").path().equals("/day");
  }

  @Test
  void beforeTheCodeThereIsNoSession() {
    Visitor visitor = factors.half(worker, "127.0.0.41");
    assertThat(visitor.get("/day").path()).isEqualTo("/sign-in");
    assertThat(visitor.get(SecondFactorController.URL).path()).isEqualTo("/sign-in");
    assertThat(visitor.post("/account/password", "old", TestTown.PASSWORD).path())
        .isEqualTo("/sign-in");
    assertThat(town.trace(Action.SIGN_IN)).isEmpty();
    assertThat(town.trace(Action.SIGN_IN_BEGUN))
        .singleElement()
        .satisfies(row -> assertThat(row.getActorId()).isEqualTo(worker.staff().value()));
    visitor.get(SignInCodeController.URL).is(200);
    assertThat(type(visitor, factors.code(app, 0)).is(200).path()).isEqualTo("/day");
    assertThat(town.trace(Action.SIGN_IN))
        .singleElement()
        .satisfies(row -> assertThat(row.getDetail().data()).contains("staff.factor.APP"));
    assertThat(visitor.get(SignInCodeController.URL).path()).as("over").isEqualTo("/sign-in");
  }

  @Test
  void whoShowedNoPasswordIsNotAsked() {
    Visitor visitor = program.visitor();
    assertThat(visitor.get(SignInCodeController.URL).path()).isEqualTo("/sign-in");
    assertThat(type(visitor, factors.code(app, 0)).is(422).text()).contains("はじめからやり直して");
    factors.half(worker, "127.0.0.42");
    type(visitor, factors.code(app, 0)).is(422);
  }

  @Test
  void theCodeOfAStepBesideCountsInAnyWidthAndEachOnce() {
    String before = factors.code(app, -1);
    String wide =
        before.substring(0, 3)
            + "　"
            + before.substring(3).chars().mapToObj(SignInCodeTest::wide).collect(joining());
    type(factors.half(worker, "127.0.0.43"), wide).is(200);
    Visitor visitor = factors.half(worker, "127.0.0.43");
    String reused = type(visitor, before).is(422).text();
    String wrong = type(visitor, before.equals("111111") ? "222222" : "111111").is(422).text();
    assertThat(stripped(reused)).as("one error for all").isEqualTo(stripped(wrong));
    type(visitor, factors.code(app, 1)).is(200);
    Visitor third = factors.half(worker, "127.0.0.43");
    type(third, factors.code(app, 0)).is(422);
  }

  private static String wide(int digit) {
    return Character.toString(digit - '0' + '０');
  }

  private static String stripped(String page) {
    return page.replaceAll("(content|value)=\"[^\"]{60,}\"", "");
  }

  @Test
  void ofTwoWhoSendOneCodeTogetherOneComesIn() throws Exception {
    String code = factors.code(app, 0);
    together(code, "127.0.0.44");
  }

  @Test
  void ofTwoWhoSendOneRecoveryCodeTogetherOneComesIn() throws Exception {
    String code = recoveryCodes().getFirst();
    together(code, "127.0.0.45");
    int left = town.call(tx -> FactorSql.codesLeft(tx, worker.account()));
    assertThat(left).isEqualTo(RecoveryCode.MANY - 1);
  }

  private void together(String code, String address) throws Exception {
    List<Visitor> two = List.of(factors.half(worker, address), factors.half(worker, address));
    List<Future<Integer>> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      answers.add(threads.submit(() -> type(two.get(0), code).status()));
      answers.add(threads.submit(() -> type(two.get(1), code).status()));
    }
    assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
        .containsExactlyInAnyOrder(200, 422);
    assertThat(town.trace(Action.SIGN_IN)).hasSize(1);
  }

  private List<String> recoveryCodes() {
    return town.call(tx -> program.bean(SecondFactors.class).renew(tx, worker.account())).stream()
        .map(RecoveryCode::shown)
        .toList();
  }

  @Test
  void aRecoveryCodeStandsInOnce() {
    List<String> paper = recoveryCodes();
    Visitor visitor = factors.half(worker, "127.0.0.46");
    assertThat(visitor.get(SignInCodeController.URL + "?paper=yes").is(200).text())
        .contains("予備コードを入力");
    type(visitor, paper.get(3).toLowerCase(java.util.Locale.ROOT)).is(200);
    assertThat(isIn(visitor)).isTrue();
    assertThat(town.trace(Action.SIGN_IN).getFirst().getDetail().data())
        .contains("staff.factor.RECOVERY_CODE");
    Visitor again = factors.half(worker, "127.0.0.46");
    type(again, paper.get(3)).is(422);
    String earlier = paper.get(4);
    recoveryCodes();
    type(again, earlier).is(422);
    assertThat(codes(again.get(SignInCodeController.URL).body())).isEmpty();
  }

  private void guess(Visitor visitor, int times) {
    for (int guess = 0; guess < times; guess++) {
      type(visitor, "not " + guess).is(422);
    }
  }

  @Test
  void fiveWrongCodesMakeAStrangerWaitAndNotTheOwner() {
    Visitor owner = factors.half(worker, "127.0.0.47");
    type(owner, factors.code(app, -1)).is(200);
    owner.post("/sign-out").is(200);
    Visitor stranger = factors.half(worker, "127.0.0.48");
    guess(stranger, 5);
    assertThat(type(stranger, factors.code(app, 0)).is(422).text()).contains("15分間止めています");
    stranger.signIn(worker.login(), TestTown.PASSWORD);
    assertThat(type(stranger, factors.code(app, 0)).is(422).text())
        .as("the password does not clear it")
        .contains("15分間止めています");
    assertThat(owner.signIn(worker.login(), TestTown.PASSWORD).path())
        .isEqualTo(SignInCodeController.URL);
    type(owner, factors.code(app, 0)).is(200);
  }

  @Test
  void strangersEverywhereTogetherHaveALimitAndTheOwnerHasHerBrowser() {
    Visitor owner = factors.half(worker, "127.0.0.47");
    type(owner, factors.code(app, -1)).is(200);
    owner.post("/sign-out").is(200);
    for (int address = 51; address < 55; address++) {
      guess(factors.half(worker, "127.0.0." + address), 5);
    }
    Visitor next = factors.half(worker, "127.0.0.55");
    assertThat(type(next, factors.code(app, 0)).is(422).text()).contains("15分間止めています");
    owner.signIn(worker.login(), TestTown.PASSWORD);
    type(owner, factors.code(app, 0)).is(200);
  }
}
