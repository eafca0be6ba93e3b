package jp.tsunagi.record.ground;

import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Grants;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.child.Guardians.GuardianshipChanged;
import jp.tsunagi.people.involvement.Involvements.InvolvementChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the grants of a child true, in the transaction that changes a fact. */
@Component
class GrantKeeper {

  /** Works the grants of the child out anew. */
  void refresh(Tx tx, ChildId child) {
    tx.as(
        new Actor.Job(tx.tenant(), "grants"),
        () -> {
          Grants.replace(tx, child, GrantRule.grants(GrantSql.facts(tx, child)));
          return true;
        });
  }

  @EventListener
  void on(InvolvementChanged event) {
    refresh(event.tx(), event.child());
  }

  @EventListener
  void on(GuardianshipChanged event) {
    refresh(event.tx(), event.child());
  }
}
