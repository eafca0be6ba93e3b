package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.DISPOSAL_SHEET;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static jp.tsunagi.schema.Tables.SHEET;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Sheets of earlier years with what their retention is reckoned from. Read as the program's own
 * work: what has come to its end lies beyond the reach of everybody; who may be told what of it the
 * caller decides.
 */
final class RetentionSql {
  private static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

  private RetentionSql() {}

  static <T> T alone(Tx tx, Supplier<T> work) {
    return tx.as(new Actor.Job(tx.tenant(), "retention"), work);
  }

  /**
   * A sheet of an earlier year.
   *
   * @param organisation whose it is; empty for the family's own
   */
  record Kept(
      SheetId sheet,
      ChildId child,
      Optional<OrganisationId> organisation,
      RetentionKind kind,
      RetentionRule.Facts facts) {
    int year() {
      return facts.fiscalYear();
    }
  }

  /** Those of these places, and if wanted the families' own, not in a disposal under way. */
  static List<Kept> of(Tx tx, Set<OrganisationId> places, boolean families) {
    Condition whose =
        SHEET
            .ORGANISATION_ID
            .in(places)
            .or(families ? SHEET.ORGANISATION_ID.isNull() : falseCondition());
    return alone(
        tx,
        () ->
            kept(
                tx,
                whose.and(
                    SHEET.SHEET_ID.notIn(
                        select(DISPOSAL_SHEET.SHEET_ID)
                            .from(DISPOSAL_SHEET)
                            .where(DISPOSAL_SHEET.TENANT_ID.eq(tx.tenant()))))));
  }

  /** These, as they stand now. */
  static List<Kept> of(Tx tx, Collection<SheetId> sheets) {
    return alone(tx, () -> kept(tx, SHEET.SHEET_ID.in(sheets)));
  }

  private record Ends(Map<ChildId, Map<OrganisationId, LocalDate>> byChild) {
    /** The first day without any; empty while one runs. Nobody ever: long over. */
    Optional<LocalDate> of(
        ChildId child, @Nullable OrganisationId place, LocalDate usual, LocalDate today) {
      LocalDate last =
          byChild.getOrDefault(child, Map.of()).entrySet().stream()
              .filter(one -> place == null || one.getKey().equals(place))
              .map(Map.Entry::getValue)
              .max(LocalDate::compareTo)
              .orElse(usual);
      return last.isAfter(today) ? Optional.empty() : Optional.of(last);
    }
  }

  private static List<Kept> kept(Tx tx, Condition which) {
    int running = FiscalYear.of(tx.today()).year();
    Condition earlier =
        SHEET.TENANT_ID.eq(tx.tenant()).and(SHEET.FISCAL_YEAR.lt(running)).and(which);
    Ends ends = ends(tx, earlier);
    List<Kept> kept = new ArrayList<>();
    tx.sql()
        .select(
            SHEET.SHEET_ID,
            SHEET.CHILD_ID,
            SHEET.ORGANISATION_ID,
            SHEET.FORM_KEY,
            SHEET.FISCAL_YEAR,
            CHILD.BIRTH_DATE)
        .from(SHEET)
        .join(CHILD)
        .on(CHILD.TENANT_ID.eq(tx.tenant()))
        .and(CHILD.CHILD_ID.eq(SHEET.CHILD_ID))
        .where(earlier)
        .fetch()
        .forEach(row -> {
          ChildId child = row.value2();
          OrganisationId place = row.value3();
          LocalDate usual = new FiscalYear(row.value5()).next().start();
          kept.add(
              new Kept(
                  row.value1(),
                  child,
                  Optional.ofNullable(place),
                  RetentionKind.ofForm(row.value4()),
                  new RetentionRule.Facts(
                      row.value5(),
                      row.value6(),
                      ends.of(child, place, usual, tx.today()),
                      ends.of(child, null, usual, tx.today()))));
        });
    return kept;
  }

  private static Ends ends(Tx tx, Condition sheets) {
    Map<ChildId, Map<OrganisationId, LocalDate>> byChild = new HashMap<>();
    var to = max(DSL.coalesce(INVOLVEMENT.VALID_TO, DSL.val(OPEN)));
    tx.sql()
        .select(INVOLVEMENT.CHILD_ID, INVOLVEMENT.ORGANISATION_ID, to)
        .from(INVOLVEMENT)
        .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
        .and(INVOLVEMENT.CHILD_ID.in(select(SHEET.CHILD_ID).from(SHEET).where(sheets)))
        .groupBy(INVOLVEMENT.CHILD_ID, INVOLVEMENT.ORGANISATION_ID)
        .fetch()
        .forEach(row ->
            byChild
                .computeIfAbsent(row.value1(), _ -> new HashMap<>())
                .put(row.value2(), row.value3()));
    return new Ends(byChild);
  }

  /** Whether the child has a sheet there, of whatever year. */
  static boolean isKnown(Tx tx, ChildId child, Set<OrganisationId> places, boolean families) {
    return alone(
            tx,
            () ->
                tx.sql()
                    .fetchSingle(
                        select(
                            field(
                                DSL.exists(
                                    DSL.selectOne()
                                        .from(SHEET)
                                        .where(SHEET.TENANT_ID.eq(tx.tenant()))
                                        .and(SHEET.CHILD_ID.eq(child))
                                        .and(
                                            SHEET
                                                .ORGANISATION_ID
                                                .in(places)
                                                .or(
                                                    families
                                                        ? SHEET.ORGANISATION_ID.isNull()
                                                        : falseCondition())))))))
        .value1();
  }
}
