package jp.tsunagi.people.staff;

import static jp.tsunagi.people.staff.SecondFactorTown.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import jp.tsunagi.TestKey;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A security key in the place of the app: registered, used after the password, taken off. */
class PasskeyTest {
  private static final String URL = PasskeysController.URL;

  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private final SecondFactorTown factors = new SecondFactorTown(program, town);
  private final TestKey key = new TestKey(program);
  private TestTown.Worker worker;

  @BeforeEach
  void somebody() {
    var centre = town.organisation(OrganisationKind.CENTRE, "海辺の発達支援センター");
    worker = town.worker(centre, PostKind.COUNSELLOR, "白石 なぎさ");
  }

  private List<String> traced(Action action) {
    return town.trace(action).stream().map(row -> String.valueOf(row.getDetail())).toList();
  }

  private static Visitor.Reply add(Visitor visitor, TestKey key, String name) {
    String page = visitor.get(URL + "/new").is(200).body();
    return visitor.post(URL, "name", name, "answer", key.made(page));
  }

  private List<Passkey> kept() {
    return town.call(tx -> PasskeySql.of(tx, worker.account()));
  }

  private static Visitor.Reply show(Visitor visitor, TestKey key) {
    String page = visitor.get(SignInCodeController.URL).is(200).body();
    return visitor.post(SignInCodeController.URL + "/passkey", "answer", key.shown(page));
  }

  @Test
  void theFirstOneIsTheSecondFactorAndComesWithRecoveryCodes() {
    Visitor visitor = program.visitor("127.0.0.61").signIn(worker);
    Visitor elsewhere = program.visitor("127.0.0.62").signIn(worker);
    assertThat(visitor.get(URL).is(200).text()).contains("まだ登録していません");
    String shown = add(visitor, key, "机の引き出しのキー").is(200).body();
    assertThat(codes(shown)).hasSize(RecoveryCode.MANY);
    assertThat(traced(Action.SECOND_FACTOR))
        .singleElement()
        .asString()
        .contains("staff.passkey.added " + kept().getFirst().id());
    assertThat(elsewhere.get(URL).path()).as("began without it").startsWith("/sign-in");
    assertThat(visitor.get(URL).is(200).text()).contains("机の引き出しのキー", "まだ使っていません");
    assertThat(visitor.get(SecondFactorController.URL).is(200).text())
        .contains("あと10個", "1個、登録しています");

    Visitor next = factors.half(worker, "127.0.0.63");
    assertThat(next.get("/day").path()).isEqualTo("/sign-in");
    assertThat(show(next, key).is(200).path()).isEqualTo("/day");
    assertThat(traced(Action.SIGN_IN).getLast())
        .contains("staff.factor.PASSKEY " + kept().getFirst().id());
    assertThat(next.get(SessionsController.URL).is(200).text()).contains("（パスキー）");
    assertThat(next.get(URL).text()).contains("最後に使ったのは");
    assertThat(kept().getFirst().count()).isEqualTo(2);

    Visitor lost = factors.half(worker, "127.0.0.64");
    lost.get(SignInCodeController.URL + "?paper=yes").is(200);
    String paper = codes(shown).getFirst();
    assertThat(lost.post(SignInCodeController.URL, "typed", paper, "paper", "yes").is(200).path())
        .isEqualTo("/day");
  }

  @Test
  void aSecondOneBringsNoCodesAndEndsNoSession() {
    Visitor visitor = program.visitor("127.0.0.65").signIn(worker);
    add(visitor, key, "キー").is(200);
    Visitor other = factors.half(worker, "127.0.0.66");
    show(other, key).is(200);
    assertThat(add(visitor, new TestKey(program), "予備のキー").is(200).text())
        .contains("パスキーを登録しました", "予備のキー");
    other.get("/day").is(200);
  }

  @Test
  void whatIsNotRightIsRefusedInWordsAndTraced() {
    add(program.visitor().signIn(worker), key, "キー").is(200);
    refused("ORIGIN", "別のアドレスで使われた答えです", () -> key.origin = "https://tsunagi.example.com");
    key.origin = program.named();
    refused("ORIGIN", "別のアドレスで使われた答えです", () -> key.host = "tsunagi.example.com");
    key.host = "localhost";
    refused("COUNTER", "キーが複製されたおそれがあります", () -> key.count = 1);
    assertThat(kept().getFirst().count()).isEqualTo(1);
    assertThat(town.trace(Action.SIGN_IN)).hasSize(1);
    Visitor visitor = factors.half(worker, "127.0.0.67");
    key.count = 9;
    show(visitor, key).is(200);
    assertThat(kept().getFirst().count()).isEqualTo(9);
  }

  private void refused(String word, String said, Runnable wrong) {
    Visitor visitor = factors.half(worker, "127.0.0.67");
    wrong.run();
    assertThat(show(visitor, key).is(422).text()).contains(said);
    assertThat(traced(Action.SIGN_IN_REFUSED).getLast())
        .contains("staff.passkey.refused." + word + " " + kept().getFirst().id());
    assertThat(visitor.get("/day").path()).isEqualTo("/sign-in");
  }

  @Test
  void aKeyThatNobodyOrSomebodyElseHasOpensNothing() {
    add(program.visitor().signIn(worker), key, "キー").is(200);
    var other = town.worker(worker.organisation(), PostKind.COUNSELLOR, "水野 しおり");
    TestKey others = new TestKey(program);
    add(program.visitor().signIn(other), others, "キー").is(200);
    for (TestKey wrong : List.of(new TestKey(program), others)) {
      Visitor visitor = factors.half(worker, "127.0.0.68");
      assertThat(show(visitor, wrong).is(422).text()).contains("登録されていないか、外されています");
      assertThat(town.trace(Action.SIGN_IN_REFUSED).getLast())
          .satisfies(row -> assertThat(row.getActorId()).isEqualTo(worker.staff().value()))
          .satisfies(
              row -> assertThat(row.getDetail().data()).contains("staff.passkey.refused.UNKNOWN"));
    }
  }

  @Test
  void anotherSignatureIsNotTaken() {
    add(program.visitor().signIn(worker), key, "キー").is(200);
    Visitor visitor = factors.half(worker, "127.0.0.69");
    String page = visitor.get(SignInCodeController.URL).body();
    String other = key.answer(TestKey.letters(new byte[32]));
    String answer = key.shown(page);
    String forged = answer.replaceAll("\"signature\":\"[^\"]+\"", signature(other));
    assertThat(visitor.post(SignInCodeController.URL + "/passkey", "answer", forged).is(422).text())
        .contains("署名をたしかめられませんでした");
  }

  private static String signature(String answer) {
    int from = answer.indexOf("\"signature\"");
    return answer.substring(from, answer.indexOf(',', from));
  }

  @Test
  void aQuestionIsAnsweredOnceAndWhereItWasAsked() {
    add(program.visitor().signIn(worker), key, "キー").is(200);
    Visitor visitor = factors.half(worker, "127.0.0.71");
    String page = visitor.get(SignInCodeController.URL).body();
    Visitor second = factors.half(worker, "127.0.0.72");
    String url = SignInCodeController.URL + "/passkey";
    assertThat(second.post(url, "answer", key.shown(page)).is(422).text()).contains("別の画面で始めたものです");
    key.origin = "https://tsunagi.example.com";
    visitor.post(url, "answer", key.shown(page)).is(422);
    key.origin = program.named();
    assertThat(visitor.post(url, "answer", key.shown(page)).is(422).text())
        .contains("同じ答えが二度送られました");
    assertThat(traced(Action.SIGN_IN_REFUSED).getLast()).contains("REPLAYED");
    show(visitor, key).is(200);
  }

  @Test
  void whatNoAuthenticatorSaysIsNoMistakeOfOurs() {
    add(program.visitor().signIn(worker), key, "キー").is(200);
    String page = factors.half(worker, "127.0.0.73").get(SignInCodeController.URL).body();
    String right = key.shown(page);
    List<String> wrong =
        List.of(
            "",
            "{}",
            "[]",
            "null",
            "パスキー",
            "{\"id\":\"!\",\"rawId\":\"!\"}",
            right.substring(0, right.length() / 2),
            right.replaceAll("\"authenticatorData\":\"[^\"]+\"", "\"authenticatorData\":\"AAAA\""),
            right.replaceAll("\"clientDataJSON\":\"[^\"]+\"", "\"clientDataJSON\":\"e30\""),
            right.replaceAll("\"rawId\":\"[^\"]+\"", "\"rawId\":null"),
            right.replaceAll("\"signature\":\"[^\"]+\"", "\"signature\":null"),
            "x".repeat(30_000));
    for (int i = 0; i < wrong.size(); i++) {
      Visitor visitor = factors.half(worker, "127.0.1." + i);
      visitor.post(SignInCodeController.URL + "/passkey", "answer", wrong.get(i)).is(422);
      assertThat(visitor.get("/day").path()).as(wrong.get(i)).isEqualTo("/sign-in");
    }
  }

  @Test
  void whereItIsRequiredAKeyIsEnoughAndTheLastStays() {
    town.run(FactorPolicy.REQUIRED::decide);
    Visitor visitor = program.visitor("127.0.0.74");
    assertThat(visitor.signIn(worker.login(), TestTown.PASSWORD).path())
        .isEqualTo(SecondFactorController.URL);
    assertThat(visitor.get("/day").path()).isEqualTo(SecondFactorController.URL);
    add(visitor, key, "キー").is(200);
    assertThat(visitor.get("/day").is(200).path()).isEqualTo("/day");
    String end = PasskeyEndController.url(kept().getFirst().id());
    assertThat(visitor.post(end, "password", TestTown.PASSWORD).is(422).text())
        .contains("最後の1つは外せません");
    add(visitor, new TestKey(program), "予備のキー").is(200);
    assertThat(visitor.post(end, "password", TestTown.PASSWORD).is(200).text())
        .contains("パスキーを外しました");
    assertThat(kept()).extracting(Passkey::name).containsExactly("予備のキー");
  }

  @Test
  void itIsTakenOffByThePasswordAndTheCodesGoWithTheLast() {
    Visitor visitor = program.visitor().signIn(worker);
    add(visitor, key, "キー").is(200);
    String end = PasskeyEndController.url(kept().getFirst().id());
    assertThat(visitor.get(end).is(200).text()).contains("「キー」では、ログインできなくなります");
    assertThat(visitor.post(end, "password", "not this one").is(422).text())
        .contains("いまのパスワードが違います");
    var other = town.worker(worker.organisation(), PostKind.COUNSELLOR, "水野 しおり");
    Visitor stranger = program.visitor("127.0.0.75").signIn(other);
    stranger.get(end).is(404);
    stranger.post(end, "password", TestTown.PASSWORD).is(404);
    assertThat(kept()).hasSize(1);
    visitor.post(end, "password", TestTown.PASSWORD).is(200);
    assertThat(kept()).isEmpty();
    int left = town.call(tx -> FactorSql.codesLeft(tx, worker.account()));
    assertThat(left).isZero();
    assertThat(traced(Action.SECOND_FACTOR).getLast()).contains("staff.passkey.ended");
    program.visitor("127.0.0.76").signIn(worker);
  }

  @Test
  void theAppAndAKeyStandBesideEachOther() {
    Totp app = factors.given(worker);
    Visitor visitor = factors.half(worker, "127.0.0.77");
    SecondFactorTown.type(visitor, factors.code(app, 0)).is(200);
    add(visitor, key, "キー").is(200);
    int codes = town.call(tx -> FactorSql.codesLeft(tx, worker.account()));
    visitor.post(SecondFactorEndController.URL, "password", TestTown.PASSWORD).is(200);
    int left = town.call(tx -> FactorSql.codesLeft(tx, worker.account()));
    assertThat(left).as("the codes stand in for the key").isEqualTo(codes).isPositive();
    show(factors.half(worker, "127.0.0.78"), key).is(200);
  }

  @Test
  void whatCannotBeRegisteredIsSaidAndTraced() {
    Visitor visitor = program.visitor().signIn(worker);
    String page = visitor.get(URL + "/new").body();
    assertThat(visitor.post(URL, "name", " ", "answer", key.made(page)).is(422).text())
        .contains("名前を入力してください");
    key.origin = "https://tsunagi.example.com";
    assertThat(add(visitor, key, "キー").is(422).text()).contains("別のアドレスで使われた答えです");
    assertThat(traced(Action.SECOND_FACTOR).getLast()).contains("staff.passkey.refused.ORIGIN");
    key.origin = program.named();
    Visitor elsewhere = program.visitor("127.0.0.79").signIn(worker);
    String others = elsewhere.get(URL + "/new").body();
    assertThat(visitor.post(URL, "name", "キー", "answer", key.made(others)).is(422).text())
        .contains("別の画面で始めたものです");
    add(visitor, key, "キー").is(200);
    assertThat(add(visitor, key, "もう一度").is(422).text()).contains("もう登録されています");
    for (int i = 1; i < Passkey.MOST; i++) {
      add(visitor, new TestKey(program), "予備" + i).is(200);
    }
    assertThat(add(visitor, new TestKey(program), "多すぎる").is(422).text()).contains("10個まで");
    assertThat(kept()).hasSize(Passkey.MOST);
  }

  /** Both found nine, and one of them became the tenth. */
  @Test
  void ofTwoThatAreAddedTogetherOneIsTooMany() {
    Visitor visitor = program.visitor("127.0.0.84").signIn(worker);
    for (int i = 1; i < Passkey.MOST; i++) {
      add(visitor, new TestKey(program), "キー" + i).is(200);
    }
    List<CompletableFuture<Visitor.Reply>> both;
    List<String> made =
        Stream.generate(() -> new TestKey(program).made(visitor.get(URL + "/new").is(200).body()))
            .limit(2)
            .toList();
    try (var held = new Held(town, tx -> Factors.hold(tx, worker.account()))) {
      both =
          made.stream()
              .map(answer ->
                  CompletableFuture.supplyAsync(
                      () -> visitor.copy().post(URL, "name", "同時", "answer", answer),
                      Thread::startVirtualThread))
              .toList();
      held.untilWaiting(2);
    }
    assertThat(both).extracting(one -> one.join().status()).containsExactlyInAnyOrder(200, 422);
    assertThat(kept()).hasSize(Passkey.MOST);
  }

  @Test
  void twoAdministratorsTakeItOffWithTheRest() {
    add(program.visitor().signIn(worker), key, "キー").is(200);
    var office = town.organisation(OrganisationKind.CITY_OFFICE, "福祉総務課");
    var first = town.worker(office, PostKind.ADMINISTRATOR, "森田 かえで");
    var second = town.worker(office, PostKind.ADMINISTRATOR, "水野 しおり");
    String removal = FactorRemovalController.url(worker.staff());
    program
        .visitor("127.0.0.81")
        .signIn(first)
        .post(removal, "reason", "キーをなくした。窓口で本人と会った")
        .is(200);
    program.visitor("127.0.0.82").signIn(second).post(removal + "/confirmation").is(200);
    assertThat(kept()).isEmpty();
    program.visitor("127.0.0.83").signIn(worker);
  }
}
