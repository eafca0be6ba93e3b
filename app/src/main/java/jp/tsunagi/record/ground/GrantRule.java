package jp.tsunagi.record.ground;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
 * What follows from the consents, objections, involvements and guardianships of one child (ACCESS:
 * branch 2, and guardians). Pure: the same facts always give the same grants.
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

  /**
   * 異議: what must not be shared, whoever consents.
   *
   * @param against the organisations that must not read it; empty: none may
   */
  record Objected(List<ScopeLine> scope, Optional<Set<OrganisationId>> against, Period period) {
    boolean meets(OrganisationId receiver) {
      return against.map(named -> named.contains(receiver)).orElse(true);
    }
  }

  /** An involvement of an organisation with the child. */
  record Involved(OrganisationId organisation, Period period) {}

  /** Somebody who decides for the child in a period. */
  record Deciding(GuardianId guardian, Period period) {}

  /**
   * 家族に見せる: what the person of age shows to a guardian.
   *
   * @param scope empty: everything that is meant for guardians
   * @param days on which the guardian may be shown anything at all
   */
  record Shown(UUID id, GuardianId reader, Optional<List<ScopeLine>> scope, List<Period> days) {
    Shown {
      scope = scope.map(List::copyOf);
      days = List.copyOf(days);
    }

    private List<ScopeLine> lines() {
      return scope.orElseGet(() -> Arrays.stream(Category.values()).map(ScopeLine::of).toList());
    }
  }

  /** All facts of one child. */
  record Facts(
      List<Given> consents,
      List<Involved> involvements,
      List<Deciding> guardians,
      List<Objected> objections,
      List<Shown> showings) {
    Facts {
      showings = List.copyOf(showings);
      consents = List.copyOf(consents);
      involvements = List.copyOf(involvements);
      guardians = List.copyOf(guardians);
      objections = List.copyOf(objections);
    }

    /** Where nothing is shown to the family. */
    Facts(
        List<Given> consents,
        List<Involved> involvements,
        List<Deciding> guardians,
        List<Objected> objections) {
      this(consents, involvements, guardians, objections, List.of());
    }

    /** The same with these consents. */
    Facts with(List<Given> others) {
      return new Facts(others, involvements, guardians, objections, showings);
    }

    /** The same with one objection more. */
    Facts with(Objected objected) {
      List<Objected> all = new ArrayList<>(objections);
      all.add(objected);
      return new Facts(consents, involvements, guardians, all, showings);
    }
  }

  static List<Grant> grants(Facts facts) {
    Set<Grant> grants = new LinkedHashSet<>();
    facts.consents().forEach(given -> consented(grants, facts, given));
    facts
        .guardians()
        .forEach(deciding -> grants.add(authority(deciding.guardian(), deciding.period())));
    facts.showings().forEach(shown -> grants.addAll(shown(shown)));
    return new ArrayList<>(grants);
  }

  /** Open to each receiver while both the consent and an involvement of the receiver run. */
  private static void consented(Set<Grant> grants, Facts facts, Given given) {
    for (OrganisationId receiver : given.receiving()) {
      for (Period involved : involved(facts, receiver)) {
        given
            .period()
            .intersect(involved)
            .ifPresent(period -> open(grants, facts, given, receiver, period));
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

  private static void open(
      Set<Grant> grants, Facts facts, Given given, OrganisationId receiver, Period period) {
    List<Objected> objections =
        facts.objections().stream().filter(one -> one.meets(receiver)).toList();
    for (ScopeLine line : given.scope()) {
      for (LeftOpen.Piece piece : LeftOpen.of(line, period, objections)) {
        for (Optional<UUID> author : authors(given)) {
          grants.add(grant(given, receiver, piece, line, author));
        }
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
      Given given,
      OrganisationId receiver,
      LeftOpen.Piece piece,
      ScopeLine line,
      Optional<UUID> author) {
    return new Grant(
        Grant.Grantee.ORGANISATION,
        receiver.value(),
        line.category(),
        author,
        line.section(),
        line.sheet().map(ScopeLine.OfSheet::id),
        piece.excluded(),
        given.withHistory(),
        piece.period().from(),
        end(piece.period()),
        Grant.GroundKind.valueOf(given.kind().name()),
        given.id());
  }

  /** What a ground in law opens: no involvement is asked for, and no objection meets it. */
  static List<Grant> lawful(GroundsInLaw.Ground ground) {
    return ground.scope().stream()
        .map(line ->
            new Grant(
                Grant.Grantee.ORGANISATION,
                ground.receiver().value(),
                line.category(),
                ground.from().map(OrganisationId::value),
                line.section(),
                line.sheet().map(ScopeLine.OfSheet::id),
                List.of(),
                ground.withHistory(),
                ground.period().from(),
                end(ground.period()),
                Grant.GroundKind.LAW,
                ground.id()))
        .distinct()
        .toList();
  }

  /** What the person shows: line by line, on the days on which it may. */
  private static List<Grant> shown(Shown shown) {
    return shown.days().stream()
        .flatMap(days -> shown.lines().stream().map(line -> shown(shown, line, days)))
        .toList();
  }

  private static Grant shown(Shown shown, ScopeLine line, Period days) {
    return new Grant(
        Grant.Grantee.GUARDIAN,
        shown.reader().value(),
        line.category(),
        Optional.empty(),
        line.section(),
        line.sheet().map(ScopeLine.OfSheet::id),
        List.of(),
        false,
        days.from(),
        end(days),
        Grant.GroundKind.PERSON,
        shown.id());
  }

  private static Grant authority(GuardianId guardian, Period period) {
    return new Grant(
        Grant.Grantee.GUARDIAN,
        guardian.value(),
        Category.IDENTITY,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
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
