package jp.tsunagi.record.ground;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.access.Grant;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.OrganisationId;

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
   * @param waits the organisation does not deal with the child yet: it opens when it does
   */
  record Line(OrganisationId organisation, List<ScopeLine> scope, Period period, boolean waits) {}

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
      var alone = new GrantRule.Facts(List.of(given), involved, List.of());
      boolean told = waits && given.kind() != ConsentKind.USE;
      lines.addAll(lines(GrantRule.grants(alone), receiver, told));
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
            .filter(grant -> after.stream().noneMatch(other -> covers(other, grant, from)))
            .toList();
    Set<OrganisationId> losers = new LinkedHashSet<>();
    lost.forEach(grant -> losers.add(new OrganisationId(grant.granteeId())));
    List<Line> lines = new ArrayList<>();
    for (OrganisationId loser : losers) {
      lines.addAll(lines(lost, loser, false));
    }
    return sorted(lines);
  }

  static GrantRule.Facts without(GrantRule.Facts facts, UUID consent) {
    return new GrantRule.Facts(
        facts.consents().stream().filter(given -> !given.id().equals(consent)).toList(),
        facts.involvements(),
        facts.guardians());
  }

  private static boolean covers(Grant other, Grant grant, LocalDate from) {
    LocalDate begin = grant.from().isAfter(from) ? grant.from() : from;
    return other.grantee() == grant.grantee()
        && other.granteeId().equals(grant.granteeId())
        && line(other).covers(line(grant))
        && (other.author().isEmpty() || other.author().equals(grant.author()))
        && (other.withHistory() || !grant.withHistory())
        && !other.from().isAfter(begin)
        && !other.to().isBefore(grant.to());
  }

  private static ScopeLine line(Grant grant) {
    return new ScopeLine(grant.category(), grant.section());
  }

  private static List<Line> lines(List<Grant> grants, OrganisationId organisation, boolean waits) {
    Map<Period, Set<ScopeLine>> byPeriod = new LinkedHashMap<>();
    for (Grant grant : grants) {
      if (grant.granteeId().equals(organisation.value())) {
        Period period = new Period(grant.from(), grant.to().equals(FAR) ? null : grant.to());
        byPeriod.computeIfAbsent(period, _ -> new LinkedHashSet<>()).add(line(grant));
      }
    }
    return byPeriod.entrySet().stream()
        .map(each -> new Line(organisation, List.copyOf(each.getValue()), each.getKey(), waits))
        .toList();
  }

  private static List<Line> sorted(List<Line> lines) {
    return lines.stream()
        .sorted(
            Comparator.comparing((Line line) -> line.organisation().value())
                .thenComparing(line -> line.period().from()))
        .toList();
  }
}
