package jp.tsunagi.run.ledger;

import static jp.tsunagi.schema.Tables.LEDGER_FAMILY;
import static jp.tsunagi.schema.Tables.LEDGER_FAMILY_ANSWER;
import static jp.tsunagi.schema.Tables.LEDGER_FAMILY_ASKING;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.child.Relation;
import jp.tsunagi.people.child.Sex;
import jp.tsunagi.run.ledger.Family.Answer;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Keeps the families of a ledger that are still to be asked. */
final class FamilySql {
  private static final String BETWEEN = "\n";

  private FamilySql() {}

  /** Adds it; the same family of an earlier ledger stays as it is. */
  static void add(Tx tx, OrganisationId organisation, Taken row) {
    tx.sql()
        .insertInto(LEDGER_FAMILY)
        .set(LEDGER_FAMILY.TENANT_ID, tx.tenant())
        .set(LEDGER_FAMILY.FAMILY_ID, Id.fresh())
        .set(LEDGER_FAMILY.ORGANISATION_ID, organisation)
        .set(LEDGER_FAMILY.CHILD_NAME, row.name().written())
        .set(LEDGER_FAMILY.CHILD_KANA, row.name().kana())
        .set(LEDGER_FAMILY.BIRTH_DATE, row.birth())
        .set(LEDGER_FAMILY.SEX, row.sex().name())
        .set(LEDGER_FAMILY.ADDRESS, row.address().orElse(null))
        .set(LEDGER_FAMILY.GUARDIAN_NAME, row.guardian().name())
        .set(LEDGER_FAMILY.RELATION, row.guardian().relation().name())
        .set(LEDGER_FAMILY.PHONE, row.guardian().phone().orElse(null))
        .set(LEDGER_FAMILY.PROGRAMMES, together(row.programmes()))
        .set(LEDGER_FAMILY.STAFF_NAME, row.staff().orElse(null))
        .set(LEDGER_FAMILY.TAKEN_AT, tx.now().atOffset(ZoneOffset.UTC))
        .set(LEDGER_FAMILY.TAKEN_BY, Actor.of(tx).id().orElse(null))
        .onConflictDoNothing()
        .execute();
  }

  static String together(Collection<String> names) {
    return String.join(BETWEEN, names);
  }

  private static List<String> apart(@Nullable String names) {
    return Arrays.stream((names == null ? "" : names).split(BETWEEN))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** All of these organisations, by reading. */
  static List<Family> of(Tx tx, Collection<OrganisationId> organisations) {
    return read(tx, LEDGER_FAMILY.ORGANISATION_ID.in(organisations));
  }

  static Optional<Family> find(Tx tx, Collection<OrganisationId> organisations, UUID family) {
    return read(
            tx,
            LEDGER_FAMILY.ORGANISATION_ID.in(organisations).and(LEDGER_FAMILY.FAMILY_ID.eq(family)))
        .stream()
        .findFirst();
  }

  /** Waits until nobody else writes about it. */
  static void lock(Tx tx, Family family) {
    tx.sql()
        .selectFrom(LEDGER_FAMILY)
        .where(LEDGER_FAMILY.TENANT_ID.eq(tx.tenant()))
        .and(LEDGER_FAMILY.FAMILY_ID.eq(family.id()))
        .forUpdate()
        .fetch();
  }

  /** The family whose child bears this id on record, or will. */
  static Optional<Family> awaiting(Tx tx, ChildId child) {
    return read(tx, LEDGER_FAMILY_ANSWER.INTAKE_ID.eq(child.value())).stream().findFirst();
  }

  /** Those who agreed, of the whole municipality. */
  static List<Family> agreed(Tx tx) {
    return read(tx, LEDGER_FAMILY_ANSWER.INTAKE_ID.isNotNull());
  }

  private static List<Family> read(Tx tx, Condition which) {
    Field<List<Family.Asking>> asked =
        multiset(
                select(
                        LEDGER_FAMILY_ASKING.ASKING_ID,
                        LEDGER_FAMILY_ASKING.ASKED_ON,
                        LEDGER_FAMILY_ASKING.NOTE)
                    .from(LEDGER_FAMILY_ASKING)
                    .where(LEDGER_FAMILY_ASKING.TENANT_ID.eq(tx.tenant()))
                    .and(LEDGER_FAMILY_ASKING.FAMILY_ID.eq(LEDGER_FAMILY.FAMILY_ID))
                    .orderBy(
                        LEDGER_FAMILY_ASKING.ASKED_ON.desc(), LEDGER_FAMILY_ASKING.NOTED_AT.desc()))
            .convertFrom(rows ->
                rows.map(row -> new Family.Asking(row.value1(), row.value2(), row.value3())));
    return tx.sql()
        .select(LEDGER_FAMILY.fields())
        .select(LEDGER_FAMILY_ANSWER.ANSWER, LEDGER_FAMILY_ANSWER.ANSWERED_ON)
        .select(LEDGER_FAMILY_ANSWER.GIVER_NAME, LEDGER_FAMILY_ANSWER.PROGRAMMES)
        .select(LEDGER_FAMILY_ANSWER.STAFF_ID, LEDGER_FAMILY_ANSWER.INTAKE_ID)
        .select(LEDGER_FAMILY_ANSWER.KEPT_UNTIL, asked)
        .from(LEDGER_FAMILY)
        .leftJoin(LEDGER_FAMILY_ANSWER)
        .on(LEDGER_FAMILY_ANSWER.TENANT_ID.eq(tx.tenant()))
        .and(LEDGER_FAMILY_ANSWER.FAMILY_ID.eq(LEDGER_FAMILY.FAMILY_ID))
        .where(LEDGER_FAMILY.TENANT_ID.eq(tx.tenant()))
        .and(which)
        .and(
            LEDGER_FAMILY_ANSWER
                .KEPT_UNTIL
                .isNull()
                .or(LEDGER_FAMILY_ANSWER.KEPT_UNTIL.ge(tx.today())))
        .orderBy(LEDGER_FAMILY.CHILD_KANA, LEDGER_FAMILY.FAMILY_ID)
        .fetch(row -> family(row, asked));
  }

  private static Family family(Record row, Field<List<Family.Asking>> asked) {
    return new Family(
        row.get(LEDGER_FAMILY.FAMILY_ID),
        row.get(LEDGER_FAMILY.ORGANISATION_ID),
        row.get(LEDGER_FAMILY.CHILD_NAME),
        row.get(LEDGER_FAMILY.CHILD_KANA),
        row.get(LEDGER_FAMILY.BIRTH_DATE),
        new Family.Details(
            Optional.ofNullable(row.get(LEDGER_FAMILY.SEX)).map(Sex::valueOf),
            Optional.ofNullable(row.get(LEDGER_FAMILY.ADDRESS)),
            row.get(LEDGER_FAMILY.GUARDIAN_NAME),
            Optional.ofNullable(row.get(LEDGER_FAMILY.RELATION)).map(Relation::valueOf),
            Optional.ofNullable(row.get(LEDGER_FAMILY.PHONE)),
            apart(row.get(LEDGER_FAMILY.PROGRAMMES)),
            Optional.ofNullable(row.get(LEDGER_FAMILY.STAFF_NAME))),
        Optional.ofNullable(row.get(LEDGER_FAMILY_ANSWER.ANSWER)).map(is -> answer(is, row)),
        row.get(asked));
  }

  private static Answer answer(String is, Record row) {
    return is.equals(Family.State.DECLINED.name())
        ? new Answer.Declined(
            row.get(LEDGER_FAMILY_ANSWER.ANSWERED_ON), row.get(LEDGER_FAMILY_ANSWER.KEPT_UNTIL))
        : new Answer.Agreed(
            row.get(LEDGER_FAMILY_ANSWER.ANSWERED_ON),
            Optional.ofNullable(row.get(LEDGER_FAMILY_ANSWER.GIVER_NAME)).orElse(""),
            apart(row.get(LEDGER_FAMILY_ANSWER.PROGRAMMES)),
            Optional.ofNullable(row.get(LEDGER_FAMILY_ANSWER.STAFF_ID)),
            new ChildId(row.get(LEDGER_FAMILY_ANSWER.INTAKE_ID)));
  }

  /** How many are still to be asked. */
  static int waiting(Tx tx, Collection<OrganisationId> organisations) {
    return tx.sql()
        .fetchCount(
            select()
                .from(LEDGER_FAMILY)
                .leftAntiJoin(LEDGER_FAMILY_ANSWER)
                .on(LEDGER_FAMILY_ANSWER.TENANT_ID.eq(tx.tenant()))
                .and(LEDGER_FAMILY_ANSWER.FAMILY_ID.eq(LEDGER_FAMILY.FAMILY_ID))
                .where(LEDGER_FAMILY.TENANT_ID.eq(tx.tenant()))
                .and(LEDGER_FAMILY.ORGANISATION_ID.in(organisations)));
  }

  static void answer(Tx tx, Family family, Answer answer) {
    var row = tx.sql().newRecord(LEDGER_FAMILY_ANSWER);
    row.setTenantId(tx.tenant());
    row.setFamilyId(family.id());
    row.setOrganisationId(family.organisation());
    row.setAnsweredOn(answer.on());
    row.setNotedAt(tx.now().atOffset(ZoneOffset.UTC));
    row.setNotedBy(Actor.of(tx).id().orElseThrow());
    switch (answer) {
      case Answer.Declined declined -> {
        row.setAnswer(Family.State.DECLINED.name());
        row.setProgrammes("");
        row.setKeptUntil(declined.keptUntil());
      }
      case Answer.Agreed agreed -> {
        row.setAnswer(Family.State.AGREED.name());
        row.setProgrammes(together(agreed.programmes()));
        row.setGiverName(agreed.giver());
        row.setStaffId(agreed.staff().orElse(null));
        row.setIntakeId(agreed.child().value());
      }
    }
    tx.sql().insertInto(LEDGER_FAMILY_ANSWER).set(row).execute();
  }

  /** As if the family had not answered; whether it had. */
  static boolean takeBack(Tx tx, Family family) {
    return tx.sql()
            .deleteFrom(LEDGER_FAMILY_ANSWER)
            .where(LEDGER_FAMILY_ANSWER.TENANT_ID.eq(tx.tenant()))
            .and(LEDGER_FAMILY_ANSWER.FAMILY_ID.eq(family.id()))
            .execute()
        > 0;
  }

  static void ask(Tx tx, Family family, Family.Asking asking) {
    tx.sql()
        .insertInto(LEDGER_FAMILY_ASKING)
        .set(LEDGER_FAMILY_ASKING.TENANT_ID, tx.tenant())
        .set(LEDGER_FAMILY_ASKING.ASKING_ID, asking.id())
        .set(LEDGER_FAMILY_ASKING.FAMILY_ID, family.id())
        .set(LEDGER_FAMILY_ASKING.ORGANISATION_ID, family.organisation())
        .set(LEDGER_FAMILY_ASKING.ASKED_ON, asking.on())
        .set(LEDGER_FAMILY_ASKING.NOTE, asking.note())
        .set(LEDGER_FAMILY_ASKING.NOTED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .set(LEDGER_FAMILY_ASKING.NOTED_BY, Actor.of(tx).id().orElseThrow())
        .onConflictDoNothing()
        .execute();
  }

  /** That note was wrong; whether it was there. */
  static boolean unask(Tx tx, Family family, UUID asking) {
    return tx.sql()
            .deleteFrom(LEDGER_FAMILY_ASKING)
            .where(LEDGER_FAMILY_ASKING.TENANT_ID.eq(tx.tenant()))
            .and(LEDGER_FAMILY_ASKING.FAMILY_ID.eq(family.id()))
            .and(LEDGER_FAMILY_ASKING.ASKING_ID.eq(asking))
            .execute()
        > 0;
  }

  /** Nothing is left of these. */
  static void remove(Tx tx, Collection<UUID> families) {
    tx.sql()
        .deleteFrom(LEDGER_FAMILY_ASKING)
        .where(LEDGER_FAMILY_ASKING.TENANT_ID.eq(tx.tenant()))
        .and(LEDGER_FAMILY_ASKING.FAMILY_ID.in(families))
        .execute();
    tx.sql()
        .deleteFrom(LEDGER_FAMILY_ANSWER)
        .where(LEDGER_FAMILY_ANSWER.TENANT_ID.eq(tx.tenant()))
        .and(LEDGER_FAMILY_ANSWER.FAMILY_ID.in(families))
        .execute();
    tx.sql()
        .deleteFrom(LEDGER_FAMILY)
        .where(LEDGER_FAMILY.TENANT_ID.eq(tx.tenant()))
        .and(LEDGER_FAMILY.FAMILY_ID.in(families))
        .execute();
  }

  /**
   * Of families that declined before that instant the name, the birth date and the day stay: enough
   * not to ask them again.
   */
  static void forgetDetails(Tx tx, Instant declinedBefore) {
    tx.sql()
        .update(LEDGER_FAMILY)
        .set(LEDGER_FAMILY.SEX, (String) null)
        .set(LEDGER_FAMILY.ADDRESS, (String) null)
        .set(LEDGER_FAMILY.GUARDIAN_NAME, "")
        .set(LEDGER_FAMILY.RELATION, (String) null)
        .set(LEDGER_FAMILY.PHONE, (String) null)
        .set(LEDGER_FAMILY.PROGRAMMES, "")
        .set(LEDGER_FAMILY.STAFF_NAME, (String) null)
        .where(LEDGER_FAMILY.TENANT_ID.eq(tx.tenant()))
        .and(LEDGER_FAMILY.FAMILY_ID.in(declined(tx, declinedBefore)))
        .execute();
    tx.sql()
        .deleteFrom(LEDGER_FAMILY_ASKING)
        .where(LEDGER_FAMILY_ASKING.TENANT_ID.eq(tx.tenant()))
        .and(LEDGER_FAMILY_ASKING.FAMILY_ID.in(declined(tx, declinedBefore)))
        .execute();
  }

  private static List<UUID> declined(Tx tx, Instant before) {
    return tx.sql()
        .select(LEDGER_FAMILY_ANSWER.FAMILY_ID)
        .from(LEDGER_FAMILY_ANSWER)
        .where(LEDGER_FAMILY_ANSWER.TENANT_ID.eq(tx.tenant()))
        .and(LEDGER_FAMILY_ANSWER.ANSWER.eq(Family.State.DECLINED.name()))
        .and(LEDGER_FAMILY_ANSWER.NOTED_AT.lt(before.atOffset(ZoneOffset.UTC)))
        .fetch(LEDGER_FAMILY_ANSWER.FAMILY_ID);
  }

  /** Families that declined and need not be known any more. */
  static List<UUID> outlived(Tx tx) {
    return tx.sql()
        .select(LEDGER_FAMILY_ANSWER.FAMILY_ID)
        .from(LEDGER_FAMILY_ANSWER)
        .where(LEDGER_FAMILY_ANSWER.TENANT_ID.eq(tx.tenant()))
        .and(LEDGER_FAMILY_ANSWER.KEPT_UNTIL.lt(tx.today()))
        .fetch(LEDGER_FAMILY_ANSWER.FAMILY_ID);
  }
}
