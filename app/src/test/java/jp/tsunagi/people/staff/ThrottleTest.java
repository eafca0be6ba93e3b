package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.Throttle.Admission;
import jp.tsunagi.people.staff.Throttle.Subject;
import org.junit.jupiter.api.Test;

/**
 * Tries sent together are counted one by one, whatever is tried; what is right clears no others.
 */
class ThrottleTest {
  private static final int TOGETHER = 8;

  private final TestTown town = TestProgram.shared().newTown();
  private final String login = "nobody " + UUID.randomUUID();

  private static Optional<String> nowhere() {
    return Optional.empty();
  }

  /** The first is counted and not committed when the others come; what each of them heard. */
  private <T> List<T> together(Function<Tx, T> one) throws Exception {
    List<T> heard = new ArrayList<>();
    List<Future<T>> others = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try (var held = new Held(town, tx -> heard.add(one.apply(tx)))) {
        for (int i = 1; i < TOGETHER; i++) {
          others.add(threads.submit(() -> town.call(one)));
        }
        held.untilWaiting(TOGETHER - 1);
      }
      for (Future<T> other : others) {
        heard.add(other.get());
      }
    }
    return heard;
  }

  private static long admitted(List<Admission> all) {
    return all.stream().filter(Admission.After.class::isInstance).count();
  }

  @Test
  void ofOneLoginFromOneAddressFiveAreLookedAt() throws Exception {
    assertThat(
            admitted(
                together(tx -> Throttle.admit(tx, new Subject(login, "198.51.100.1", nowhere())))))
        .isEqualTo(5);
  }

  @Test
  void atABrowserThatIsKnownOneComesAfterTheOther() throws Exception {
    var who = new Subject(login, "198.51.100.2", Optional.of("a mark " + login));
    List<Admission> all = together(tx -> Throttle.admit(tx, who));
    assertThat(all)
        .extracting(it -> ((Admission.After) it).pause())
        .containsExactlyInAnyOrder(
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Pace.PAUSE,
            Pace.PAUSE.multipliedBy(2),
            Pace.PAUSE.multipliedBy(3));
  }

  @Test
  void ofTheCodesOfOneLoginFromAnywhereTwentyAreLookedAt() throws Exception {
    for (int i = 0; i < 15; i++) {
      var other = new Subject(login, "203.0.113." + i, nowhere());
      town.call(tx -> Throttle.admitCode(tx, other));
    }
    var number = new java.util.concurrent.atomic.AtomicInteger();
    List<Admission> all =
        together(tx ->
            Throttle.admitCode(
                tx, new Subject(login, "192.0.2." + number.incrementAndGet(), nowhere())));
    assertThat(admitted(all)).isEqualTo(5);
  }

  @Test
  void ofThePinsOfOnePersonAtOneTerminalFiveAreLookedAt() throws Exception {
    var worker =
        town.worker(
            town.organisation(OrganisationKind.NURSERY, "みどり保育園"), PostKind.NURSERY_HEAD, "花園 みつ");
    var terminal = new Terminal(town.tenant(), Id.fresh(), worker.organisation(), "みどり保育園", "職員室");
    town.run(tx -> TerminalSql.add(tx, terminal, BrowserKind.of(""), worker.staff()));
    List<Boolean> all =
        together(tx -> PinSql.take(tx, terminal.id(), worker.staff(), SignInPin.MOST));
    assertThat(all).filteredOn(it -> it).hasSize(SignInPin.MOST);
  }

  /** Otherwise whoever has a right code shows it now and then, and guesses on for ever. */
  @Test
  void whatIsRightAndNotUsedTakesBackItsOwnTryAlone() {
    var who = new Subject("a way ", "a code " + login, "198.51.100.3", nowhere());
    for (int i = 0; i < 4; i++) {
      assertThat(town.<Admission>call(tx -> Throttle.admit(tx, who)))
          .isInstanceOf(Admission.After.class);
    }
    for (int i = 0; i < 3; i++) {
      town.run(tx -> Throttle.takeBack(tx, (Admission.After) Throttle.admit(tx, who)));
    }
    assertThat(town.<Admission>call(tx -> Throttle.admit(tx, who)))
        .isInstanceOf(Admission.After.class);
    assertThat(town.<Admission>call(tx -> Throttle.admit(tx, who)))
        .isInstanceOf(Admission.Wait.class);
  }

  @Test
  void atAKnownBrowserToo() {
    var who = new Subject("a way ", "a code", "198.51.100.4", Optional.of("mark " + login));
    for (int i = 0; i < Pace.AT_ONCE; i++) {
      town.run(tx -> Throttle.admit(tx, who));
    }
    town.run(tx -> Throttle.takeBack(tx, (Admission.After) Throttle.admit(tx, who)));
    Admission next = town.call(tx -> Throttle.admit(tx, who));
    assertThat(((Admission.After) next).pause()).isPositive();
  }
}
