package jp.tsunagi.people.child;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CHILD_NAME;
import static org.jooq.impl.DSL.concat;

import java.time.LocalDate;
import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.name.NamePart;

/**
 * Finds a child among all by its whole name and its birth date, both exact. Shows nothing by
 * itself: the caller decides whether anything may be said.
 */
public final class ExactChild {
  private ExactChild() {}

  /**
   * Children whose whole name, in writing or reading and blanks apart, and birth date are these.
   */
  public static Set<ChildId> named(Tx tx, String name, LocalDate birth) {
    String written = name.replaceAll("[\\s\\u3000]", "");
    String reading = NamePart.reading(written);
    return tx.as(
        new Actor.Job(tx.tenant(), "exact"),
        () ->
            tx.sql()
                .selectDistinct(CHILD.CHILD_ID)
                .from(CHILD)
                .join(CHILD_NAME)
                .on(CHILD_NAME.TENANT_ID.eq(tx.tenant()))
                .and(CHILD_NAME.CHILD_ID.eq(CHILD.CHILD_ID))
                .where(CHILD.TENANT_ID.eq(tx.tenant()))
                .and(CHILD.BIRTH_DATE.eq(birth))
                .and(
                    concat(CHILD_NAME.FAMILY, CHILD_NAME.GIVEN)
                        .eq(written)
                        .or(concat(CHILD_NAME.FAMILY_KANA, CHILD_NAME.GIVEN_KANA).eq(reading)))
                .fetchSet(CHILD.CHILD_ID));
  }
}
