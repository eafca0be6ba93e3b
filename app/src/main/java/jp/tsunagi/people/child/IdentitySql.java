package jp.tsunagi.people.child;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CHILD_NAME;
import static jp.tsunagi.schema.Tables.GRADE_OVERRIDE;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.GradeOverride;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.name.NamePart;
import jp.tsunagi.base.name.PersonName;
import jp.tsunagi.schema.tables.ChildName;
import jp.tsunagi.schema.tables.records.ChildNameRecord;
import jp.tsunagi.schema.tables.records.ChildRecord;
import org.jooq.Condition;
import org.jooq.Field;

/** Reads who children are, for those who may know. */
final class IdentitySql {
  private static final ChildName COMMON = CHILD_NAME.as("common");

  private IdentitySql() {}

  /** The child; {@link NotFound} for those who may not know it. */
  static Identity get(Tx tx, ChildId child) {
    return of(tx, java.util.Set.of(child)).values().stream().findFirst().orElseThrow(NotFound::new);
  }

  /**
   * The same, kept from being changed by anybody else until the end of the transaction; for whoever
   * may change it.
   */
  static Identity held(Tx tx, ChildId child) {
    tx.sql()
        .select(CHILD.CHILD_ID)
        .from(CHILD)
        .where(Readable.child(tx))
        .and(CHILD.CHILD_ID.eq(child))
        .forUpdate()
        .execute();
    return get(tx, child);
  }

  /** The children among these that the actor may know, in the order asked for. */
  static Map<ChildId, Identity> of(Tx tx, Collection<ChildId> children) {
    return of(tx, children, child -> Readable.child(tx, child));
  }

  /** The same, with those who show something to the guardian signed in. */
  static Map<ChildId, Identity> shown(Tx tx, Collection<ChildId> children) {
    return of(tx, children, child -> Readable.shown(tx, child));
  }

  private static Map<ChildId, Identity> of(
      Tx tx, Collection<ChildId> children, Function<Field<ChildId>, Condition> known) {
    Map<ChildId, List<GradeOverride>> overrides =
        overrides(tx, children, known.apply(GRADE_OVERRIDE.CHILD_ID));
    Map<ChildId, Identity> found = new HashMap<>();
    tx.sql()
        .select(CHILD, CHILD_NAME, COMMON)
        .from(CHILD)
        .join(CHILD_NAME)
        .on(current(tx, CHILD_NAME, Children.NameKind.LEGAL))
        .leftJoin(COMMON)
        .on(current(tx, COMMON, Children.NameKind.COMMON))
        .where(CHILD.TENANT_ID.eq(tx.tenant()))
        .and(known.apply(CHILD.CHILD_ID))
        .and(CHILD.CHILD_ID.in(children))
        .forEach(row -> {
          Identity identity = identity(row.value1(), row.value2(), row.value3(), overrides);
          found.put(identity.id(), identity);
        });
    Map<ChildId, Identity> ordered = new LinkedHashMap<>();
    children.stream()
        .filter(found::containsKey)
        .forEach(child -> ordered.put(child, found.get(child)));
    return ordered;
  }

  /** Whether this staff member, who still may know the child, put it on record. */
  static boolean isRecordedBy(Tx tx, ChildId child, StaffId staff) {
    return tx.sql()
        .fetchExists(
            CHILD,
            Readable.child(tx)
                .and(CHILD.CHILD_ID.eq(child))
                .and(CHILD.CREATED_BY.eq(staff.value())));
  }

  private static Condition current(Tx tx, ChildName name, Children.NameKind kind) {
    return name.TENANT_ID
        .eq(tx.tenant())
        .and(name.CHILD_ID.eq(CHILD.CHILD_ID))
        .and(name.KIND.eq(kind.name()))
        .and(name.VALID_FROM.le(tx.today()))
        .and(name.VALID_TO.isNull().or(name.VALID_TO.gt(tx.today())));
  }

  private static Identity identity(
      ChildRecord child,
      ChildNameRecord legal,
      ChildNameRecord common,
      Map<ChildId, List<GradeOverride>> overrides) {
    return new Identity(
        child.getChildId(),
        name(legal, common),
        child.getBirthDate(),
        Sex.valueOf(child.getSex()),
        Standing.valueOf(child.getStanding()),
        Optional.ofNullable(child.getOwnerId()),
        Optional.ofNullable(child.getHomeLanguage()),
        child.getInterpreter(),
        overrides.getOrDefault(child.getChildId(), List.of()));
  }

  private static PersonName name(ChildNameRecord legal, ChildNameRecord common) {
    PersonName name = ChildKeys.name(legal);
    return common.getFamily() == null
        ? name
        : name.withCommon(
            new NamePart(common.getFamily(), common.getFamilyKana()),
            new NamePart(common.getGiven(), common.getGivenKana()));
  }

  private static Map<ChildId, List<GradeOverride>> overrides(
      Tx tx, Collection<ChildId> children, Condition known) {
    return tx.sql()
        .selectFrom(GRADE_OVERRIDE)
        .where(GRADE_OVERRIDE.TENANT_ID.eq(tx.tenant()))
        .and(GRADE_OVERRIDE.CHILD_ID.in(children))
        .and(known)
        .fetchGroups(
            row -> row.getChildId(),
            row ->
                new GradeOverride(
                    new FiscalYear(row.getFiscalYear()),
                    row.getGrade(),
                    GradeReason.read(row.getReason()).kind()));
  }
}
