package jp.tsunagi.record.ground;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Grant;
import jp.tsunagi.base.access.Grants;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Consequence;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.child.Children;
import jp.tsunagi.people.child.Guardians.GuardianshipChanged;
import jp.tsunagi.people.involvement.Involvements.InvolvementChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the grants of a child true, in the transaction that changes a fact. */
@Component
class GrantKeeper {
  private final Consequence grants = this::workOut;
  private final List<GroundsInLaw> laws;

  GrantKeeper(List<GroundsInLaw> laws) {
    this.laws = laws;
  }

  /** A fact has changed: the grants of the child follow. */
  void refresh(Tx tx, ChildId child) {
    tx.follow(grants, child);
  }

  private void workOut(Tx tx, Set<ChildId> children) {
    tx.as(
        new Actor.Job(tx.tenant(), "grants"),
        () -> {
          Children.hold(tx, children);
          Map<ChildId, List<GroundsInLaw.Ground>> lawful = new LinkedHashMap<>();
          laws.forEach(law -> lawful.putAll(law.of(tx, children)));
          Map<ChildId, List<Grant>> all = new LinkedHashMap<>();
          GrantSql.facts(tx, children)
              .forEach((child, facts) ->
                  all.put(child, grants(facts, lawful.getOrDefault(child, List.of()))));
          Grants.replace(tx, all);
          return true;
        });
  }

  private static List<Grant> grants(GrantRule.Facts facts, List<GroundsInLaw.Ground> lawful) {
    List<Grant> grants = new ArrayList<>(GrantRule.grants(facts));
    lawful.forEach(one -> grants.addAll(GrantRule.lawful(one)));
    return grants;
  }

  @EventListener
  void on(GroundsInLaw.Changed event) {
    refresh(event.tx(), event.child());
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
