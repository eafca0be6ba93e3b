package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagi.TestKey;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.trace.Action;
import org.junit.jupiter.api.Test;

/** A family that has a passkey is invited as staff: it is shown after the password, as staff do. */
class JoiningFactorTest {
  private static final String JOIN = AccountInvitationController.URL;

  private final InvitedTown there = new InvitedTown("127.0.37.1");
  private final String login = there.family.account(there.family.mother);
  private final TestKey phone = new TestKey(there.family.program);

  private void hasAPasskey() {
    Visitor owner = there.family.program.visitor("127.0.37.2").signIn(login);
    String page = owner.get(PasskeysController.NEW).is(200).body();
    owner.post(PasskeysController.URL, "name", "わたしのスマートフォン", "answer", phone.made(page)).is(200);
    owner.post("/sign-out").is(200);
  }

  private Visitor visitor(String address) {
    return there.family.program.visitor(address);
  }

  private Visitor.Reply shows(Visitor visitor) {
    String asked = visitor.get(SignInCodeController.URL).is(200).body();
    return visitor.post(SignInCodeController.URL + "/passkey", "answer", phone.shown(asked));
  }

  @Test
  void thePasskeyIsTheSecondFactorOnTheWayAndFromThenOn() {
    hasAPasskey();
    Visitor visitor = visitor("127.0.37.3");
    InvitedTown.show(visitor, there.code("青空 みなみ")).is(200);
    assertThat(InvitedTown.signIn(visitor, login).is(200).path())
        .isEqualTo(SignInCodeController.URL);
    assertThat(visitor.get(JOIN).path()).as("not by the password alone").startsWith("/sign-in");
    assertThat(shows(visitor).is(200).path()).isEqualTo(JOIN);
    assertThat(visitor.post(JOIN).is(200).text()).contains("加わりました");
    Visitor next = visitor("127.0.37.4");
    assertThat(next.signIn(login, TestTown.PASSWORD).is(200).path())
        .isEqualTo(SignInCodeController.URL);
    assertThat(shows(next).is(200).path()).isEqualTo(SignInMembershipController.URL);
  }

  @Test
  void whoeverIsSignedInByOneOfTheTwoSignsInAnewAndTheCodeStays() {
    hasAPasskey();
    Visitor byPassword = visitor("127.0.37.5").signIn(login);
    InvitedTown.show(byPassword, there.code("青空 みなみ")).is(200);
    assertThat(byPassword.get(JOIN).is(422).text())
        .contains("このログインのままでは加われません", "2段階ログインが要ります", "入り直す");
    byPassword.post(JOIN).is(422);
    byPassword.get(SignInController.JOINING).is(200);
    byPassword.post("/sign-in", "login", login, "password", TestTown.PASSWORD).is(200);
    assertThat(shows(byPassword).is(200).path()).isEqualTo(JOIN);
    Visitor byKey = visitor("127.0.37.6");
    InvitedTown.show(byKey, there.code("青空 みなみ")).is(200);
    String door = byKey.get(SignInPasskeyController.URL).is(200).body();
    assertThat(byKey.post(SignInPasskeyController.URL, "answer", phone.shown(door)).is(422).text())
        .contains("パスキーだけでログインしています");
    byKey.post(JOIN).is(422);
    assertThat(there.town.trace(Action.ACCOUNT))
        .noneSatisfy(row -> assertThat(row.getDetail().data()).contains("joined"));
    assertThat(byPassword.post(JOIN).is(200).text()).contains("加わりました");
  }

  /** Somebody who was staff before has an app, and no page any more on which to take it off. */
  @Test
  void anAppOfFormerTimesIsShownToo() {
    Totp app = Totp.fresh();
    SecondFactors factors = there.family.program.bean(SecondFactors.class);
    there.town.run(tx -> {
      AccountId account = Accounts.named(tx, login).orElseThrow();
      assertThat(factors.begin(tx, account, app, Totp.stepOf(tx.now()) - 2)).isPresent();
    });
    Visitor visitor = visitor("127.0.37.7");
    InvitedTown.show(visitor, there.code("青空 みなみ")).is(200);
    InvitedTown.signIn(visitor, login).is(200);
    long step = Totp.stepOf(there.family.program.clock().instant());
    assertThat(SecondFactorTown.type(visitor, app.code(step)).is(200).path()).isEqualTo(JOIN);
    assertThat(visitor.post(JOIN).is(200).text()).contains("加わりました");
  }

  /** Without a code of staff a family signs in as ever. */
  @Test
  void otherwiseAFamilyIsAskedForNoPasskey() {
    hasAPasskey();
    assertThat(visitor("127.0.37.8").signIn(login, TestTown.PASSWORD).is(200).path())
        .startsWith("/portal");
  }

  @Test
  void whereAFactorIsRequiredAndThereIsNoneItIsSetUpBeforeAnythingElse() {
    there.town.run(FactorPolicy.REQUIRED::decide);
    Visitor visitor = visitor("127.0.37.9");
    InvitedTown.show(visitor, there.code("青空 みなみ")).is(200);
    InvitedTown.signIn(visitor, login).is(200);
    visitor.post(JOIN).is(200);
    Visitor.Reply page = visitor.get(MembershipController.URL).is(200);
    String staff =
        TwoTowns.offers(page).stream()
            .filter(one -> !one.role().contains("家族"))
            .findFirst()
            .orElseThrow()
            .mark();
    assertThat(visitor.post(MembershipController.URL, "to", staff).is(200).path())
        .isEqualTo(SecondFactorController.URL);
    assertThat(visitor.get("/children").path()).isEqualTo(SecondFactorController.URL);
  }
}
