package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.t;
import static jp.tsunagi.schema.Tables.ACCESS_GRANT;
import static jp.tsunagi.schema.Tables.ORGANISATION;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.Place;
import jp.tsunagi.record.form.Section;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Who will read a part once it is final, as consents and involvement stand today. */
final class ReaderSql {
  private ReaderSql() {}

  /** One sentence for these sections together. */
  static String sentence(Tx tx, Sheet sheet, List<Section> sections) {
    Set<String> readers = new LinkedHashSet<>();
    if (sections.stream().anyMatch(Section::guardianReads)) {
      readers.add(t("sheet.readers.guardian"));
    }
    sheet
        .organisation()
        .ifPresent(at -> readers.add(t("sheet.readers.place", name(tx, sheet.child(), at))));
    opened(tx, sheet, sections).forEach(place -> readers.add(t("sheet.readers.place", place)));
    return String.join(t("sheet.comma"), readers);
  }

  static String name(Tx tx, ChildId child, OrganisationId organisation) {
    Field<String> name = Place.name(tx, DSL.val(child, ACCESS_GRANT.CHILD_ID));
    return tx.sql()
        .select(name)
        .from(ORGANISATION)
        .where(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(organisation))
        .fetchOptional(name)
        .orElse("");
  }

  private static List<String> opened(Tx tx, Sheet sheet, List<Section> sections) {
    List<Condition> parts =
        sections.stream()
            .map(section ->
                ACCESS_GRANT
                    .CATEGORY
                    .eq(section.category().name())
                    .and(
                        ACCESS_GRANT
                            .SECTION
                            .isNull()
                            .or(ACCESS_GRANT.SECTION.eq(sheet.form() + "/" + section.key()))))
            .toList();
    Condition author =
        sheet
            .organisation()
            .map(at -> ACCESS_GRANT.AUTHOR_ID.isNull().or(ACCESS_GRANT.AUTHOR_ID.eq(at.value())))
            .orElse(DSL.trueCondition());
    Field<String> name = Place.name(tx, ACCESS_GRANT.CHILD_ID);
    return tx.sql()
        .selectDistinct(name, ORGANISATION.KANA)
        .from(ACCESS_GRANT)
        .join(ORGANISATION)
        .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.cast(UUID.class).eq(ACCESS_GRANT.GRANTEE_ID))
        .where(ACCESS_GRANT.TENANT_ID.eq(tx.tenant()))
        .and(ACCESS_GRANT.CHILD_ID.eq(sheet.child()))
        .and(ACCESS_GRANT.GRANTEE_KIND.eq("ORGANISATION"))
        .and(ACCESS_GRANT.GROUND_KIND.ne("LAW"))
        .and(author)
        .and(ACCESS_GRANT.SHEET_ID.isNull().or(ACCESS_GRANT.SHEET_ID.eq(sheet.id())))
        .and(DSL.or(parts))
        .and(ACCESS_GRANT.VALID_FROM.le(tx.today()))
        .and(ACCESS_GRANT.VALID_TO.gt(tx.today()))
        .orderBy(ORGANISATION.KANA)
        .fetch(name);
  }
}
