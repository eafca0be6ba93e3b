package jp.tsunagi.work.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestClock;
import jp.tsunagi.Visitor;
import jp.tsunagi.people.staff.AfterPassword;
import org.junit.jupiter.api.Test;

/** What cannot be brought back is not approved by whoever finds an open screen. */
class DisposalPasswordTest {
  private final FamilyTown family = new FamilyTown();

  @Test
  void approvingNeedsAPasswordThatWasShownLately() {
    Visitor head = family.program.visitor().signIn(family.head);
    String one = DisposalsController.URL + "/" + UUID.randomUUID();
    head.post(one, "verdict", "yes", "word", "件数を確かめました").is(404);
    head.get(one).is(404);
    Duration step = Duration.ofMinutes(10);
    for (Duration age = step; age.compareTo(AfterPassword.TO_SEND) <= 0; age = age.plus(step)) {
      family.program.clock().set(TestClock.START.plus(age));
      head.get(DisposalsController.URL).is(200);
    }
    assertThat(head.post(one, "verdict", "yes").path()).startsWith("/account/again");
    assertThat(head.get(one).path())
        .as("before anything is typed, the page asks already")
        .startsWith("/account/again");
  }
}
