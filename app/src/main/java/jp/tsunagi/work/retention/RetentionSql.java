package jp.tsunagi.work.retention;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.DISPOSAL_SHEET;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static jp.tsunagi.schema.Tables.INVOLVEMENT_END;
import static jp.tsunagi.schema.Tables.ITEM;
import static jp.tsunagi.schema.Tables.SHEET;
import static jp.tsunagi.schema.Tables.SHEET_STEP;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.time.OffsetDateTime;
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
import jp.tsunagi.base.database.ActingClock;
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

  private static final Condition AT_REST = SHEET.STATE.in("FINAL", "DISCARDED");

  private RetentionSql() {}

  static <T> T alone(Tx tx, Supplier<T> work) {
    return tx.as(new Actor.Job(tx.tenant(), "retention"), work);
  }

  /**
   * A sheet at rest: final, or put aside. What somebody writes on, or a family looks at, is none.
   *
   * @param organisation whose it is; empty for the family's own
   * @param begun the year in which it was begun; it may be of a later one, if it is written on
   */
  record Kept(
      SheetId sheet,
      ChildId child,
      Optional<OrganisationId> organisation,
      RetentionKind kind,
      int begun,
      RetentionRule.Facts facts) {
    int year() {
      return facts.fiscalYear();
    }

    boolean isOf(int year) {
      return begun <= year && year <= year();
    }
  }

  /** Those of these places, and if wanted the families' own, not in a disposal under way. */
  static List<Kept> of(Tx tx, Set<OrganisationId> places, boolean families) {
    Condition whose =
        SHEET
            .ORGANISATION_ID
            .in(places)
            .or(families ? SHEET.ORGANISATION_ID.isNull() : falseCondition());
    Condition earlier = SHEET.FISCAL_YEAR.lt(FiscalYear.of(tx.today()).year());
    Condition free =
        SHEET.SHEET_ID.notIn(
            select(DISPOSAL_SHEET.SHEET_ID)
                .from(DISPOSAL_SHEET)
                .where(DISPOSAL_SHEET.TENANT_ID.eq(tx.tenant())));
    return alone(tx, () -> kept(tx, whose.and(earlier).and(free).and(AT_REST)));
  }

  /** These, as they stand now, if they are at rest. */
  static List<Kept> of(Tx tx, Collection<SheetId> sheets) {
    return alone(tx, () -> kept(tx, SHEET.SHEET_ID.in(sheets).and(AT_REST)));
  }

  /** This one, at rest or not. */
  static Optional<Kept> find(Tx tx, SheetId sheet) {
    return alone(tx, () -> kept(tx, SHEET.SHEET_ID.eq(sheet))).stream().findFirst();
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
    Condition wanted = SHEET.TENANT_ID.eq(tx.tenant()).and(which);
    Ends ends = ends(tx, wanted);
    var lastItem =
        field(
            select(max(ITEM.FISCAL_YEAR))
                .from(ITEM)
                .where(ITEM.TENANT_ID.eq(tx.tenant()))
                .and(ITEM.CHILD_ID.eq(SHEET.CHILD_ID))
                .and(ITEM.SHEET_ID.eq(SHEET.SHEET_ID)));
    var lastStep =
        field(
            select(max(SHEET_STEP.AT))
                .from(SHEET_STEP)
                .where(SHEET_STEP.TENANT_ID.eq(tx.tenant()))
                .and(SHEET_STEP.SHEET_ID.eq(SHEET.SHEET_ID)));
    List<Kept> kept = new ArrayList<>();
    tx.sql()
        .select(
            SHEET.SHEET_ID,
            SHEET.CHILD_ID,
            SHEET.ORGANISATION_ID,
            SHEET.FORM_KEY,
            SHEET.FISCAL_YEAR,
            CHILD.BIRTH_DATE,
            lastItem,
            lastStep)
        .from(SHEET)
        .join(CHILD)
        .on(CHILD.TENANT_ID.eq(tx.tenant()))
        .and(CHILD.CHILD_ID.eq(SHEET.CHILD_ID))
        .where(wanted)
        .fetch()
        .forEach(row -> {
          ChildId child = row.value2();
          OrganisationId place = row.value3();
          RetentionKind kind = RetentionKind.ofForm(row.value4());
          int year =
              kind.isLiving() ? last(row.value5(), row.value7(), row.value8()) : row.value5();
          LocalDate usual = new FiscalYear(year).next().start();
          kept.add(
              new Kept(
                  row.value1(),
                  child,
                  Optional.ofNullable(place),
                  kind,
                  row.value5(),
                  new RetentionRule.Facts(
                      year,
                      row.value6(),
                      ends.of(child, place, usual, tx.today()),
                      ends.of(child, null, usual, tx.today()))));
        });
    return kept;
  }

  /** The year in which it was last written on, or anything was done with it. */
  private static int last(int begun, @Nullable Integer item, @Nullable OffsetDateTime step) {
    int written = item == null ? begun : item;
    int done = step == null ? begun : FiscalYear.of(day(step)).year();
    return Math.max(begun, Math.max(written, done));
  }

  private static LocalDate day(OffsetDateTime at) {
    return at.atZoneSameInstant(ActingClock.JAPAN).toLocalDate();
  }

  /**
   * The first day without, of each place: the end that was written, or the day on which it was
   * written if that is later. An end that is set back long afterwards makes nothing go at once.
   */
  private static Ends ends(Tx tx, Condition sheets) {
    Map<ChildId, Map<OrganisationId, LocalDate>> byChild = new HashMap<>();
    tx.sql()
        .select(
            INVOLVEMENT.CHILD_ID,
            INVOLVEMENT.ORGANISATION_ID,
            INVOLVEMENT.VALID_TO,
            INVOLVEMENT_END.RECORDED_AT)
        .from(INVOLVEMENT)
        .leftJoin(INVOLVEMENT_END)
        .on(INVOLVEMENT_END.TENANT_ID.eq(tx.tenant()))
        .and(INVOLVEMENT_END.INVOLVEMENT_ID.eq(INVOLVEMENT.INVOLVEMENT_ID))
        .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
        .and(INVOLVEMENT.CHILD_ID.in(select(SHEET.CHILD_ID).from(SHEET).where(sheets)))
        .fetch()
        .forEach(row ->
            byChild
                .computeIfAbsent(row.value1(), _ -> new HashMap<>())
                .merge(row.value2(), end(row.value3(), row.value4()), RetentionSql::later));
    return new Ends(byChild);
  }

  private static LocalDate end(@Nullable LocalDate to, @Nullable OffsetDateTime recorded) {
    if (to == null) {
      return OPEN;
    }
    return recorded == null ? to : later(to, day(recorded));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /**
   * Whether the child has a sheet there, of whatever year, that was ever final or was put aside: of
   * a first draft nobody but its writers knows.
   */
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
                                        .and(AT_REST.or(SHEET.REVISION.gt(1)))
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
