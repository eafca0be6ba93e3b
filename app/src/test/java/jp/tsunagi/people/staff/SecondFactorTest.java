package jp.tsunagi.people.staff;

import static jp.tsunagi.people.staff.SecondFactorTown.codes;
import static jp.tsunagi.people.staff.SecondFactorTown.offer;
import static jp.tsunagi.people.staff.SecondFactorTown.scanned;
import static jp.tsunagi.people.staff.SecondFactorTown.type;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestClock;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 2段階ログイン is set up, renewed and turned off by its owner. */
class SecondFactorTest {
  private static final String URL = SecondFactorController.URL;
  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private final SecondFactorTown factors = new SecondFactorTown(program, town);
  private TestTown.Worker worker;

  @BeforeEach
  void somebody() {
    var centre = town.organisation(OrganisationKind.CENTRE, "海辺の発達支援センター");
    worker = town.worker(centre, PostKind.COUNSELLOR, "白石 なぎさ");
  }

  private List<String> traced() {
    return town.trace(Action.SECOND_FACTOR).stream().map(row -> row.getDetail().data()).toList();
  }

  @Test
  void itIsSetUpByACodeOfTheAppAndTheRecoveryCodesAreShownOnce() {
    Visitor visitor = program.visitor("127.0.0.31").signIn(worker);
    Visitor elsewhere = program.visitor("127.0.0.32").signIn(worker);
    String page = visitor.get(URL).is(200).body();
    assertThat(page).contains("data:image/png;base64,", worker.login());
    Totp app = scanned(page);
    String wrong = visitor.post(URL, "offer", offer(page), "code", "000000").is(422).body();
    assertThat(scanned(wrong).groups()).as("the same secret").isEqualTo(app.groups());
    assertThat(traced()).isEmpty();

    String code = factors.code(app, 0);
    String shown = visitor.post(URL, "offer", offer(page), "code", code).is(200).body();
    assertThat(codes(shown)).hasSize(RecoveryCode.MANY).doesNotHaveDuplicates();
    assertThat(shown).contains("data-print");
    assertThat(traced()).singleElement().asString().contains("staff.factor.set");
    assertThat(elsewhere.get(URL).path()).as("began without it").startsWith("/sign-in");
    assertThat(visitor.get(URL).is(200).body())
        .contains("使っています", "あと10個")
        .doesNotContain(codes(shown).getFirst());
    String again =
        visitor.post(URL, "offer", offer(page), "code", factors.code(app, 1)).is(422).body();
    assertThat(codes(again)).as("sent once more").isEmpty();
    assertThat(again).contains("使っています");

    Visitor next = factors.half(worker, "127.0.0.33");
    assertThat(type(next, code).is(422).text()).as("good once").contains("一度使ったコード");
    type(next, factors.code(app, 1)).is(200);
  }

  @Test
  void aSecretOfSomebodyElseOrOfLongAgoIsNotTaken() {
    Visitor visitor = program.visitor().signIn(worker);
    String page = visitor.get(URL).body();
    Totp app = scanned(page);
    var other = town.worker(worker.organisation(), PostKind.COUNSELLOR, "水野 しおり");
    Visitor stranger = program.visitor().signIn(other);
    stranger.post(URL, "offer", offer(page), "code", factors.code(app, 0)).is(422);
    program.clock().set(TestClock.START.plus(SecondFactors.OFFERED_FOR).plusSeconds(60));
    String late = visitor.post(URL, "offer", offer(page), "code", factors.code(app, 0)).body();
    assertThat(late).contains("QRコードを新しくしました");
    assertThat(scanned(late).groups()).isNotEqualTo(app.groups());
    assertThat(traced()).isEmpty();
  }

  @Test
  void newRecoveryCodesAndTheEndAskForThePassword() {
    Totp app = factors.given(worker);
    Visitor visitor = factors.half(worker, "127.0.0.34");
    type(visitor, factors.code(app, 0)).is(200);
    String renew = RecoveryCodesController.URL;
    visitor.get(renew).is(200);
    assertThat(visitor.post(renew, "password", "not this one").is(422).body())
        .contains("いまのパスワードが違います");
    String fresh = visitor.post(renew, "password", TestTown.PASSWORD).is(200).body();
    assertThat(codes(fresh)).hasSize(RecoveryCode.MANY);

    String end = SecondFactorEndController.URL;
    visitor.get(end).is(200);
    visitor.post(end, "password", "not this one").is(422);
    assertThat(visitor.post(end, "password", TestTown.PASSWORD).is(200).body())
        .contains("認証アプリを使うのをやめました");
    assertThat(visitor.post(renew, "password", TestTown.PASSWORD).is(422).body())
        .contains("先に設定してください");
    assertThat(traced()).hasSize(2);
    program.visitor("127.0.0.35").signIn(worker);
  }

  @Test
  void whereItIsRequiredNothingElseCanBeDoneBefore() {
    town.run(FactorPolicy.REQUIRED::decide);
    Visitor visitor = program.visitor();
    assertThat(visitor.signIn(worker.login(), TestTown.PASSWORD).is(200).path()).isEqualTo(URL);
    for (String path : List.of("/day", "/", "/account/password", RecoveryCodesController.URL)) {
      assertThat(visitor.get(path).path()).as(path).isEqualTo(URL);
    }
    assertThat(visitor.post("/children/search", "q", "あ").path()).isEqualTo(URL);
    visitor.post("/reading", "language", "en", "back", URL).is(200);
    String page = visitor.get(URL).is(200).body();
    assertThat(page).contains("Two-step sign-in");
    String code = factors.code(scanned(page), 0);
    visitor.post(URL, "offer", offer(page), "code", code).is(200);
    assertThat(visitor.get("/day").is(200).path()).isEqualTo("/day");
    visitor.post(SecondFactorEndController.URL, "password", TestTown.PASSWORD).is(422);
    assertThat(visitor.get(URL).body()).doesNotContain(SecondFactorEndController.URL);
    visitor.post("/sign-out").is(200);
    factors.half(worker, "127.0.0.36");
  }

  @Test
  void whoDoesNotSetItUpMayLeave() {
    town.run(FactorPolicy.REQUIRED::decide);
    Visitor visitor = program.visitor();
    visitor.signIn(worker.login(), TestTown.PASSWORD);
    assertThat(visitor.post("/sign-out").is(200).path()).isEqualTo("/sign-in");
    assertThat(visitor.get(URL).path()).isEqualTo("/sign-in");
  }

  @Test
  void anOwnPasswordComesBeforeTheSecondFactor() {
    town.run(FactorPolicy.REQUIRED::decide);
    String handed = "kasu-neho-zima-gubo";
    String hash = program.bean(Accounts.class).hash(handed);
    town.run(tx ->
        program
            .bean(Accounts.class)
            .handPassword(tx, worker.account(), hash, jp.tsunagi.base.database.Id.fresh()));
    Visitor visitor = program.visitor();
    assertThat(visitor.signIn(worker.login(), handed).path()).isEqualTo("/account/password");
    assertThat(visitor.get(URL).path()).isEqualTo("/account/password");
    visitor.post(
        "/account/password", "old", handed, "fresh", TestTown.PASSWORD, "again", TestTown.PASSWORD);
    assertThat(visitor.get("/day").path()).isEqualTo(URL);
  }

  @Test
  void anotherPasswordEndsWhatWasHalfBegun() {
    Totp app = factors.given(worker);
    Visitor visitor = factors.half(worker, "127.0.0.37");
    Visitor owner = factors.half(worker, "127.0.0.38");
    type(owner, factors.code(app, 0)).is(200);
    String fresh = "umi no mieru oka 58";
    owner
        .post("/account/password", "old", TestTown.PASSWORD, "fresh", fresh, "again", fresh)
        .is(200);
    assertThat(type(visitor, factors.code(app, 1)).is(422).text()).contains("はじめからやり直して");
  }

  @Test
  void guardiansAreNotAsked() {
    FamilyTown family = new FamilyTown();
    family.town.run(FactorPolicy.REQUIRED::decide);
    Visitor mother = family.program.visitor().signIn(family.account(family.mother));
    assertThat(mother.get("/").is(200).path()).startsWith("/portal");
    mother.get(URL).is(404);
  }

  @Test
  void theSecretIsNotReadableInTheDatabase() {
    Totp app = factors.given(worker);
    byte[] kept = town.call(tx -> FactorSql.find(tx, worker.account())).orElseThrow().sealed();
    assertThat(java.util.HexFormat.of().formatHex(kept))
        .doesNotContain(java.util.HexFormat.of().formatHex(app.secret()));
  }

  @Test
  void theHalfStateLastsFiveMinutes() {
    Totp app = factors.given(worker);
    Visitor visitor = factors.half(worker, "127.0.0.39");
    program.clock().set(TestClock.START.plus(HalfSignIn.LASTS).plus(Duration.ofSeconds(1)));
    assertThat(type(visitor, factors.code(app, 0)).is(422).text()).contains("5分がすぎた");
    assertThat(visitor.get(SignInCodeController.URL).path()).isEqualTo("/sign-in");
    assertThat(town.trace(Action.SIGN_IN)).isEmpty();
  }
}
