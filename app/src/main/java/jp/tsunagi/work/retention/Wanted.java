package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.DISPOSAL_NAMED;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * Which records are wanted.
 *
 * @param places whose they are; empty: wherever they are
 * @param families of no place too
 * @param ids these alone
 * @param child of this one alone
 * @param atRest those alone on which nobody works and that hold nothing any more
 */
record Wanted(
    Optional<Set<OrganisationId>> places,
    boolean families,
    Optional<Collection<UUID>> ids,
    Optional<ChildId> child,
    boolean atRest) {

  /** What may have come to its end at these places, and if wanted of the families' own. */
  static Wanted at(Set<OrganisationId> places, boolean families) {
    return new Wanted(Optional.of(places), families, Optional.empty(), Optional.empty(), true);
  }

  /** These, as far as they are at rest. */
  static Wanted of(Collection<UUID> ids) {
    return new Wanted(Optional.empty(), true, Optional.of(ids), Optional.empty(), true);
  }

  /** This one, at rest or not. */
  static Wanted any(UUID id) {
    return new Wanted(Optional.empty(), true, Optional.of(Set.of(id)), Optional.empty(), false);
  }

  /** Everything of a child at these places. */
  static Wanted of(ChildId child, Set<OrganisationId> places, boolean families) {
    return new Wanted(Optional.of(places), families, Optional.empty(), Optional.of(child), false);
  }

  /** What is listed is in no disposal that waits or is under way. */
  private boolean listed() {
    return ids.isEmpty() && child.isEmpty();
  }

  /** Of the rows of a statement that has {@code CHILD} in it. */
  Condition of(Tx tx, RetentionKind kind, Field<UUID> id, Field<OrganisationId> place) {
    return of(tx, Set.of(kind), id, place);
  }

  Condition of(Tx tx, Set<RetentionKind> kinds, Field<UUID> id, Field<OrganisationId> place) {
    Condition named =
        notExists(
            selectOne()
                .from(DISPOSAL_NAMED)
                .where(DISPOSAL_NAMED.TENANT_ID.eq(tx.tenant()))
                .and(DISPOSAL_NAMED.KIND.in(kinds.stream().map(Enum::name).toList()))
                .and(DISPOSAL_NAMED.RECORD_ID.eq(id)));
    return places
        .<Condition>map(all -> place.in(all).or(families ? place.isNull() : falseCondition()))
        .orElseGet(() -> noCondition())
        .and(ids.<Condition>map(all -> id.in(all)).orElseGet(() -> noCondition()))
        .and(child.<Condition>map(CHILD.CHILD_ID::eq).orElseGet(() -> noCondition()))
        .and(listed() ? named : noCondition());
  }

  /**
   * The place; of what is of no place the one that alone knows the child, if there is one: nobody
   * else is told that the child exists.
   */
  static Field<OrganisationId> orOwner(Field<OrganisationId> place) {
    return org.jooq.impl.DSL.coalesce(place, when(CHILD.STANDING.eq("OWN"), CHILD.OWNER_ID));
  }
}
