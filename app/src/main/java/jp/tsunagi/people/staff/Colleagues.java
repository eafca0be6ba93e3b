package jp.tsunagi.people.staff;

import static jp.tsunagi.schema.Tables.ASSIGNMENT;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.POST;
import static jp.tsunagi.schema.Tables.STAFF;

import java.util.Collection;
import java.util.List;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.PostId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Finds staff by name, and posts with whoever holds them. */
public final class Colleagues {
  private static final int MOST = 50;

  private Colleagues() {}

  /** A staff member with where he or she works. */
  public record Somebody(StaffId id, String name, String places) {}

  /** Who bears that name or reading, blanks apart, and works somewhere today. */
  public static List<Somebody> named(Tx tx, String name) {
    String wanted = name.replaceAll("[\\s\\u3000]", "");
    return tx.sql()
        .select(
            STAFF.STAFF_ID,
            STAFF.NAME,
            DSL.arrayAggDistinct(ORGANISATION.NAME).orderBy(ORGANISATION.NAME))
        .from(STAFF)
        .join(ASSIGNMENT)
        .on(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
        .and(ASSIGNMENT.STAFF_ID.eq(STAFF.STAFF_ID))
        .join(POST)
        .on(POST.TENANT_ID.eq(tx.tenant()))
        .and(POST.POST_ID.eq(ASSIGNMENT.POST_ID))
        .join(ORGANISATION)
        .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(POST.ORGANISATION_ID))
        .where(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(ASSIGNMENT.VALID_TO.isNull().or(ASSIGNMENT.VALID_TO.gt(tx.today())))
        .and(bare(STAFF.NAME).eq(wanted).or(bare(STAFF.KANA).eq(wanted)))
        .groupBy(STAFF.STAFF_ID, STAFF.NAME)
        .orderBy(STAFF.NAME, STAFF.STAFF_ID)
        .limit(MOST)
        .fetch(
            row -> new Somebody(row.value1(), row.value2(), String.join("\u3001", row.value3())));
  }

  /**
   * A post that somebody holds today.
   *
   * @param kind of the post, e.g. NURSERY_HEAD
   */
  public record Held(PostId post, String place, String kind, String holders) {}

  /** The posts at these places that see children and are held today, by place and post. */
  public static List<Held> posts(Tx tx, Collection<OrganisationId> places) {
    return tx.sql()
        .select(
            POST.POST_ID,
            ORGANISATION.NAME,
            POST.KIND,
            DSL.arrayAggDistinct(STAFF.NAME).orderBy(STAFF.NAME))
        .from(POST)
        .join(ORGANISATION)
        .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(POST.ORGANISATION_ID))
        .join(ASSIGNMENT)
        .on(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
        .and(ASSIGNMENT.POST_ID.eq(POST.POST_ID))
        .join(STAFF)
        .on(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(ASSIGNMENT.STAFF_ID))
        .where(POST.TENANT_ID.eq(tx.tenant()))
        .and(POST.ORGANISATION_ID.in(places))
        .and(DSL.cardinality(POST.CEILING).gt(0))
        .and(ASSIGNMENT.HOLDS_FROM.le(tx.today()))
        .and(ASSIGNMENT.VALID_TO.isNull().or(ASSIGNMENT.VALID_TO.gt(tx.today())))
        .groupBy(POST.POST_ID, ORGANISATION.NAME, ORGANISATION.KANA, POST.KIND)
        .orderBy(ORGANISATION.KANA, POST.KIND)
        .fetch(row ->
            new Held(
                row.value1(), row.value2(), row.value3(), String.join("\u3001", row.value4())));
  }

  private static Field<String> bare(Field<String> text) {
    return DSL.field("translate({0}, ' \u3000', '')", String.class, text);
  }
}
