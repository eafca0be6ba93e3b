package jp.tsunagi.record.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Grant;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.OrganisationId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a consent opens and what its withdrawal takes, for any story of a child. */
class OpeningTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final List<OrganisationId> PLACES =
      IntStream.range(0, 4).mapToObj(i -> new OrganisationId(new UUID(7, i))).toList();
  private static final UUID MOTHER = new UUID(9, 1);

  @Provide
  Arbitrary<Period> periods() {
    return Combinators.combine(Arbitraries.integers().between(-400, 400), days())
        .as((from, length) ->
            new Period(TODAY.plusDays(from), length == 0 ? null : TODAY.plusDays(from + length)));
  }

  private static Arbitrary<Integer> days() {
    return Arbitraries.integers().between(0, 800);
  }

  private Arbitrary<Set<OrganisationId>> places() {
    return Arbitraries.of(PLACES).set().ofMinSize(1).ofMaxSize(3);
  }

  private Arbitrary<List<ScopeLine>> scopes() {
    Arbitrary<Optional<String>> sections =
        Arbitraries.of(Optional.empty(), Optional.of("profile/wishes"), Optional.of("plan/goals"));
    Arbitrary<Category> categories =
        Arbitraries.of(Category.PROFILE, Category.SUPPORT, Category.INVOLVEMENT);
    return Combinators.combine(categories, sections).as(ScopeLine::new).list().ofMaxSize(4);
  }

  private Arbitrary<GrantRule.Given> consents() {
    return Combinators.combine(
            Arbitraries.of(ConsentKind.values()),
            places().optional(),
            places(),
            scopes(),
            Arbitraries.of(true, false),
            periods(),
            Arbitraries.create(UUID::randomUUID))
        .as((kind, giving, receiving, scope, history, period, id) ->
            new GrantRule.Given(id, kind, MOTHER, giving, receiving, scope, history, period));
  }

  private Arbitrary<GrantRule.Objected> objections() {
    return Combinators.combine(scopes(), places().optional(), periods())
        .as(GrantRule.Objected::new);
  }

  @Provide
  Arbitrary<GrantRule.Facts> stories() {
    Arbitrary<GrantRule.Involved> involved =
        Combinators.combine(Arbitraries.of(PLACES), periods()).as(GrantRule.Involved::new);
    return Combinators.combine(
            consents().list().ofMinSize(1).ofMaxSize(4),
            involved.list().ofMaxSize(5),
            periods()
                .map(it -> new GrantRule.Deciding(new GuardianId(MOTHER), it))
                .list()
                .ofMaxSize(1),
            objections().list().ofMaxSize(2))
        .as(GrantRule.Facts::new);
  }

  @Property(tries = 300)
  void afterItsWithdrawalNoGrantOfAConsentIsLeft(@ForAll("stories") GrantRule.Facts story) {
    UUID withdrawn = story.consents().getFirst().id();
    assertThat(GrantRule.grants(Opening.without(story, withdrawn)))
        .noneMatch(grant -> grant.groundId().equals(withdrawn));
  }

  @Property(tries = 300)
  void aWithdrawalTakesNothingThatAnotherConsentOpens(@ForAll("stories") GrantRule.Facts story) {
    UUID withdrawn = story.consents().getFirst().id();
    List<Grant> before = GrantRule.grants(story);
    List<Grant> after = GrantRule.grants(Opening.without(story, withdrawn));
    assertThat(after)
        .containsExactlyInAnyOrderElementsOf(
            before.stream().filter(grant -> !grant.groundId().equals(withdrawn)).toList());
  }

  @Property(tries = 300)
  void whatThePreviewOfAWithdrawalNamesIsGoneAndWhatIsGoneIsNamed(
      @ForAll("stories") GrantRule.Facts story) {
    UUID withdrawn = story.consents().getFirst().id();
    List<Grant> after = GrantRule.grants(Opening.without(story, withdrawn));
    List<Opening.Line> lost = Opening.lost(story, withdrawn, TODAY);
    for (Grant grant : GrantRule.grants(story)) {
      boolean gone =
          grant.groundId().equals(withdrawn)
              && grant.to().isAfter(TODAY)
              && after.stream().noneMatch(other -> sameOrMore(other, grant));
      if (gone) {
        assertThat(lost)
            .anyMatch(line ->
                line.organisation().value().equals(grant.granteeId())
                    && line.scope().contains(new ScopeLine(grant.category(), grant.section())));
      }
    }
  }

  /** What a family would object to: nothing else is lost, and all of it is told before. */
  @Property(tries = 300)
  void whatThePreviewOfAnObjectionNamesIsGoneAndWhatIsGoneIsNamed(
      @ForAll("stories") GrantRule.Facts story) {
    var wish =
        new GrantRule.Objected(
            List.of(
                ScopeLine.of(Category.SUPPORT),
                new ScopeLine(Category.PROFILE, Optional.of("profile/wishes"))),
            Optional.of(Set.of(PLACES.getFirst())),
            Period.since(TODAY));
    List<Opening.Line> lost = Opening.lostBy(story, wish);
    assertThat(lost).allMatch(line -> line.organisation().equals(PLACES.getFirst()));
    for (OrganisationId place : PLACES) {
      for (ScopeLine line :
          List.of(
              ScopeLine.of(Category.SUPPORT),
              new ScopeLine(Category.PROFILE, Optional.of("profile/wishes")),
              new ScopeLine(Category.PROFILE, Optional.of("plan/goals")),
              ScopeLine.of(Category.INVOLVEMENT))) {
        for (int day = 0; day < 900; day += 90) {
          LocalDate on = TODAY.plusDays(day);
          boolean before = open(story, place, line, on);
          boolean after = open(story.with(wish), place, line, on);
          boolean told =
              lost.stream()
                  .anyMatch(one ->
                      one.organisation().equals(place)
                          && one.period().contains(on)
                          && one.scope().stream().anyMatch(said -> said.covers(line)));
          assertThat(before && !after).as("%s %s %s", place, line, on).isEqualTo(told && before);
          assertThat(after && !before).isFalse();
        }
      }
    }
  }

  /** Whether somebody's word under that heading is open there on that day. */
  private static boolean open(
      GrantRule.Facts story, OrganisationId place, ScopeLine line, LocalDate on) {
    return GrantRule.grants(story).stream()
        .anyMatch(grant ->
            grant.granteeId().equals(place.value())
                && !grant.from().isAfter(on)
                && grant.to().isAfter(on)
                && new ScopeLine(grant.category(), grant.section()).covers(line)
                && line.section().filter(grant.excluded()::contains).isEmpty());
  }

  private static boolean sameOrMore(Grant other, Grant grant) {
    return other.granteeId().equals(grant.granteeId())
        && other.category() == grant.category()
        && (other.section().isEmpty() || other.section().equals(grant.section()));
  }

  @Property(tries = 300)
  void thePreviewShowsReceiversAndScopeOfTheConsentAndNothingElse(
      @ForAll("stories") GrantRule.Facts story) {
    GrantRule.Given given = story.consents().getFirst();
    for (Opening.Line line : Opening.opened(story, given)) {
      assertThat(given.receiving()).contains(line.organisation());
      assertThat(given.scope()).containsAll(line.scope());
      assertThat(given.period().contains(line.period())).isTrue();
    }
  }

  /**
   * A USE consent opens the registration for as long as it holds: text and table say one period.
   */
  @Property(tries = 300)
  void thePreviewOfAUseConsentSaysItsOwnPeriod(@ForAll("stories") GrantRule.Facts story) {
    GrantRule.Given any = story.consents().getFirst();
    var use =
        new GrantRule.Given(
            any.id(),
            ConsentKind.USE,
            any.giver(),
            any.giving(),
            any.receiving(),
            List.of(ScopeLine.of(Category.PROFILE)),
            any.withHistory(),
            any.period());
    var calm =
        new GrantRule.Facts(story.consents(), story.involvements(), story.guardians(), List.of());
    assertThat(Opening.opened(calm, use))
        .hasSameSizeAs(any.receiving())
        .allSatisfy(line -> assertThat(line.period()).isEqualTo(any.period()));
  }

  @Property(tries = 300)
  void whatTheRuleGrantsThePreviewHasTold(@ForAll("stories") GrantRule.Facts story) {
    GrantRule.Given given = story.consents().getFirst();
    List<Opening.Line> told = Opening.opened(story, given);
    GrantRule.grants(story).stream()
        .filter(grant -> grant.groundId().equals(given.id()))
        .forEach(grant ->
            assertThat(told)
                .anyMatch(line ->
                    line.organisation().value().equals(grant.granteeId())
                        && (given.kind() == ConsentKind.USE
                            ? !line.period().from().isAfter(grant.from())
                            : line.period().from().equals(grant.from()))
                        && line.scope()
                            .contains(new ScopeLine(grant.category(), grant.section()))));
  }
}
