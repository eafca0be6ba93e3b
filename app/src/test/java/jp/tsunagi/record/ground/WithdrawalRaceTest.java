package jp.tsunagi.record.ground;

import static jp.tsunagi.schema.Tables.AUDIT_EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.tsunagi.Delivered;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A withdrawal holds for the next byte (ACCESS: time): while a page and a file are read again and
 * again, the family takes its consent back at a random moment. What is asked for from then on bears
 * no word of it, and every answer that did has left its row.
 */
class WithdrawalRaceTest {
  private static final String WORDS = "withdrawn-words/plan";
  private static final int READERS = 4;

  private final FamilyTown family = new FamilyTown();
  private final LocalDate today =
      LocalDate.ofInstant(family.program.clock().instant(), ActingClock.JAPAN);
  private final Queue<Reading> readings = new ConcurrentLinkedQueue<>();

  /** An answer, and whether the words stood in it. */
  private record Reading(long asked, boolean told) {}

  WithdrawalRaceTest() {
    family.part(Category.PLAN, WORDS);
    family.town.run(tx ->
        family
            .program
            .bean(Involvements.class)
            .open(
                tx,
                family.child,
                family.education,
                InvolvementKind.CONSULTATION,
                Period.since(today)));
  }

  @Test
  void nothingIsToldThatIsAskedForAfterwards() throws InterruptedException {
    rounds(4);
  }

  @Test
  @Tag("drill")
  @Tag("drill-withdrawal")
  void nothingIsToldHoweverOftenItIsTried() throws InterruptedException {
    rounds(Integer.getInteger("drill.rounds", 300));
  }

  private void rounds(int many) throws InterruptedException {
    Visitor reader = family.program.visitor();
    reader.signIn(family.teacher);
    int told = 0;
    for (int round = 0; round < many; round++) {
      readings.clear();
      told += round(reader);
    }
    assertThat(rows()).as("rows of the trace").isGreaterThanOrEqualTo(told);
  }

  /** How often the words were told. */
  private int round(Visitor reader) throws InterruptedException {
    ConsentId consent =
        family.agrees(ConsentKind.SHARE, Period.since(today), ScopeLine.of(Category.PLAN));
    CountDownLatch over = new CountDownLatch(1);
    CountDownLatch met = new CountDownLatch(READERS);
    List<Thread> readers =
        Stream.iterate(0, number -> number + 1)
            .limit(READERS)
            .map(number -> Thread.ofPlatform().start(() -> read(reader.copy(), number, over, met)))
            .toList();
    assertThat(met.await(30, TimeUnit.SECONDS)).as("the words are told at first").isTrue();
    TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(60));
    family
        .program
        .database()
        .run(
            family.town.actor(family.counsellor),
            tx ->
                family
                    .program
                    .bean(Consents.class)
                    .withdraw(tx, family.child, consent, ConsentMeans.PAPER, today));
    long withdrawn = System.nanoTime();
    TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(60));
    over.countDown();
    for (Thread one : readers) {
      one.join();
    }
    assertThat(readings)
        .filteredOn(reading -> reading.asked() > withdrawn)
        .as("asked for after the withdrawal")
        .isNotEmpty()
        .noneMatch(Reading::told);
    return (int) readings.stream().filter(Reading::told).count();
  }

  private void read(Visitor visitor, int number, CountDownLatch over, CountDownLatch met) {
    String page = "/children/" + family.child;
    boolean first = true;
    boolean last = false;
    while (!last) {
      last = over.getCount() == 0;
      long asked = System.nanoTime();
      Visitor.Reply reply =
          number % 2 == 0
              ? visitor.get(page)
              : visitor.post(page + "/timeline/file", "purpose", "WORK");
      boolean told = Delivered.words(reply.is(200)).contains(WORDS);
      readings.add(new Reading(asked, told));
      if (told && first) {
        first = false;
        met.countDown();
      }
    }
  }

  private int rows() {
    return family.town.call(tx ->
        tx.sql()
            .fetchCount(
                AUDIT_EVENT,
                AUDIT_EVENT
                    .TENANT_ID
                    .eq(tx.tenant())
                    .and(AUDIT_EVENT.ACTOR_ID.eq(family.teacher.staff().value()))
                    .and(AUDIT_EVENT.CHILD_ID.eq(family.child))));
  }
}
