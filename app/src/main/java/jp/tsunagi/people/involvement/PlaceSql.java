package jp.tsunagi.people.involvement;

import static jp.tsunagi.schema.Tables.CLASS_PLACE;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static org.jooq.impl.DSL.min;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.base.database.InvolvementId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;

/** Keeps the places in classes free of overlaps. */
final class PlaceSql {
  private PlaceSql() {}

  /** Places of one enrolment are changed one after the other. */
  static void hold(Tx tx, InvolvementId enrolment) {
    tx.sql()
        .select(INVOLVEMENT.INVOLVEMENT_ID)
        .from(INVOLVEMENT)
        .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
        .and(INVOLVEMENT.INVOLVEMENT_ID.eq(enrolment))
        .forUpdate()
        .execute();
  }

  /** Ends what runs on the day, and takes back what begins on it. */
  static void clear(Tx tx, InvolvementId enrolment, LocalDate day) {
    tx.sql()
        .deleteFrom(CLASS_PLACE)
        .where(of(tx, enrolment))
        .and(CLASS_PLACE.VALID_FROM.eq(day))
        .execute();
    tx.sql()
        .update(CLASS_PLACE)
        .set(CLASS_PLACE.VALID_TO, day)
        .where(of(tx, enrolment))
        .and(CLASS_PLACE.VALID_FROM.lt(day))
        .and(CLASS_PLACE.VALID_TO.isNull().or(CLASS_PLACE.VALID_TO.gt(day)))
        .execute();
  }

  /** The first day of the place that follows. */
  static Optional<LocalDate> next(Tx tx, InvolvementId enrolment, LocalDate day) {
    LocalDate next =
        tx.sql()
            .select(min(CLASS_PLACE.VALID_FROM))
            .from(CLASS_PLACE)
            .where(of(tx, enrolment))
            .and(CLASS_PLACE.VALID_FROM.gt(day))
            .fetchSingle()
            .value1();
    return Optional.ofNullable(next);
  }

  /** Nothing runs from that day on. */
  static void end(Tx tx, InvolvementId enrolment, LocalDate to) {
    tx.sql()
        .deleteFrom(CLASS_PLACE)
        .where(of(tx, enrolment))
        .and(CLASS_PLACE.VALID_FROM.ge(to))
        .execute();
    tx.sql()
        .update(CLASS_PLACE)
        .set(CLASS_PLACE.VALID_TO, to)
        .where(of(tx, enrolment))
        .and(CLASS_PLACE.VALID_TO.isNull().or(CLASS_PLACE.VALID_TO.gt(to)))
        .execute();
  }

  private static Condition of(Tx tx, InvolvementId enrolment) {
    return CLASS_PLACE.TENANT_ID.eq(tx.tenant()).and(CLASS_PLACE.INVOLVEMENT_ID.eq(enrolment));
  }
}
