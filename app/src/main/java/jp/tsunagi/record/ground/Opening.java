package jp.tsunagi.record.ground;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Grant;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;

/**
 * 見える範囲の予告: what a consent would open, and what its withdrawal would take away. Worked out by the
 * same rule that keeps the grants, so that the preview cannot promise anything else.
 */
final class Opening {
  private static final LocalDate FAR = LocalDate.of(9999, 1, 1);

  private Opening() {}

  /**
   * What one organisation reads, or no longer reads.
   *
   * @param except sections the family objected to, of whole categories
   * @param waits the organisation does not deal with the child yet: it opens when it does
   */
  record Line(
      OrganisationId organisation,
      List<ScopeLine> scope,
      List<ScopeLine> except,
      Period period,
      boolean waits) {}

  /** What the consent opens to each receiver, beside what the others already open. */
  static List<Line> opened(GrantRule.Facts facts, GrantRule.Given given) {
    List<Line> lines = new ArrayList<>();
    for (OrganisationId receiver : given.receiving()) {
      boolean waits = waits(facts, given, receiver);
      List<GrantRule.Involved> involved = new ArrayList<>(facts.involvements());
      // a USE consent opens the registration itself, for as long as it holds
      if (waits || given.kind() == ConsentKind.USE) {
        involved.add(new GrantRule.Involved(receiver, given.period()));
      }
      var alone = new GrantRule.Facts(List.of(given), involved, List.of(), facts.objections());
      boolean told = waits && given.kind() != ConsentKind.USE;
      lines.addAll(lines(alone, GrantRule.grants(alone), receiver, told));
    }
    return sorted(lines);
  }

  private static boolean waits(
      GrantRule.Facts facts, GrantRule.Given given, OrganisationId receiver) {
    return facts.involvements().stream()
        .filter(involved -> involved.organisation().equals(receiver))
        .noneMatch(involved -> involved.period().overlaps(given.period()));
  }

  /** What nobody but this consent opens, from a day on: what is lost when it is withdrawn. */
  static List<Line> lost(GrantRule.Facts facts, UUID consent, LocalDate from) {
    List<Grant> before = GrantRule.grants(facts);
    List<Grant> after = GrantRule.grants(without(facts, consent));
    List<Grant> lost =
        before.stream()
            .filter(grant -> grant.groundId().equals(consent) && grant.to().isAfter(from))
            .filter(grant -> after.stream().noneMatch(other -> covers(facts, other, grant, from)))
            .toList();
    Set<OrganisationId> losers = new LinkedHashSet<>();
    lost.forEach(grant -> losers.add(new OrganisationId(grant.granteeId())));
    List<Line> lines = new ArrayList<>();
    for (OrganisationId loser : losers) {
      lines.addAll(lines(facts, lost, loser, false));
    }
    return sorted(lines);
  }

  static GrantRule.Facts without(GrantRule.Facts facts, UUID consent) {
    return facts.with(
        facts.consents().stream().filter(given -> !given.id().equals(consent)).toList());
  }

  private static boolean covers(GrantRule.Facts facts, Grant other, Grant grant, LocalDate from) {
    LocalDate begin = grant.from().isAfter(from) ? grant.from() : from;
    return other.grantee() == grant.grantee()
        && other.granteeId().equals(grant.granteeId())
        && line(facts, other).covers(line(facts, grant))
        && grant.excluded().containsAll(other.excluded())
        && (other.author().isEmpty() || other.author().equals(grant.author()))
        && (other.withHistory() || !grant.withHistory())
        && !other.from().isAfter(begin)
        && !other.to().isBefore(grant.to());
  }

  private static ScopeLine line(GrantRule.Facts facts, Grant grant) {
    return new ScopeLine(
        grant.category(), grant.section(), grant.sheet().map(sheet -> named(facts, sheet)));
  }

  /** The sheet with its year, as the consent names it that the grant follows from. */
  private static ScopeLine.OfSheet named(GrantRule.Facts facts, SheetId sheet) {
    return facts.consents().stream()
        .flatMap(given -> given.scope().stream())
        .flatMap(line -> line.sheet().stream())
        .filter(one -> one.id().equals(sheet))
        .findFirst()
        .orElseThrow();
  }

  private static List<Line> lines(
      GrantRule.Facts facts, List<Grant> grants, OrganisationId organisation, boolean waits) {
    Map<Period, Set<Grant>> byPeriod = new LinkedHashMap<>();
    for (Grant grant : grants) {
      if (grant.granteeId().equals(organisation.value())) {
        byPeriod.computeIfAbsent(period(grant), _ -> new LinkedHashSet<>()).add(grant);
      }
    }
    return byPeriod.entrySet().stream()
        .map(each ->
            new Line(
                organisation,
                each.getValue().stream().map(grant -> line(facts, grant)).distinct().toList(),
                each.getValue().stream().flatMap(Opening::except).distinct().toList(),
                each.getKey(),
                waits))
        .toList();
  }

  private static Period period(Grant grant) {
    return new Period(grant.from(), grant.to().equals(FAR) ? null : grant.to());
  }

  private static Stream<ScopeLine> except(Grant grant) {
    return grant.excluded().stream()
        .map(section -> new ScopeLine(grant.category(), Optional.of(section)));
  }

  /**
   * What an objection takes away: of everything open to somebody, now or later, what it is about.
   */
  static List<Line> lostBy(GrantRule.Facts facts, GrantRule.Objected objected) {
    Map<OrganisationId, Map<Period, Set<ScopeLine>>> lost = new LinkedHashMap<>();
    for (Grant grant : GrantRule.grants(facts)) {
      var reader = new OrganisationId(grant.granteeId());
      Optional<Period> days = period(grant).intersect(objected.period());
      if (grant.grantee() == Grant.Grantee.ORGANISATION
          && objected.meets(reader)
          && days.isPresent()) {
        objected.scope().stream()
            .flatMap(said -> common(facts, said, grant).stream())
            .forEach(line ->
                lost.computeIfAbsent(reader, _ -> new LinkedHashMap<>())
                    .computeIfAbsent(days.get(), _ -> new LinkedHashSet<>())
                    .add(line));
      }
    }
    List<Line> lines = new ArrayList<>();
    lost.forEach((reader, byPeriod) ->
        byPeriod.forEach((period, scope) ->
            lines.add(new Line(reader, List.copyOf(scope), List.of(), period, false))));
    return sorted(lines);
  }

  /** What both are about; nothing of what is excluded already. */
  private static Optional<ScopeLine> common(GrantRule.Facts facts, ScopeLine said, Grant grant) {
    ScopeLine open = line(facts, grant);
    if (said.covers(open)) {
      return Optional.of(open);
    }
    return Optional.of(said)
        .filter(open::covers)
        .filter(one -> one.section().filter(grant.excluded()::contains).isEmpty());
  }

  private static List<Line> sorted(List<Line> lines) {
    return lines.stream()
        .sorted(
            Comparator.comparing((Line line) -> line.organisation().value())
                .thenComparing(line -> line.period().from()))
        .toList();
  }
}
