package jp.tsunagi.work.relocation;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.RELOCATION;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.Place;
import jp.tsunagi.record.form.FormVersions;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * What a family is told of sheets that stood on its child and were about another: that they are
 * gone, and where they were written; never whose they are.
 */
@Component
public final class MovedAway {
  private final FormVersions forms;

  MovedAway(FormVersions forms) {
    this.forms = forms;
  }

  /** The sheet is gone; what was kept of its moves names neither it nor where it went any more. */
  public static void forget(Tx tx, SheetId sheet) {
    RelocationSql.forget(tx, sheet);
  }

  /**
   * Those that somebody of the family had seen, moved since then; the caller has made sure that the
   * reader decides for the child.
   */
  public List<String> seen(Tx tx, ChildId child, Instant since) {
    Field<String> place = Place.name(tx, DSL.val(child, RELOCATION.CHILD_ID));
    record Row(Instant at, String place, String form, int version) {}
    List<Row> rows =
        RelocationSql.alone(
            tx,
            () ->
                tx.sql()
                    .select(
                        RELOCATION.MOVED_AT, place, RELOCATION.FORM_KEY, RELOCATION.FORM_VERSION)
                    .from(RELOCATION)
                    .join(ORGANISATION)
                    .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
                    .and(ORGANISATION.ORGANISATION_ID.eq(RELOCATION.ORGANISATION_ID))
                    .where(RELOCATION.TENANT_ID.eq(tx.tenant()))
                    .and(RELOCATION.CHILD_ID.eq(child))
                    .and(RELOCATION.FAMILY_SAW.isTrue())
                    .and(RELOCATION.MOVED_AT.ge(since.atOffset(ZoneOffset.UTC)))
                    .orderBy(RELOCATION.MOVED_AT.desc())
                    .fetch(row ->
                        new Row(
                            row.value1().toInstant(), row.value2(), row.value3(), row.value4())));
    return rows.stream()
        .map(row ->
            t(
                "relocation.family.told",
                DateWords.weekday(row.at().atZone(ActingClock.JAPAN).toLocalDate()).in(language()),
                row.place(),
                forms.of(tx, row.form(), row.version()).title().in(language())))
        .toList();
  }
}
