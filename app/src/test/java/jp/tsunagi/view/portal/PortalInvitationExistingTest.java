package jp.tsunagi.view.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.trace.Action;
import org.junit.jupiter.api.Test;

/** A guardian who has a login already, elsewhere or as staff, joins with the letter of the desk. */
class PortalInvitationExistingTest {
  private static final Pattern CODE = Pattern.compile("code-shown\">([A-Z0-9]{4}-[A-Z0-9]{4})<");
  private static final String BIRTH = "2022-06-03";
  private static final String JOIN = "/account/invitation";
  private static final String EXISTING = "/portal/invitation/existing";

  private final FamilyTown before = new FamilyTown();
  private final FamilyTown after = new FamilyTown();
  private final Visitor desk = after.program.visitor("127.0.34.1").signIn(after.counsellor);

  private String code() {
    String page = "/children/" + after.child + "/guardians/" + after.mother + "/invitation";
    desk.get(page).is(200);
    var found = CODE.matcher(desk.post(page).is(200).body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private Visitor shown(String code, String address) {
    Visitor visitor = after.program.visitor(address);
    visitor.get("/portal/invitation").is(200);
    assertThat(visitor.post(EXISTING, "code", code, "birth", BIRTH).is(200).path())
        .isEqualTo("/sign-in?way=invitation");
    return visitor;
  }

  @Test
  void aParentWhoMovedIsGuardianInTheOldAndTheNewTown() {
    String login = before.account(before.mother);
    Visitor visitor = shown(code(), "127.0.34.2");
    Visitor.Reply asked =
        visitor.post("/sign-in", "login", login, "password", TestTown.PASSWORD).is(200);
    assertThat(asked.path()).isEqualTo(JOIN);
    assertThat(asked.text()).contains("青空 みなみ", "家族として", login);
    assertThat(visitor.post(JOIN).is(200).text()).contains("加わりました");
    assertThat(after.town.trace(Action.ACCOUNT))
        .singleElement()
        .satisfies(row ->
            assertThat(row.getDetail().data()).contains("staff.invitation.joined " + after.mother));
    assertThat(before.town.trace(Action.ACCOUNT)).isEmpty();
    Visitor next = after.program.visitor("127.0.34.2");
    assertThat(next.signIn(login, TestTown.PASSWORD).is(200).path())
        .isEqualTo("/sign-in/membership");
    assertThat(visitor.get("/portal").is(200).path()).startsWith("/portal");
  }

  @Test
  void theCodeGoesWithTheBirthDateAndWorksOnce() {
    String code = code();
    Visitor visitor = after.program.visitor("127.0.34.3");
    visitor.get("/portal/invitation").is(200);
    visitor.post(EXISTING, "code", code, "birth", "2022-06-04").is(422);
    visitor.post(EXISTING, "code", "", "birth", BIRTH).is(422);
    Visitor first = shown(code, "127.0.34.3");
    Visitor second = shown(code, "127.0.34.3");
    String login = before.account(before.mother);
    first.post("/sign-in", "login", login, "password", TestTown.PASSWORD).is(200);
    first.post(JOIN).is(200);
    String other = before.account(before.father);
    assertThat(
            second.post("/sign-in", "login", other, "password", TestTown.PASSWORD).is(422).text())
        .contains("合言葉が使えなくなっています");
    second.post(JOIN).is(422);
  }

  /** Whoever found the letter and guesses the birth date; of another letter nobody has to wait. */
  @Test
  void aCodeThatIsShownAndNotUsedClearsNothing() {
    String code = code();
    Visitor visitor = shown(code, "127.0.34.7");
    for (int i = 1; i <= 4; i++) {
      visitor.post(EXISTING, "code", code, "birth", "2022-06-1" + i).is(422);
    }
    visitor.post(EXISTING, "code", code, "birth", BIRTH).is(200);
    assertThat(visitor.post(EXISTING, "code", code, "birth", "2022-06-15").is(422).text())
        .doesNotContain("15分");
    assertThat(visitor.post(EXISTING, "code", code, "birth", BIRTH).is(422).text()).contains("15分");
    visitor.post(EXISTING, "code", "ABCD-EFGH", "birth", BIRTH).is(422);
    shown(code(), "127.0.34.7");
  }

  @Test
  void staffOfTheSameTownMayBeFamilyThereAndAreAskedAsWhom() {
    Visitor visitor = shown(code(), "127.0.34.4");
    visitor.post("/sign-in", "login", after.teacher.login(), "password", TestTown.PASSWORD).is(200);
    visitor.post(JOIN).is(200);
    Visitor next = after.program.visitor("127.0.34.4");
    Visitor.Reply asked = next.signIn(after.teacher.login(), TestTown.PASSWORD).is(200);
    assertThat(asked.path()).isEqualTo("/sign-in/membership");
    assertThat(asked.text()).contains("家族として", "つなぎ教育センター");
  }

  @Test
  void aGuardianOfThatTownDoesNotBecomeAnotherOne() {
    String login = after.account(after.father);
    Visitor visitor = shown(code(), "127.0.34.5");
    assertThat(
            visitor.post("/sign-in", "login", login, "password", TestTown.PASSWORD).is(422).text())
        .contains("この合言葉では加われません");
    visitor.post(JOIN).is(422);
  }

  @Test
  void aNewLetterFromTheDeskTakesThisTownFromTheLoginAndNothingElse() {
    String login = before.account(before.mother);
    Visitor visitor = shown(code(), "127.0.34.6");
    visitor.post("/sign-in", "login", login, "password", TestTown.PASSWORD).is(200);
    visitor.post(JOIN).is(200);
    String again = code();
    Visitor fresh = after.program.visitor("127.0.34.6");
    fresh.get("/portal/invitation").is(200);
    fresh
        .post(
            "/portal/invitation",
            "code",
            again,
            "birth",
            BIRTH,
            "login",
            "minami." + after.mother.value().toString().substring(0, 8),
            "password",
            "umi no mieru oka 58")
        .is(200);
    // the old town stays, with its session and its password
    assertThat(visitor.get("/portal").is(200).path()).startsWith("/portal");
    Visitor next = after.program.visitor("127.0.34.6");
    assertThat(next.signIn(login, TestTown.PASSWORD).is(200).path()).startsWith("/portal");
  }
}
