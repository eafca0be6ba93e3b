package jp.tsunagi.record.ground;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;

/** 法令による根拠 (ACCESS: branch 3), told by the module that keeps them. */
public interface GroundsInLaw {

  /**
   * What a ground opens.
   *
   * @param from whose records; empty: everybody's
   */
  record Ground(
      UUID id,
      OrganisationId receiver,
      Optional<OrganisationId> from,
      List<ScopeLine> scope,
      boolean withHistory,
      Period period) {}

  /** Of each of these children, those that were approved; on ended ones until they ended. */
  Map<ChildId, List<Ground>> of(Tx tx, Set<ChildId> children);

  /** It has changed for a child: grants must be worked out again, in the same transaction. */
  record Changed(Tx tx, ChildId child) {}
}
