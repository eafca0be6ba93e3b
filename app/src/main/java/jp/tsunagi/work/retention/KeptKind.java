package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.CHILD;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Records of one kind, each of one year. What needs one still is looked at with what is at rest:
 * nothing comes to it once it is.
 */
abstract class KeptKind implements KeptRecords {
  private final RetentionKind kind;
  private final String word;

  KeptKind(RetentionKind kind, String word) {
    this.kind = kind;
    this.word = word;
  }

  @Override
  public final Set<RetentionKind> kinds() {
    return Set.of(kind);
  }

  @Override
  public final String word() {
    return word;
  }

  @Override
  public boolean isNeeded(Tx tx, Kept kept) {
    return false;
  }

  /** Which of the rows of a statement that joins {@code CHILD} are wanted. */
  final Condition wanted(Tx tx, Wanted wanted, Field<UUID> id, Field<OrganisationId> place) {
    return wanted.of(tx, kind, id, place);
  }

  /** The child of the row is joined. */
  static Condition child(Tx tx, Field<ChildId> child) {
    return CHILD.TENANT_ID.eq(tx.tenant()).and(CHILD.CHILD_ID.eq(child));
  }

  /** One of that year, of that place or of none; what holds nothing never lapses. */
  final Past of(
      UUID id, ChildId child, LocalDate birth, @Nullable OrganisationId place, int begun) {
    return of(id, child, birth, place, begun, begun, Optional.empty(), false);
  }

  /** One that was begun and held from that year on. */
  final Past of(
      UUID id,
      ChildId child,
      LocalDate birth,
      @Nullable OrganisationId place,
      int begun,
      Optional<LocalDate> lapsed,
      boolean idle) {
    return of(id, child, birth, place, begun, begun, lapsed, idle);
  }

  final Past of(
      UUID id,
      ChildId child,
      LocalDate birth,
      @Nullable OrganisationId place,
      int begun,
      int year,
      Optional<LocalDate> lapsed,
      boolean idle) {
    return new Past(kind, id, child, birth, Optional.ofNullable(place), begun, year, lapsed, idle);
  }
}
