package jp.tsunagi.base.access;

import static jp.tsunagi.schema.Tables.ACCESS_GRANT;
import static jp.tsunagi.schema.Tables.APPROVAL_STEP;
import static jp.tsunagi.schema.Tables.EMERGENCY_ACCESS;
import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.REACH;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.access.Reaches.Stretch;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** What explains a reading, read in the same statement as what is read. */
public final class ExplanationSql {
  private ExplanationSql() {}

  /** The grants in force to the actor's organisations, of the child of the query. */
  public static Field<List<Grant>> grants(Tx tx, Field<ChildId> child) {
    List<UUID> organisations = tx.scope().organisations().stream().map(Id::value).toList();
    return grants(tx, child, Grant.Grantee.ORGANISATION, organisations);
  }

  /** The grants in force to the guardian signed in, of the child of the query. */
  public static Field<List<Grant>> ofGuardian(Tx tx, Field<ChildId> child) {
    return grants(tx, child, Grant.Grantee.GUARDIAN, tx.scope().id().stream().toList());
  }

  private static Field<List<Grant>> grants(
      Tx tx, Field<ChildId> child, Grant.Grantee kind, List<UUID> whom) {
    return multiset(
            select(
                    ACCESS_GRANT.GRANTEE_KIND,
                    ACCESS_GRANT.GRANTEE_ID,
                    ACCESS_GRANT.CATEGORY,
                    ACCESS_GRANT.AUTHOR_ID,
                    ACCESS_GRANT.SECTION,
                    ACCESS_GRANT.SHEET_ID,
                    ACCESS_GRANT.EXCLUDED,
                    ACCESS_GRANT.WITH_HISTORY,
                    ACCESS_GRANT.VALID_FROM,
                    ACCESS_GRANT.VALID_TO,
                    ACCESS_GRANT.GROUND_KIND,
                    ACCESS_GRANT.GROUND_ID)
                .from(ACCESS_GRANT)
                .where(ACCESS_GRANT.TENANT_ID.eq(tx.tenant()))
                .and(ACCESS_GRANT.CHILD_ID.eq(child))
                .and(ACCESS_GRANT.GRANTEE_KIND.eq(kind.name()))
                .and(ACCESS_GRANT.GRANTEE_ID.in(whom))
                .and(ACCESS_GRANT.VALID_FROM.le(tx.today()))
                .and(ACCESS_GRANT.VALID_TO.gt(tx.today()))
                .orderBy(ACCESS_GRANT.GROUND_KIND, ACCESS_GRANT.VALID_FROM, ACCESS_GRANT.GRANT_ID))
        .convertFrom(rows -> rows.map(org.jooq.Records.mapping(ExplanationSql::grant)));
  }

  private static Grant grant(
      String granteeKind,
      UUID granteeId,
      String category,
      @Nullable UUID author,
      @Nullable String section,
      @Nullable SheetId sheet,
      String[] excluded,
      Boolean withHistory,
      LocalDate from,
      LocalDate to,
      String groundKind,
      UUID groundId) {
    return new Grant(
        Grant.Grantee.valueOf(granteeKind),
        granteeId,
        Category.valueOf(category),
        Optional.ofNullable(author),
        Optional.ofNullable(section),
        Optional.ofNullable(sheet),
        List.of(excluded),
        withHistory,
        from,
        to,
        Grant.GroundKind.valueOf(groundKind),
        groundId);
  }

  private static Stretch stretch(
      AssignmentId assignment, ChildId child, String kind, LocalDate from, LocalDate to) {
    return new Stretch(assignment, child, Reaches.Kind.valueOf(kind), from, to);
  }

  /** What the actor has to do with the item of the query while it is not in force yet. */
  public static Field<Explanation.Hand> hand(Tx tx) {
    if (!(Actor.of(tx) instanceof Actor.Staff staff)) {
      return inline("").convertFrom(_ -> Explanation.Hand.NONE);
    }
    Field<String> posts =
        field(
            select(field("string_agg({0}, ' ')", String.class, APPROVAL_STEP.POST))
                .from(APPROVAL_STEP)
                .where(APPROVAL_STEP.TENANT_ID.eq(tx.tenant()))
                .and(APPROVAL_STEP.SHEET_ID.eq(ITEM.SHEET_ID))
                .and(APPROVAL_STEP.CHILD_ID.eq(ITEM.CHILD_ID))
                .and(APPROVAL_STEP.ORGANISATION_ID.coerce(UUID.class).eq(ITEM.AUTHOR_ID))
                .and(APPROVAL_STEP.RUNNING.isTrue()));
    return when(Unfinished.writes(tx, staff), inline("+ "))
        .otherwise(inline("- "))
        .concat(when(ITEM.STATE.eq("IN_APPROVAL"), coalesce(posts, "")).otherwise(inline("")))
        .convertFrom(ExplanationSql::hand);
  }

  private static Explanation.Hand hand(String found) {
    String posts = found.substring(2);
    return new Explanation.Hand(
        found.startsWith("+"), posts.isEmpty() ? Set.of() : Set.of(posts.split(" ")));
  }

  /** Whether the whereabouts of the child of the query are hidden from the actor. */
  public static Field<Boolean> concealed(Tx tx, Field<ChildId> child) {
    return field(Compartments.concealed(tx, child));
  }

  /** The actor's reach to the child of the query today; of emergencies those that are not over. */
  public static Field<List<Stretch>> reaches(Tx tx, Field<ChildId> child) {
    return multiset(
            select(
                    REACH.ASSIGNMENT_ID,
                    REACH.CHILD_ID,
                    REACH.KIND,
                    REACH.VALID_FROM,
                    REACH.VALID_TO)
                .from(REACH)
                .where(REACH.TENANT_ID.eq(tx.tenant()))
                .and(REACH.CHILD_ID.eq(child))
                .and(REACH.ASSIGNMENT_ID.in(tx.scope().assignments()))
                .and(REACH.VALID_FROM.le(tx.today()))
                .and(REACH.VALID_TO.gt(tx.today()))
                .and(
                    REACH
                        .KIND
                        .ne("EMERGENCY")
                        .or(
                            Readable.openNow(
                                tx,
                                child,
                                EMERGENCY_ACCESS.ASSIGNMENT_ID.eq(REACH.ASSIGNMENT_ID)))))
        .convertFrom(rows -> rows.map(org.jooq.Records.mapping(ExplanationSql::stretch)));
  }
}
