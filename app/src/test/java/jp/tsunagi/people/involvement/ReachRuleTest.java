package jp.tsunagi.people.involvement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import jp.tsunagi.base.access.Reach;
import jp.tsunagi.base.access.Reaches.Kind;
import jp.tsunagi.base.access.Reaches.Stretch;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.people.involvement.BeyondReach.Sight;
import jp.tsunagi.people.involvement.ReachRule.Assigned;
import jp.tsunagi.people.involvement.ReachRule.Blocked;
import jp.tsunagi.people.involvement.ReachRule.Facts;
import jp.tsunagi.people.involvement.ReachRule.Involved;
import jp.tsunagi.people.involvement.ReachRule.Named;
import jp.tsunagi.people.involvement.ReachRule.Placed;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The rule of reach against the same rule told day by day. */
class ReachRuleTest {
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
  private static final int DAYS = 1400;
  private static final List<OrganisationId> PLACES =
      List.of(OrganisationId.create(), OrganisationId.create());
  private static final List<ClassId> CLASSES = List.of(ClassId.create(), ClassId.create());
  private static final List<ChildId> CHILDREN = List.of(ChildId.create(), ChildId.create());
  private static final List<AssignmentId> POSTS =
      List.of(AssignmentId.create(), AssignmentId.create(), AssignmentId.create());

  private static final List<StaffId> STAFF = List.of(StaffId.create(), StaffId.create());

  @Property(tries = 300)
  void everyDayIsReachedAsTheModelSays(
      @ForAll("worlds") Facts facts, @ForAll("days") LocalDate day) {
    List<Stretch> stretches = ReachRule.stretches(facts);
    for (Assigned post : facts.assignments()) {
      for (ChildId child : CHILDREN) {
        boolean blocked = blocked(facts, post, child, day);
        boolean running = !blocked && deals(facts, post, child, day);
        boolean reads = running || (!blocked && afterwards(facts, post, child, day));
        assertThat(covered(stretches, post, child, day, Stretch::running))
            .as("runs %s %s", post, day)
            .isEqualTo(running);
        assertThat(covered(stretches, post, child, day, ReachRuleTest::own))
            .as("reads %s %s", post, day)
            .isEqualTo(reads);
        for (Kind kind : List.of(Kind.LAW, Kind.EMERGENCY)) {
          assertThat(covered(stretches, post, child, day, one -> one.kind() == kind))
              .as("%s %s %s", kind, post, day)
              .isEqualTo(!blocked && beyond(facts, post, child, kind, day));
        }
      }
    }
  }

  private static boolean own(Stretch one) {
    return one.kind() == Kind.RUNNING || one.kind() == Kind.AFTER;
  }

  /** A ground names the place, or the holder opened the record; no involvement is needed. */
  private static boolean beyond(
      Facts facts, Assigned post, ChildId child, Kind kind, LocalDate day) {
    return on(post.period(), day)
        && facts.beyond().stream()
            .filter(one -> one.child().equals(child) && one.kind() == kind)
            .filter(one -> on(one.period(), day))
            .anyMatch(one ->
                one.organisation().equals(Optional.of(post.organisation()))
                    || one.assignment().equals(Optional.of(post.assignment())));
  }

  private static boolean covered(
      List<Stretch> stretches,
      Assigned post,
      ChildId child,
      LocalDate day,
      Predicate<Stretch> which) {
    return stretches.stream()
        .filter(one -> one.assignment().equals(post.assignment()) && one.child().equals(child))
        .filter(which)
        .anyMatch(one -> !day.isBefore(one.from()) && day.isBefore(one.to()));
  }

  private static boolean blocked(Facts facts, Assigned post, ChildId child, LocalDate day) {
    return facts.blocks().stream()
        .filter(one -> one.child().equals(child) && on(one.period(), day))
        .anyMatch(one ->
            one.staff().equals(Optional.of(post.staff()))
                || one.organisation().equals(Optional.of(post.organisation())));
  }

  private static boolean deals(Facts facts, Assigned post, ChildId child, LocalDate day) {
    return on(post.period(), day) && held(facts, post, child, day);
  }

  private static boolean held(Facts facts, Assigned post, ChildId child, LocalDate day) {
    boolean involved =
        facts.involvements().stream()
            .anyMatch(one ->
                one.child().equals(child)
                    && one.organisation().equals(post.organisation())
                    && on(one.period(), day));
    if (post.reach() == Reach.ORGANISATION) {
      return involved;
    }
    boolean inClass =
        facts.places().stream()
            .anyMatch(one ->
                one.child().equals(child)
                    && Optional.of(one.schoolClass()).equals(post.schoolClass())
                    && on(one.period(), day));
    boolean byName =
        facts.named().stream()
            .anyMatch(one ->
                one.child().equals(child)
                    && (one.assignment().equals(post.assignment())
                        || Optional.of(one.assignment()).equals(post.standsInFor()))
                    && on(one.period(), day));
    return involved && (inClass || byName);
  }

  private static boolean afterwards(Facts facts, Assigned post, ChildId child, LocalDate day) {
    if (!on(post.period(), day)) {
      return false;
    }
    if (post.reach() == Reach.CASELOAD) {
      return IntStream.rangeClosed(1, 30)
          .anyMatch(back -> held(facts, post, child, day.minusDays(back)));
    }
    return facts.involvements().stream()
        .filter(one -> one.child().equals(child))
        .filter(one -> one.organisation().equals(post.organisation()))
        .map(one -> one.period().to())
        .anyMatch(end ->
            end != null
                && !day.isBefore(end)
                && schoolYear(day) <= schoolYear(end.minusDays(1)) + 1);
  }

  private static int schoolYear(LocalDate day) {
    return day.getMonthValue() >= 4 ? day.getYear() : day.getYear() - 1;
  }

  private static boolean on(Period period, LocalDate day) {
    LocalDate to = period.to();
    return !day.isBefore(period.from()) && (to == null || day.isBefore(to));
  }

  private static Arbitrary<Sight> sights() {
    return Combinators.combine(
            Arbitraries.of(CHILDREN),
            Arbitraries.of(Optional.<AssignmentId>empty(), Optional.of(POSTS.getFirst())),
            Arbitraries.of(PLACES),
            periods())
        .as((child, holder, place, period) ->
            new Sight(
                child,
                holder.isEmpty() ? Kind.LAW : Kind.EMERGENCY,
                holder.isEmpty() ? Optional.of(place) : Optional.empty(),
                holder,
                period));
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(0, DAYS).map(FIRST::plusDays);
  }

  private static Arbitrary<Period> periods() {
    Arbitrary<Integer> length = Arbitraries.integers().between(1, 600);
    return Combinators.combine(Arbitraries.integers().between(0, DAYS), length.injectNull(0.3))
        .as((from, days) ->
            new Period(
                FIRST.plusDays(from), days == null ? null : FIRST.plusDays(from + (long) days)));
  }

  @Provide
  Arbitrary<Facts> worlds() {
    Arbitrary<Assigned> assigned =
        Combinators.combine(
                Arbitraries.of(POSTS),
                Arbitraries.of(STAFF),
                Arbitraries.of(PLACES),
                Arbitraries.of(Reach.class),
                Arbitraries.of(CLASSES).optional(),
                periods(),
                Arbitraries.of(POSTS).optional())
            .as(Assigned::new);
    Arbitrary<Involved> involved =
        Combinators.combine(Arbitraries.of(CHILDREN), Arbitraries.of(PLACES), periods())
            .as(Involved::new);
    Arbitrary<Placed> placed =
        Combinators.combine(
                Arbitraries.of(CHILDREN),
                Arbitraries.of(PLACES),
                Arbitraries.of(CLASSES),
                periods())
            .as(Placed::new);
    Arbitrary<Named> named =
        Combinators.combine(Arbitraries.of(CHILDREN), Arbitraries.of(POSTS), periods())
            .as(Named::new);
    Arbitrary<Optional<StaffId>> somebody = Arbitraries.of(STAFF).optional();
    Arbitrary<Blocked> blocked =
        Combinators.combine(Arbitraries.of(CHILDREN), somebody, Arbitraries.of(PLACES), periods())
            .as((child, staff, place, period) ->
                new Blocked(
                    child, staff, staff.isEmpty() ? Optional.of(place) : Optional.empty(), period));
    return Combinators.combine(
            assigned.list().ofMinSize(1).ofMaxSize(3).uniqueElements(Assigned::assignment),
            involved.list().ofMaxSize(4),
            placed.list().ofMaxSize(3),
            named.list().ofMaxSize(2),
            blocked.list().ofMaxSize(3),
            sights().list().ofMaxSize(2))
        .as(Facts::new);
  }
}
