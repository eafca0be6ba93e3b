package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.SHEET;
import static jp.tsunagi.schema.Tables.SHEET_STEP;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.form.Cycle;
import jp.tsunagi.record.form.FormVersions;
import jp.tsunagi.record.ground.OpenSheets;
import jp.tsunagi.record.print.Issues;
import jp.tsunagi.record.sheet.Disposing;
import jp.tsunagi.work.relocation.MovedAway;
import jp.tsunagi.work.request.PlanRequests;
import jp.tsunagi.work.submission.ListedSheets;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 記入: the sheets of every form. At rest is what is final or was put aside; what somebody writes on,
 * or a family looks at, is not.
 */
@Component
final class SheetRecords implements KeptRecords {
  private static final Condition AT_REST = SHEET.STATE.in("FINAL", "DISCARDED");
  private static final Field<UUID> ID = SHEET.SHEET_ID.coerce(UUID.class);

  private final FormVersions forms;
  private final Disposing disposing;
  private final Issues issues;

  SheetRecords(FormVersions forms, Disposing disposing, Issues issues) {
    this.forms = forms;
    this.disposing = disposing;
    this.issues = issues;
  }

  @Override
  public Set<RetentionKind> kinds() {
    return EnumSet.range(RetentionKind.PROFILE, RetentionKind.OTHER);
  }

  @Override
  public String word() {
    return "sheet";
  }

  /** Of a first draft nobody but its writers knows: it is told to nobody. */
  private static Condition stands(Tx tx, Wanted wanted) {
    if (wanted.ids().isPresent()) {
      return wanted.atRest() ? AT_REST : noCondition();
    }
    return wanted.atRest()
        ? AT_REST.and(SHEET.FISCAL_YEAR.lt(FiscalYear.of(tx.today()).year()))
        : AT_REST.or(SHEET.REVISION.gt(1));
  }

  @Override
  public List<Past> past(Tx tx, Wanted wanted) {
    Field<@Nullable Integer> lastItem =
        field(
            select(max(ITEM.FISCAL_YEAR))
                .from(ITEM)
                .where(ITEM.TENANT_ID.eq(tx.tenant()))
                .and(ITEM.CHILD_ID.eq(SHEET.CHILD_ID))
                .and(ITEM.SHEET_ID.eq(SHEET.SHEET_ID)));
    Field<@Nullable OffsetDateTime> lastStep =
        field(
            select(max(SHEET_STEP.AT))
                .from(SHEET_STEP)
                .where(SHEET_STEP.TENANT_ID.eq(tx.tenant()))
                .and(SHEET_STEP.SHEET_ID.eq(SHEET.SHEET_ID)));
    return tx.sql()
        .select(
            SHEET.SHEET_ID,
            SHEET.CHILD_ID,
            SHEET.ORGANISATION_ID,
            SHEET.FORM_KEY,
            SHEET.FORM_VERSION,
            SHEET.FISCAL_YEAR,
            CHILD.BIRTH_DATE,
            lastItem,
            lastStep)
        .from(SHEET)
        .join(CHILD)
        .on(CHILD.TENANT_ID.eq(tx.tenant()))
        .and(CHILD.CHILD_ID.eq(SHEET.CHILD_ID))
        .where(SHEET.TENANT_ID.eq(tx.tenant()))
        .and(wanted.of(tx, kinds(), ID, SHEET.ORGANISATION_ID))
        .and(stands(tx, wanted))
        .fetch(row -> {
          OrganisationId place = row.value3();
          RetentionKind kind = RetentionKind.ofForm(row.value4());
          int begun = row.value6();
          boolean living = forms.of(tx, row.value4(), row.value5()).cycle() == Cycle.ONCE;
          return new Past(
              kind,
              row.value1().value(),
              row.value2(),
              row.value7(),
              Optional.ofNullable(place),
              begun,
              living ? last(begun, row.value8(), row.value9()) : begun,
              Optional.<LocalDate>empty(),
              false);
        });
  }

  /**
   * The year in which it was last written on, or anything was done with it: of a form that is kept
   * once and written on from year to year.
   */
  private static int last(int begun, @Nullable Integer item, @Nullable OffsetDateTime step) {
    int written = item == null ? begun : item;
    int done = step == null ? begun : Days.year(step);
    return Math.max(begun, Math.max(written, done));
  }

  @Override
  public boolean hold(Tx tx, UUID id) {
    return Disposing.hold(tx, new SheetId(id));
  }

  @Override
  public boolean isNeeded(Tx tx, Kept kept) {
    SheetId sheet = new SheetId(kept.id());
    return PlanRequests.restsOn(tx, sheet)
        || ListedSheets.waits(tx, sheet)
        || OpenSheets.named(tx, sheet)
        || OpenSheets.shown(tx, kept.child(), sheet)
        || OpenSheets.handedOver(tx, kept.child(), sheet);
  }

  @Override
  public void dispose(Tx tx, Kept kept) {
    SheetId sheet = new SheetId(kept.id());
    issues.dispose(tx, kept.child(), disposing.items(tx, kept.child(), sheet));
    PlanRequests.forget(tx, sheet);
    MovedAway.forget(tx, sheet);
    disposing.dispose(tx, kept.child(), sheet);
  }
}
