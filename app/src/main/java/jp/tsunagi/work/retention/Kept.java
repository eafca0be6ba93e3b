package jp.tsunagi.work.retention;

import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;

/**
 * A record as its retention is reckoned.
 *
 * @param id of its row
 * @param organisation whose it is; empty for the family's own
 * @param begun the year in which it was begun; it may be of a later one, if it is written on
 */
record Kept(
    RetentionKind kind,
    UUID id,
    ChildId child,
    Optional<OrganisationId> organisation,
    int begun,
    RetentionRule.Facts facts) {
  int year() {
    return facts.fiscalYear();
  }

  boolean isOf(int year) {
    return begun <= year && year <= year();
  }
}
