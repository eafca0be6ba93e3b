package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestKey;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.trace.Action;
import org.junit.jupiter.api.Test;

/** A guardian signs in with a passkey and nothing else (password or passkey). */
class PasskeyAloneTest {
  private static final String URL = PasskeysController.URL;
  private static final String DOOR = SignInPasskeyController.URL;

  private final FamilyTown family = new FamilyTown();
  private final TestProgram program = family.program;
  private final TestTown town = family.town;
  private final String login = family.account(family.mother);
  private final TestKey phone = new TestKey(program);

  private Visitor.Reply add(TestKey key, String address) {
    Visitor visitor = program.visitor(address).signIn(login);
    String page = visitor.get(URL + "/new").is(200).body();
    return visitor.post(URL, "name", "わたしのスマートフォン", "answer", key.made(page));
  }

  private static Visitor.Reply show(Visitor visitor, TestKey key) {
    return visitor.post(DOOR, "answer", key.shown(visitor.get(DOOR).is(200).body()));
  }

  private List<String> traced(Action action) {
    return town.trace(action).stream().map(row -> String.valueOf(row.getDetail())).toList();
  }

  @Test
  void itOpensThePortalAndItsOwnPages() {
    assertThat(add(phone, "127.0.2.1").is(200).text())
        .contains("パスキーを登録しました", "わたしのスマートフォン")
        .doesNotContain("予備コード");
    assertThat(traced(Action.SECOND_FACTOR)).singleElement().asString().contains("passkey.added");
    Visitor visitor = program.visitor("127.0.2.2");
    assertThat(show(visitor, phone).is(200).path()).startsWith("/portal");
    assertThat(town.trace(Action.SIGN_IN).getLast())
        .satisfies(row -> assertThat(row.getActorId()).isEqualTo(family.mother.value()))
        .satisfies(row -> assertThat(row.getDetail().data()).contains("staff.factor.PASSKEY"));
    assertThat(visitor.get(SessionsController.URL).text()).contains("（パスキー）");
    visitor.get(URL + "/new").is(200);
    program.visitor("127.0.2.3").signIn(login);
  }

  @Test
  void thePasswordIsAskedForBeforeOneIsAdded() {
    Visitor visitor = program.visitor("127.0.2.4").signIn(login);
    program.clock().set(jp.tsunagi.TestClock.START.plus(AfterPassword.TO_SEE).plusSeconds(1));
    assertThat(visitor.get(URL + "/new").is(200).path()).startsWith(AgainController.URL);
    String to = URL + "/new";
    assertThat(visitor.post(AgainController.URL, "to", to, "password", "not this").is(422).path())
        .isEqualTo(AgainController.URL);
    assertThat(visitor.post(AgainController.URL, "to", to, "password", TestTown.PASSWORD).path())
        .isEqualTo(to);
  }

  @Test
  void aPasskeyShowsOnceMoreWhoItIs() {
    add(phone, "127.0.2.30").is(200);
    Visitor visitor = program.visitor("127.0.2.31").signIn(login);
    program.clock().set(jp.tsunagi.TestClock.START.plus(AfterPassword.TO_SEE).plusSeconds(1));
    String to = URL + "/new";
    String again = AgainController.PASSKEY;
    String page = visitor.get(to).is(200).text();
    assertThat(page).contains("パスキーでたしかめる");
    phone.verifies = false;
    assertThat(visitor.post(again, "to", to, "answer", phone.shown(page)).is(422).text())
        .contains("本人がたしかめられていません");
    assertThat(traced(Action.SIGN_IN_REFUSED).getLast()).contains("UNVERIFIED");
    phone.verifies = true;
    assertThat(visitor.post(again, "to", to, "answer", phone.shown(page)).is(422).text())
        .contains("同じ答えが二度送られました");
    String fresh = visitor.get(to).body();
    assertThat(visitor.post(again, "to", to, "answer", phone.shown(fresh)).is(200).path())
        .isEqualTo(to);
    assertThat(traced(Action.PASSWORD_SHOWN)).singleElement().asString().contains("PASSKEY");
  }

  @Test
  void withoutFingerFaceOrPinItIsNoWayIn() {
    phone.verifies = false;
    assertThat(add(phone, "127.0.2.5").is(422).text()).contains("本人がたしかめられていません");
    phone.verifies = true;
    add(phone, "127.0.2.5").is(200);
    phone.verifies = false;
    refused(phone, "本人がたしかめられていません", "UNVERIFIED");
  }

  @Test
  void whatIsNotRightIsRefusedAndTraced() {
    add(phone, "127.0.2.6").is(200);
    phone.origin = "https://tsunagi.example.com";
    refused(phone, "別のアドレスで使われた答えです", "ORIGIN");
    phone.origin = program.named();
    phone.count = 1;
    refused(phone, "キーが複製されたおそれがあります", "COUNTER");
    phone.count = 20;
    Visitor visitor = program.visitor("127.0.2.8");
    String page = visitor.get(DOOR).body();
    assertThat(visitor.post(DOOR, "answer", phone.shown(page)).is(200).path())
        .startsWith("/portal");
    Visitor thief = program.visitor("127.0.2.9");
    thief.get(DOOR);
    assertThat(thief.post(DOOR, "answer", phone.shown(page)).is(422).text())
        .contains("同じ答えが二度送られました");
    assertThat(traced(Action.SIGN_IN_REFUSED).getLast()).contains("REPLAYED");
  }

  private void refused(TestKey key, String said, String word) {
    Visitor visitor = program.visitor("127.0.2.7");
    assertThat(show(visitor, key).is(422).text()).contains(said);
    assertThat(town.trace(Action.SIGN_IN_REFUSED).getLast())
        .satisfies(row -> assertThat(row.getActorId()).isEqualTo(family.mother.value()))
        .satisfies(row -> assertThat(row.getDetail().data()).contains(word));
    assertThat(visitor.get("/portal").path()).isEqualTo("/sign-in");
  }

  @Test
  void aKeyThatIsNoneOfOursOrNamesSomebodyElseIsUnknown() {
    add(phone, "127.0.2.10").is(200);
    int before = town.trace().size();
    assertThat(show(program.visitor("127.0.2.11"), new TestKey(program)).is(422).text())
        .contains("登録されていないか、外されています");
    byte[] own = phone.handle;
    phone.handle = new byte[16];
    assertThat(show(program.visitor("127.0.2.11"), phone).is(422).text())
        .contains("登録されていないか、外されています");
    assertThat(town.trace()).as("of nobody known").hasSize(before);
    phone.handle = own;
    show(program.visitor("127.0.2.11"), phone).is(200);
    Accounts accounts = program.bean(Accounts.class);
    town.run(tx -> accounts.leave(tx, accounts.memberships(tx, accountOf(tx)).getFirst()));
    assertThat(show(program.visitor("127.0.2.11"), phone).is(422).text())
        .as("the account was closed")
        .contains("登録されていないか、外されています");
  }

  @Test
  void aQuestionWaitsForAQuarterOfAnHour() {
    add(phone, "127.0.2.13").is(200);
    Visitor visitor = program.visitor("127.0.2.14");
    String page = visitor.get(DOOR).body();
    program.clock().set(jp.tsunagi.TestClock.START.plus(java.time.Duration.ofMinutes(16)));
    assertThat(visitor.post(DOOR, "answer", phone.shown(page)).is(422).text()).contains("時間がたったか");
    show(visitor, phone).is(200);
  }

  @Test
  void staffBeginWithThePassword() {
    Visitor worker = program.visitor("127.0.2.15").signIn(family.counsellor);
    String page = worker.get(URL + "/new").body();
    worker.post(URL, "name", "キー", "answer", phone.made(page)).is(200);
    Visitor visitor = program.visitor("127.0.2.16");
    assertThat(show(visitor, phone).is(422).text()).contains("職員は、パスキーだけではログインできません");
    assertThat(traced(Action.SIGN_IN_REFUSED).getLast()).contains("PASSWORD");
    assertThat(visitor.get("/day").path()).isEqualTo("/sign-in");
  }

  @Test
  void afterFiveTriesWithOneKeyItWaitsAndNoOtherKeyDoes() {
    TestKey strange = new TestKey(program);
    Visitor hall = program.visitor("127.0.2.17");
    for (int i = 0; i < 5; i++) {
      assertThat(show(hall, strange).is(422).text()).contains("登録されていないか");
    }
    assertThat(show(hall, strange).is(422).text()).contains("しばらく待って");
    add(phone, "127.0.2.18").is(200);
    show(hall, phone).is(200);
  }

  @Test
  void whatCannotBeReadIsOneKey() {
    Visitor visitor = program.visitor("127.0.2.21");
    for (int i = 0; i < 5; i++) {
      visitor.post(DOOR, "answer", "no answer " + i).is(422);
    }
    assertThat(visitor.post(DOOR, "answer", "no answer").is(422).text()).contains("しばらく待って");
  }

  @Test
  void afterSixtyTriesFromOneAddressItWaitsWhateverTheKey() {
    Visitor hall = program.visitor("127.0.2.22");
    String page = hall.get(DOOR).is(200).body();
    for (int i = 0; i < 60; i++) {
      hall.post(DOOR, "answer", new TestKey(program).shown(page)).is(422);
    }
    add(phone, "127.0.2.23").is(200);
    assertThat(show(hall, phone).is(422).text()).contains("しばらく待って");
    show(program.visitor("127.0.2.23"), phone).is(200);
  }

  @Test
  void itIsTakenOffByThePassword() {
    add(phone, "127.0.2.19").is(200);
    Visitor visitor = program.visitor("127.0.2.20");
    show(visitor, phone).is(200);
    var one = town.call(tx -> PasskeySql.of(tx, accountOf(tx))).getFirst();
    visitor.post(PasskeyEndController.url(one.id()), "password", "not this").is(422);
    visitor.post(PasskeyEndController.url(one.id()), "password", TestTown.PASSWORD).is(200);
    assertThat(show(program.visitor("127.0.2.20"), phone).is(422).text()).contains("外されています");
  }

  private jp.tsunagi.base.database.AccountId accountOf(jp.tsunagi.base.database.Tx tx) {
    return program.bean(Accounts.class).kept(tx, login).account().orElseThrow();
  }
}
