package jp.tsunagi.people.child;

import static jp.tsunagi.schema.Tables.GUARDIAN;

import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.staff.ActorSource;
import jp.tsunagi.people.staff.Membership;
import org.springframework.stereotype.Component;

/** A guardian who signed in. */
@Component
final class GuardianSource implements ActorSource {
  @Override
  public Membership.Kind kind() {
    return Membership.Kind.GUARDIAN;
  }

  @Override
  public Optional<Actor> load(Tx tx, Membership membership) {
    return tx.sql()
        .selectFrom(GUARDIAN)
        .where(GUARDIAN.TENANT_ID.eq(membership.tenant()))
        .and(GUARDIAN.GUARDIAN_ID.eq(new GuardianId(membership.member())))
        .fetchOptional()
        .map(row ->
            new Actor.Guardian(
                row.getTenantId(), row.getGuardianId(), membership.account(), row.getName()));
  }
}
