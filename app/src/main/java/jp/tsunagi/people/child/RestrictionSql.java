package jp.tsunagi.people.child;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static jp.tsunagi.schema.Tables.GUARDIAN_RESTRICTION;
import static jp.tsunagi.schema.Tables.ORGANISATION;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.Place;
import org.jooq.Field;

/** Reads and writes restrictions of guardians. */
final class RestrictionSql {
  private RestrictionSql() {}

  /** Whom a restriction is about. */
  record Whom(ChildId child, GuardianId guardian) {}

  /**
   * The days of all restrictions. Looked up as the program's own work: whoever is restricted does
   * not see it, and must not decide all the same.
   */
  static Map<Whom, List<Period>> periods(Tx tx, Set<ChildId> children) {
    return tx.as(
        new Actor.Job(tx.tenant(), "restriction"),
        () ->
            tx
                .sql()
                .selectFrom(GUARDIAN_RESTRICTION)
                .where(GUARDIAN_RESTRICTION.TENANT_ID.eq(tx.tenant()))
                .and(GUARDIAN_RESTRICTION.CHILD_ID.in(children))
                .and(
                    GUARDIAN_RESTRICTION
                        .VALID_TO
                        .isNull()
                        .or(GUARDIAN_RESTRICTION.VALID_TO.gt(GUARDIAN_RESTRICTION.VALID_FROM)))
                .fetch()
                .stream()
                .collect(
                    groupingBy(
                        row -> new Whom(row.getChildId(), row.getGuardianId()),
                        mapping(
                            row -> new Period(row.getValidFrom(), row.getValidTo()), toList()))));
  }

  /**
   * A restriction as it is on record.
   *
   * @param to the first day it no longer holds; empty while no end is known
   * @param lifted when it was lifted, by what
   */
  record Line(
      UUID id,
      GuardianId guardian,
      RestrictionReason reason,
      String evidence,
      LocalDate from,
      Optional<LocalDate> to,
      OrganisationId by,
      String byName,
      Optional<String> lifted) {
    boolean over(LocalDate today) {
      return to.filter(end -> !today.isBefore(end)).isPresent();
    }
  }

  /** All about one child, the latest first. */
  static List<Line> of(Tx tx, ChildId child) {
    Field<String> by = Place.name(tx, GUARDIAN_RESTRICTION.CHILD_ID).as("by");
    return tx.sql()
        .select(GUARDIAN_RESTRICTION.fields())
        .select(by)
        .from(GUARDIAN_RESTRICTION)
        .join(ORGANISATION)
        .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(GUARDIAN_RESTRICTION.ORGANISATION_ID))
        .where(GUARDIAN_RESTRICTION.TENANT_ID.eq(tx.tenant()))
        .and(GUARDIAN_RESTRICTION.CHILD_ID.eq(child))
        .and(Readable.child(tx, GUARDIAN_RESTRICTION.CHILD_ID))
        .orderBy(GUARDIAN_RESTRICTION.SET_AT.desc(), GUARDIAN_RESTRICTION.RESTRICTION_ID)
        .fetch(row -> {
          var is = row.into(GUARDIAN_RESTRICTION);
          return new Line(
              is.getRestrictionId(),
              is.getGuardianId(),
              RestrictionReason.valueOf(is.getReason()),
              is.getEvidence(),
              is.getValidFrom(),
              Optional.ofNullable(is.getValidTo()),
              is.getOrganisationId(),
              row.get(by),
              Optional.ofNullable(is.getLiftedEvidence()));
        });
  }

  /** Adds one that holds from today on; false when it is there already. */
  static boolean add(
      Tx tx,
      UUID id,
      Whom whom,
      RestrictionReason reason,
      String evidence,
      Optional<LocalDate> to,
      OrganisationId by) {
    return tx.sql()
            .insertInto(GUARDIAN_RESTRICTION)
            .set(GUARDIAN_RESTRICTION.TENANT_ID, tx.tenant())
            .set(GUARDIAN_RESTRICTION.RESTRICTION_ID, id)
            .set(GUARDIAN_RESTRICTION.CHILD_ID, whom.child())
            .set(GUARDIAN_RESTRICTION.GUARDIAN_ID, whom.guardian())
            .set(GUARDIAN_RESTRICTION.REASON, reason.name())
            .set(GUARDIAN_RESTRICTION.EVIDENCE, evidence)
            .set(GUARDIAN_RESTRICTION.VALID_FROM, tx.today())
            .set(GUARDIAN_RESTRICTION.VALID_TO, to.orElse(null))
            .set(GUARDIAN_RESTRICTION.ORGANISATION_ID, by)
            .set(GUARDIAN_RESTRICTION.SET_BY, Actor.of(tx).id().orElseThrow())
            .set(GUARDIAN_RESTRICTION.SET_AT, tx.now().atOffset(ZoneOffset.UTC))
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /** Ends it today, at once; false when it does not hold any more. */
  static boolean lift(Tx tx, ChildId child, UUID id, String evidence) {
    return tx.sql()
            .update(GUARDIAN_RESTRICTION)
            .set(GUARDIAN_RESTRICTION.VALID_TO, tx.today())
            .set(GUARDIAN_RESTRICTION.LIFTED_BY, Actor.of(tx).id().orElseThrow())
            .set(GUARDIAN_RESTRICTION.LIFTED_AT, tx.now().atOffset(ZoneOffset.UTC))
            .set(GUARDIAN_RESTRICTION.LIFTED_EVIDENCE, evidence)
            .where(GUARDIAN_RESTRICTION.TENANT_ID.eq(tx.tenant()))
            .and(GUARDIAN_RESTRICTION.CHILD_ID.eq(child))
            .and(GUARDIAN_RESTRICTION.RESTRICTION_ID.eq(id))
            .and(GUARDIAN_RESTRICTION.LIFTED_AT.isNull())
            .and(
                GUARDIAN_RESTRICTION
                    .VALID_TO
                    .isNull()
                    .or(GUARDIAN_RESTRICTION.VALID_TO.gt(tx.today())))
            .execute()
        == 1;
  }
}
