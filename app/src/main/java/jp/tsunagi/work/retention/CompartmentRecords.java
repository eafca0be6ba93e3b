package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.COMPARTMENT;
import static jp.tsunagi.schema.Tables.COMPARTMENT_NOTE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.compartment.CompartmentDisposing;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 限られた人だけの記録: what a place noted of a child for a named few, whole, with who they were. Of that
 * place; it is written on from year to year, and never closed. Hidings of an address are none: they
 * are ended, and go with the child.
 */
@Component
final class CompartmentRecords extends KeptKind {
  private final CompartmentDisposing disposing;

  CompartmentRecords(CompartmentDisposing disposing) {
    super(RetentionKind.COMPARTMENT, "compartment");
    this.disposing = disposing;
  }

  @Override
  public List<Past> past(Tx tx, Wanted wanted) {
    Field<@Nullable OffsetDateTime> last =
        field(
            select(max(COMPARTMENT_NOTE.WRITTEN_AT))
                .from(COMPARTMENT_NOTE)
                .where(COMPARTMENT_NOTE.TENANT_ID.eq(tx.tenant()))
                .and(COMPARTMENT_NOTE.COMPARTMENT_ID.eq(COMPARTMENT.COMPARTMENT_ID)));
    return tx.sql()
        .select(
            COMPARTMENT.COMPARTMENT_ID,
            COMPARTMENT.CHILD_ID,
            CHILD.BIRTH_DATE,
            COMPARTMENT.ORGANISATION_ID,
            COMPARTMENT.OPENED_AT,
            last)
        .from(COMPARTMENT)
        .join(CHILD)
        .on(child(tx, COMPARTMENT.CHILD_ID))
        .where(COMPARTMENT.TENANT_ID.eq(tx.tenant()))
        .and(COMPARTMENT.KIND.eq("ABUSE"))
        .and(wanted(tx, wanted, COMPARTMENT.COMPARTMENT_ID, COMPARTMENT.ORGANISATION_ID))
        .fetch(row -> {
          int begun = Days.year(row.value5());
          OffsetDateTime written = row.value6();
          return of(
              row.value1(),
              row.value2(),
              row.value3(),
              row.value4(),
              begun,
              written == null ? begun : Math.max(begun, Days.year(written)),
              Optional.empty(),
              false);
        });
  }

  @Override
  public boolean hold(Tx tx, UUID id) {
    return CompartmentDisposing.hold(tx, id);
  }

  @Override
  public void dispose(Tx tx, Kept kept) {
    disposing.dispose(tx, kept.child(), kept.id());
  }
}
