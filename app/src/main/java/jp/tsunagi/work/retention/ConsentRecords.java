package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CONSENT;
import static jp.tsunagi.schema.Tables.CONSENT_REQUEST;
import static jp.tsunagi.schema.Tables.ITEM;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.ground.ConsentDisposing;
import jp.tsunagi.record.ground.LapsedConsents;
import jp.tsunagi.record.print.Issues;
import org.jooq.Condition;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/**
 * 同意: with its evidence and what was prepared of it; also what was prepared and came to nothing. Of
 * the place that keeps the signed paper, or prepared it; what was signed in the portal is the
 * family's.
 */
@Component
final class ConsentRecords extends KeptKind {
  private final ConsentDisposing disposing;
  private final Issues issues;

  ConsentRecords(ConsentDisposing disposing, Issues issues) {
    super(RetentionKind.CONSENT, "consent");
    this.disposing = disposing;
    this.issues = issues;
  }

  @Override
  public List<Past> past(Tx tx, Wanted wanted) {
    return Stream.concat(given(tx, wanted).stream(), prepared(tx, wanted).stream()).toList();
  }

  private List<Past> given(Tx tx, Wanted wanted) {
    Field<OrganisationId> place = Wanted.orOwner(HoldingSql.keeper());
    Field<Boolean> idle = field(HoldingSql.noSheet(tx, CONSENT.CHILD_ID));
    Condition free = wanted.atRest() ? HoldingSql.nothingRestsOnConsent(tx) : noCondition();
    var rows =
        tx.sql()
            .select(
                CONSENT.CONSENT_ID,
                CONSENT.CHILD_ID,
                CHILD.BIRTH_DATE,
                place,
                CONSENT.GIVEN_ON,
                idle)
            .from(CONSENT)
            .join(CHILD)
            .on(child(tx, CONSENT.CHILD_ID))
            .leftJoin(ITEM)
            .on(HoldingSql.evidence(tx, CONSENT.CHILD_ID, ITEM.ITEM_ID.eq(CONSENT.ITEM_ID)))
            .where(CONSENT.TENANT_ID.eq(tx.tenant()))
            .and(wanted(tx, wanted, CONSENT.CONSENT_ID.coerce(UUID.class), place))
            .and(free)
            .fetch();
    Map<ConsentId, LocalDate> lapsed = LapsedConsents.of(tx, rows.getValues(CONSENT.CONSENT_ID));
    return rows.map(row -> {
      int year = Days.year(row.value5());
      return of(
          row.value1().value(),
          row.value2(),
          row.value3(),
          row.value4(),
          year,
          Optional.ofNullable(lapsed.get(row.value1())),
          row.value6());
    });
  }

  /** What nobody signed, when it was closed. */
  private List<Past> prepared(Tx tx, Wanted wanted) {
    Field<OrganisationId> place = Wanted.orOwner(CONSENT_REQUEST.ORGANISATION_ID);
    Condition free =
        wanted.atRest()
            ? CONSENT_REQUEST
                .CLOSED_AT
                .isNotNull()
                .and(HoldingSql.notAsked(tx, CONSENT_REQUEST.CONSENT_ID))
            : noCondition();
    return tx.sql()
        .select(
            CONSENT_REQUEST.CONSENT_ID,
            CONSENT_REQUEST.CHILD_ID,
            CHILD.BIRTH_DATE,
            place,
            CONSENT_REQUEST.PREPARED_AT,
            CONSENT_REQUEST.CLOSED_AT)
        .from(CONSENT_REQUEST)
        .join(CHILD)
        .on(child(tx, CONSENT_REQUEST.CHILD_ID))
        .where(CONSENT_REQUEST.TENANT_ID.eq(tx.tenant()))
        .and(wanted(tx, wanted, CONSENT_REQUEST.CONSENT_ID.coerce(UUID.class), place))
        .and(free)
        .and(
            notExists(
                selectOne()
                    .from(CONSENT)
                    .where(CONSENT.TENANT_ID.eq(tx.tenant()))
                    .and(CONSENT.CONSENT_ID.eq(CONSENT_REQUEST.CONSENT_ID))))
        .fetch(row -> {
          int year = Days.year(row.value5());
          OffsetDateTime closed = row.value6();
          return of(
              row.value1().value(),
              row.value2(),
              row.value3(),
              row.value4(),
              year,
              Optional.ofNullable(closed).map(Days::of),
              false);
        });
  }

  @Override
  public boolean hold(Tx tx, UUID id) {
    return ConsentDisposing.hold(tx, new ConsentId(id));
  }

  @Override
  public void dispose(Tx tx, Kept kept) {
    ConsentId id = new ConsentId(kept.id());
    issues.forget(tx, id);
    disposing.dispose(tx, kept.child(), id);
  }
}
