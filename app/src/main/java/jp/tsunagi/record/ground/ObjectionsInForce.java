package jp.tsunagi.record.ground;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;

/** What the family does not want to be shared today, for what goes out of the house on paper. */
public final class ObjectionsInForce {
  private final List<GrantRule.Objected> all;

  private ObjectionsInForce(List<GrantRule.Objected> all) {
    this.all = all;
  }

  /** Of a child; read as the program's own work: whoever prints does not see them. */
  public static ObjectionsInForce of(Tx tx, ChildId child) {
    return tx.as(
        new Actor.Job(tx.tenant(), "objection"),
        () ->
            new ObjectionsInForce(
                GrantSql.facts(tx, child).objections().stream()
                    .filter(one -> one.period().contains(tx.today()))
                    .toList()));
  }

  /**
   * Whether a part must not go there.
   *
   * @param receivers places of the register; none: a place outside it, which only an objection
   *     against everybody meets
   * @param section form key/section key
   */
  public boolean meet(Set<OrganisationId> receivers, Category category, String section) {
    var part = new ScopeLine(category, Optional.of(section));
    return all.stream()
        .filter(one -> one.against().isEmpty() || receivers.stream().anyMatch(one::meets))
        .flatMap(one -> one.scope().stream())
        .anyMatch(said -> said.covers(part));
  }
}
