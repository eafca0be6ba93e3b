package jp.tsunagi.people.staff;

import static jp.tsunagi.schema.Tables.STAFF_INVITATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.junit.jupiter.api.Test;

/**
 * Somebody joins the town in the very moment in which an administrator of the city hands a password
 * for the login: whichever comes first, that administrator gets no key to the town.
 */
class JoiningRaceTest {
  private static final String JOIN = AccountInvitationController.URL;
  private static final String HANDED = "mizu-nura-kasi-tobo";

  private final InvitedTown there = new InvitedTown("127.0.38.1");
  private final TestTown.Worker therapist = there.therapist;
  private final String page = "/staff/" + therapist.staff() + "/password";
  private final Visitor chief =
      there
          .family
          .program
          .visitor("127.0.38.2")
          .signIn(
              there.city.worker(
                  there.city.organisation(OrganisationKind.CITY_OFFICE, "情報課"),
                  PostKind.ADMINISTRATOR,
                  "枝野 つかさ"));

  /** Stands before the button. */
  private Visitor joiner() {
    Visitor visitor = there.family.program.visitor("127.0.38.3");
    InvitedTown.show(visitor, there.code("水野 しおり")).is(200);
    InvitedTown.signIn(visitor, therapist.login()).is(200);
    return visitor;
  }

  private Visitor.Reply hand() {
    return chief.post(
        page, "form", Id.fresh().toString(), "login", therapist.login(), "password", HANDED);
  }

  private record Both(Visitor.Reply first, Visitor.Reply second) {}

  /** The first has begun and waits for what is held, the second waits for the first. */
  private Both together(
      TestTown where,
      Consumer<Tx> held,
      Supplier<Visitor.Reply> first,
      Supplier<Visitor.Reply> second) {
    try (var stands = new Held(where, held)) {
      CompletableFuture<Visitor.Reply> one = begun(first);
      stands.untilWaiting(1);
      CompletableFuture<Visitor.Reply> two = begun(second);
      stands.untilWaiting(2);
      stands.close();
      return new Both(one.join(), two.join());
    }
  }

  private static CompletableFuture<Visitor.Reply> begun(Supplier<Visitor.Reply> request) {
    return CompletableFuture.supplyAsync(request, Thread::startVirtualThread);
  }

  private boolean opens(String password) {
    return there.family.program.visitor("127.0.38.4").signIn(therapist.login(), password).status()
        == 200;
  }

  private static void theCode(Tx tx) {
    tx.sql()
        .selectFrom(STAFF_INVITATION)
        .where(STAFF_INVITATION.TENANT_ID.eq(tx.tenant()))
        .forUpdate()
        .fetch();
  }

  @Test
  void whoeverJoinedFirstKeepsThePassword() {
    Visitor visitor = joiner();
    chief.get(page).is(200);
    Both both =
        together(there.town, JoiningRaceTest::theCode, () -> visitor.post(JOIN), this::hand);
    assertThat(both.first().is(200).text()).contains("加わりました");
    both.second().is(422);
    assertThat(there.city.trace(Action.PASSWORD_SET)).isEmpty();
    assertThat(opens(HANDED)).isFalse();
    assertThat(opens(TestTown.PASSWORD)).isTrue();
  }

  @Test
  void whereThePasswordWasHandedFirstNobodyJoinsWithTheSessionOfBefore() {
    Visitor visitor = joiner();
    chief.get(page).is(200);
    Both both = together(there.city, this::theSession, this::hand, () -> visitor.post(JOIN));
    both.first().is(200);
    assertThat(both.second().is(422).text()).contains("合言葉が使えなくなっています");
    assertThat(there.town.trace(Action.ACCOUNT))
        .noneSatisfy(row -> assertThat(row.getDetail().data()).contains("joined"));
    assertThat(opens(HANDED)).isTrue();
  }

  /** Handing ends the sessions of the login, after it has looked whom it serves. */
  private void theSession(Tx tx) {
    tx.sql()
        .fetch(
            "select 1 from infra.session where account_id = ? and ended_at is null for update",
            therapist.account().value());
  }
}
