package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.trace.Action;
import org.junit.jupiter.api.Test;

/** A code that somebody has shown at a browser is not there for whoever signs in next. */
class InvitationTicketTest {
  private static final String JOIN = AccountInvitationController.URL;

  private final InvitedTown there = new InvitedTown("127.0.36.1");
  private final TestTown.Worker other =
      there.city.worker(there.therapist.organisation(), PostKind.COUNSELLOR, "小川 なぎさ");

  private Visitor shown(String address) {
    Visitor visitor = there.family.program.visitor(address);
    assertThat(InvitedTown.show(visitor, there.code("水野 しおり")).is(200).text())
        .contains(TwoTowns.TOWN);
    return visitor;
  }

  private void isOver(Visitor visitor) {
    assertThat(visitor.get(JOIN).is(422).text())
        .contains("合言葉が使えなくなっています")
        .doesNotContain(TwoTowns.TOWN);
    visitor.post(JOIN).is(422);
    assertThat(there.town.trace(Action.ACCOUNT))
        .noneSatisfy(row -> assertThat(row.getDetail().data()).contains("joined"));
  }

  @Test
  void whoeverComesToTheDoorAfterwardsSignsInAsEver() {
    Visitor visitor = shown("127.0.36.2");
    Visitor.Reply in = visitor.signIn(other.login(), TestTown.PASSWORD).is(200);
    assertThat(in.path()).isNotEqualTo(JOIN);
    isOver(visitor);
  }

  @Test
  void whoeverSignsInOverSomebodyFindsNothingOfIt() {
    Visitor visitor = shown("127.0.36.3");
    assertThat(InvitedTown.signIn(visitor, there.therapist.login()).is(200).path()).isEqualTo(JOIN);
    visitor.get(SignInController.BY_PASSWORD).is(200);
    Visitor.Reply in =
        visitor.post("/sign-in", "login", other.login(), "password", TestTown.PASSWORD).is(200);
    assertThat(in.path()).isNotEqualTo(JOIN);
    isOver(visitor);
  }

  @Test
  void inTheDialogOfAPageToo() {
    Visitor visitor = shown("127.0.36.4");
    InvitedTown.signIn(visitor, there.therapist.login()).is(200);
    visitor
        .post(AgainPages.URL, "againLogin", other.login(), "againPassword", TestTown.PASSWORD)
        .is(204);
    isOver(visitor);
  }

  /** Its value is worth nothing with another login, whoever has kept it. */
  @Test
  void keptByTheBrowserItIsTheFirstOnesAlone() {
    Visitor visitor = there.family.program.visitor("127.0.36.5").signIn(there.therapist);
    InvitedTown.show(visitor, there.code("水野 しおり")).is(200);
    Visitor kept = visitor.copy();
    visitor.post("/sign-in", "login", other.login(), "password", TestTown.PASSWORD).is(200);
    isOver(visitor);
    assertThat(kept.get(JOIN).path()).as("signed out").isEqualTo(SignInController.JOINING);
    kept.post("/sign-in", "login", other.login(), "password", TestTown.PASSWORD).is(200);
    isOver(kept);
  }

  @Test
  void theSamePersonWhoSignsInOnceMoreGoesOn() {
    Visitor visitor = shown("127.0.36.6");
    InvitedTown.signIn(visitor, there.therapist.login()).is(200);
    visitor.get(SignInController.JOINING).is(200);
    assertThat(
            visitor
                .post("/sign-in", "login", there.therapist.login(), "password", TestTown.PASSWORD)
                .is(200)
                .path())
        .isEqualTo(JOIN);
    assertThat(visitor.post(JOIN).is(200).text()).contains("加わりました");
  }

  /** Whoever comes to the browser after its owner has gone cannot open a login with it either. */
  @Test
  void whatBelongsToALoginOpensNoOther() {
    Visitor visitor = there.family.program.visitor("127.0.36.7").signIn(there.therapist);
    InvitedTown.show(visitor, there.code("水野 しおり")).is(200);
    String mine = "kagi.no.mise-36";
    assertThat(
            visitor
                .post(
                    "/sign-in/invitation/account",
                    "login",
                    mine,
                    "password",
                    "umi no mieru oka 58",
                    "again",
                    "umi no mieru oka 58")
                .is(422)
                .text())
        .doesNotContain("はじめまし");
    visitor.post("/sign-in", "login", mine, "password", "umi no mieru oka 58").is(422);
  }
}
