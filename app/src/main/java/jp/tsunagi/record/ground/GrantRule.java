package jp.tsunagi.record.ground;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Grant;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.OrganisationId;

/**
 * What follows from the consents, involvements and guardianships of one child (ACCESS: branch 2,
 * and guardians). Pure: the same facts always give the same grants.
 */
final class GrantRule {
  private static final LocalDate FAR = LocalDate.of(9999, 1, 1);

  private GrantRule() {}

  /** A consent that has not been withdrawn. */
  record Given(
      UUID id,
      ConsentKind kind,
      UUID giver,
      Optional<Set<OrganisationId>> giving,
      Set<OrganisationId> receiving,
      List<ScopeLine> scope,
      boolean withHistory,
      Period period) {}

  /** An involvement of an organisation with the child. */
  record Involved(OrganisationId organisation, Period period) {}

  /**
   * A guardian who decides for the child in a period.
   *
   * @param ofAge the day from which the person decides, and nobody else
   */
  record Deciding(GuardianId guardian, Period period, LocalDate ofAge) {}

  /** All facts of one child. */
  record Facts(List<Given> consents, List<Involved> involvements, List<Deciding> guardians) {}

  static List<Grant> grants(Facts facts) {
    Set<Grant> grants = new LinkedHashSet<>();
    facts.consents().forEach(given -> consented(grants, facts, given));
    facts
        .guardians()
        .forEach(deciding ->
            deciding
                .period()
                .endedAt(deciding.ofAge())
                .ifPresent(period -> grants.add(authority(deciding.guardian(), period))));
    return new ArrayList<>(grants);
  }

  /** Open to each receiver while both the consent and an involvement of the receiver run. */
  private static void consented(Set<Grant> grants, Facts facts, Given given) {
    for (OrganisationId receiver : given.receiving()) {
      for (Period involved : involved(facts, receiver)) {
        given
            .period()
            .intersect(involved)
            .ifPresent(period -> open(grants, given, receiver, period));
      }
    }
  }

  private static List<Period> involved(Facts facts, OrganisationId organisation) {
    return Period.merged(
        facts.involvements().stream()
            .filter(involved -> involved.organisation().equals(organisation))
            .map(Involved::period)
            .toList());
  }

  private static void open(Set<Grant> grants, Given given, OrganisationId receiver, Period period) {
    for (ScopeLine line : given.scope()) {
      for (Optional<UUID> author : authors(given)) {
        grants.add(grant(given, receiver, period, line, author));
      }
    }
  }

  /** Everybody's records, or the named organisations' and what the giver wrote. */
  private static List<Optional<UUID>> authors(Given given) {
    if (given.giving().isEmpty()) {
      return List.of(Optional.empty());
    }
    List<Optional<UUID>> authors = new ArrayList<>();
    given.giving().get().forEach(organisation -> authors.add(Optional.of(organisation.value())));
    authors.add(Optional.of(given.giver()));
    return authors;
  }

  private static Grant grant(
      Given given, OrganisationId receiver, Period period, ScopeLine line, Optional<UUID> author) {
    return new Grant(
        Grant.Grantee.ORGANISATION,
        receiver.value(),
        line.category(),
        author,
        line.section(),
        Optional.empty(),
        given.withHistory(),
        period.from(),
        end(period),
        Grant.GroundKind.valueOf(given.kind().name()),
        given.id());
  }

  private static Grant authority(GuardianId guardian, Period period) {
    return new Grant(
        Grant.Grantee.GUARDIAN,
        guardian.value(),
        Category.IDENTITY,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true,
        period.from(),
        end(period),
        Grant.GroundKind.AUTHORITY,
        guardian.value());
  }

  private static LocalDate end(Period period) {
    return Optional.ofNullable(period.to()).orElse(FAR);
  }
}
