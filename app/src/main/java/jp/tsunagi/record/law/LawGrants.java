package jp.tsunagi.record.law;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static jp.tsunagi.schema.Tables.LEGAL_GROUND;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Reaches.Kind;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.involvement.BeyondReach;
import jp.tsunagi.record.ground.GroundsInLaw;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/** What follows from grounds in law: the grants, and that the child is seen without reach. */
@Component
final class LawGrants implements GroundsInLaw, BeyondReach {
  private static List<LegalGround> approved(Tx tx, Condition which) {
    return LawSql.of(tx, LEGAL_GROUND.APPROVED.isTrue().and(which)).stream()
        .filter(one -> one.period().isPresent())
        .toList();
  }

  @Override
  public Map<ChildId, List<Ground>> of(Tx tx, Set<ChildId> children) {
    return approved(tx, LEGAL_GROUND.CHILD_ID.in(children)).stream()
        .collect(
            groupingBy(
                LegalGround::child,
                mapping(
                    one ->
                        new Ground(
                            one.id(),
                            one.receiver(),
                            one.from(),
                            one.scope(),
                            one.withHistory(),
                            one.period().orElseThrow()),
                    toList())));
  }

  @Override
  public List<Sight> ofChildren(Tx tx, Set<ChildId> children) {
    return sights(tx, LEGAL_GROUND.CHILD_ID.in(children));
  }

  @Override
  public List<Sight> ofAssignment(
      Tx tx, AssignmentId assignment, Set<OrganisationId> organisations) {
    return sights(tx, LEGAL_GROUND.RECEIVER_ID.in(organisations));
  }

  private static List<Sight> sights(Tx tx, Condition which) {
    return approved(tx, which).stream()
        .map(one ->
            new Sight(
                one.child(),
                Kind.LAW,
                Optional.of(one.receiver()),
                Optional.empty(),
                one.period().orElseThrow()))
        .toList();
  }
}
