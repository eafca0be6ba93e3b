package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody signs in at a browser at which another was signed in. */
class SignInOverTest {
  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private final SecondFactorTown factors = new SecondFactorTown(program, town);
  private TestTown.Worker first;
  private TestTown.Worker second;

  @BeforeEach
  void somebody() {
    var centre = town.organisation(OrganisationKind.CENTRE, "海辺の発達支援センター");
    first = town.worker(centre, PostKind.COUNSELLOR, "白石 なぎさ");
    second = town.worker(centre, PostKind.PROGRAMME_WORKER, "水野 しおり");
  }

  @Test
  void theEarlierSessionEndsAtOnceAndSaysWhoseItWas() {
    Visitor visitor = program.visitor("127.0.0.41").signIn(first);
    Visitor kept = visitor.copy();
    assertThat(kept.get("/account/password").path()).isEqualTo("/account/password");
    visitor.signIn(second);
    assertThat(kept.get("/account/password").path()).isEqualTo("/sign-in");
    assertThat(visitor.get("/account/password").path()).isEqualTo("/account/password");
    assertThat(town.trace(Action.SIGN_OUT))
        .singleElement()
        .satisfies(row -> assertThat(row.getActorId()).isEqualTo(first.staff().value()))
        .satisfies(row -> assertThat(row.getDetail().data()).contains("staff.session.replaced"));
  }

  @Test
  void aPageThatStoodOpenSendsNothingInTheNameOfWhoeverCameIn() {
    Visitor visitor = program.visitor("127.0.0.42").signIn(first);
    visitor.get("/account/password").is(200);
    String stale = visitor.token();
    visitor.signIn(second);
    visitor.postWith(stale, "/account/password", "old", "", "fresh", "", "again", "").is(403);
    visitor.post("/account/password", "old", "", "fresh", "", "again", "").is(422);
  }

  @Test
  void theEarlierSessionEndsWithThePasswordAlreadyNotOnlyWithTheCode() {
    Totp app = factors.given(second);
    Visitor visitor = program.visitor("127.0.0.43").signIn(first);
    Visitor kept = visitor.copy();
    assertThat(visitor.signIn(second.login(), TestTown.PASSWORD).path())
        .isEqualTo(SignInCodeController.URL);
    assertThat(kept.get("/account/password").path()).isEqualTo("/sign-in");
    assertThat(visitor.get("/account/password").path()).isEqualTo("/sign-in");
    String stale = visitor.token();
    SecondFactorTown.type(visitor, factors.code(app, 0)).is(200);
    visitor.postWith(stale, "/account/password", "old", "", "fresh", "", "again", "").is(403);
    assertThat(town.trace(Action.SIGN_OUT)).hasSize(1);
  }

  /** A value of the session that somebody caught before does not become worth more. */
  @Test
  void whoShowsOnceMoreWhoItIsGoesOnUnderAnotherValue() {
    Visitor visitor = program.visitor("127.0.0.45").signIn(first);
    Visitor caught = visitor.copy();
    program.clock().set(jp.tsunagi.TestClock.START.plus(AfterPassword.TO_SEE).plusSeconds(1));
    String to = "/account/pin";
    assertThat(visitor.get(to).path()).startsWith(AgainController.URL);
    visitor.post(AgainController.URL, "to", to, "password", "not this one").is(422);
    assertThat(caught.get(AgainController.URL).is(200).path()).isEqualTo(AgainController.URL);
    assertThat(visitor.post(AgainController.URL, "to", to, "password", TestTown.PASSWORD).path())
        .isEqualTo(to);
    assertThat(town.trace(Action.PASSWORD_SHOWN)).hasSize(1);
    assertThat(caught.get(to).path()).as("it is none any more").isEqualTo("/sign-in");
    assertThat(visitor.get(to).path()).isEqualTo(to);
    assertThat(visitor.get("/account/sessions").is(200).text()).contains("この端末");
  }

  @Test
  void whoComesAgainHasOneSessionThere() {
    Visitor visitor = program.visitor("127.0.0.44").signIn(first);
    Visitor kept = visitor.copy();
    visitor.signIn(first);
    assertThat(kept.get("/account/password").path()).isEqualTo("/sign-in");
    visitor.get("/account/password").is(200);
  }

  @Test
  void aWrongPasswordEndsNothing() {
    Visitor visitor = program.visitor("127.0.0.45").signIn(first);
    visitor.signIn(second.login(), "not this one at all").is(422);
    assertThat(visitor.get("/account/password").path()).isEqualTo("/account/password");
  }

  @Test
  void aFamilyThatOpensItsAccountAtTheDeskEndsTheSessionOfTheDesk() {
    FamilyTown family = new FamilyTown();
    Visitor desk = family.program.visitor("127.0.0.46").signIn(family.counsellor);
    Visitor kept = desk.copy();
    String invitation = "/children/" + family.child + "/guardians/" + family.mother + "/invitation";
    String page = desk.post(invitation).is(200).text();
    var code =
        java.util.regex.Pattern.compile("code-shown\">([0-9A-Z]{4}-[0-9A-Z]{4})<").matcher(page);
    assertThat(code.find()).as(page).isTrue();
    String typed = code.group(1);
    desk.post(
            "/portal/invitation",
            "code",
            typed,
            "birth",
            "R4.6.3",
            "login",
            "minami" + System.nanoTime(),
            "password",
            TestTown.PASSWORD)
        .is(200);
    assertThat(desk.get("/").path()).startsWith("/portal");
    assertThat(kept.get("/account/password").path()).isEqualTo("/sign-in");
  }
}
