package jp.tsunagi.record.sheet;

import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CHILD_ADDRESS;
import static jp.tsunagi.schema.Tables.CHILD_NAME;
import static jp.tsunagi.schema.Tables.GRADE_OVERRIDE;
import static jp.tsunagi.schema.Tables.GUARDIAN;
import static jp.tsunagi.schema.Tables.GUARDIANSHIP;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static jp.tsunagi.schema.Tables.ORGANISATION;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.calendar.Age;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.GradeOverride;
import jp.tsunagi.base.calendar.SchoolGrade;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.Text;
import jp.tsunagi.people.organisation.Place;
import jp.tsunagi.record.form.ChildAttribute;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.schema.tables.records.ChildNameRecord;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** Facts of the child that a form shows and never copies, by the key of their field. */
final class ChildFacts {
  private static final String BLANK = "";

  private ChildFacts() {}

  /** Who the child is, for the head of a page. */
  record Head(NameView name, String plain, String facts) {}

  static Head head(Tx tx, ChildId child, int fiscalYear) {
    NameView name =
        names(tx, child, "LEGAL").stream()
            .filter(row -> row.getValidTo() == null)
            .reduce((_, later) -> later)
            .map(ChildFacts::view)
            .orElseGet(() -> new NameView(BLANK, null, BLANK, null));
    String age = Age.at(birth(tx, child), tx.today()).words().in(Text.language());
    return new Head(
        name,
        name.family() + " " + name.given(),
        Text.t("sheet.head.facts", grade(tx, child, fiscalYear), age));
  }

  private static NameView view(ChildNameRecord row) {
    return new NameView(
        row.getFamily(),
        NameView.above(row.getFamily(), row.getFamilyKana()),
        row.getGiven(),
        NameView.above(row.getGiven(), row.getGivenKana()));
  }

  /** What the section shows today; a fact that is not on record is blank. */
  static Map<String, String> of(Tx tx, Sheet sheet, Section section) {
    Map<String, String> facts = new TreeMap<>();
    for (Field field : section.fields()) {
      if (field instanceof Field.Fact(_, var attribute)) {
        facts.put(field.key(), hidden(tx, sheet, attribute) ? BLANK : value(tx, sheet, attribute));
      }
    }
    return facts;
  }

  /** What would tell where the child is, to whoever must not know. */
  private static boolean hidden(Tx tx, Sheet sheet, ChildAttribute attribute) {
    return attribute.category() == Category.LOCATION && Compartments.concealed(tx, sheet.child());
  }

  private static String value(Tx tx, Sheet sheet, ChildAttribute attribute) {
    ChildId child = sheet.child();
    return switch (attribute) {
      case NAME -> name(tx, child, "LEGAL", false);
      case KANA -> name(tx, child, "LEGAL", true);
      case COMMON_NAME -> name(tx, child, "COMMON", false);
      case FORMER_NAME -> formerName(tx, child);
      case SEX -> sex(tx, child);
      case BIRTH_DATE -> DateWords.full(birth(tx, child)).in(Locale.JAPANESE);
      case GRADE -> grade(tx, child, sheet.fiscalYear());
      case ADDRESS -> address(tx, child);
      case PHONE, GUARDIANS -> guardians(tx, child, attribute == ChildAttribute.PHONE);
      case AFFILIATION, AFFILIATION_HISTORY ->
          affiliation(tx, child, attribute == ChildAttribute.AFFILIATION_HISTORY);
      case CONSENTS -> ConsentFacts.of(tx, child);
      case HOUSEHOLD, ASSESSMENTS, CERTIFICATE -> BLANK;
    };
  }

  private static LocalDate birth(Tx tx, ChildId child) {
    return tx.sql()
        .select(CHILD.BIRTH_DATE)
        .from(CHILD)
        .where(Readable.child(tx))
        .and(CHILD.CHILD_ID.eq(child))
        .fetchSingle(row -> row.get(CHILD.BIRTH_DATE));
  }

  private static String sex(Tx tx, ChildId child) {
    return Text.in(
        Locale.JAPANESE,
        "sheet.sex."
            + tx.sql()
                .select(CHILD.SEX)
                .from(CHILD)
                .where(Readable.child(tx))
                .and(CHILD.CHILD_ID.eq(child))
                .fetchSingle(CHILD.SEX));
  }

  private static String grade(Tx tx, ChildId child, int fiscalYear) {
    return schoolGrade(tx, child, fiscalYear).words().in(Locale.JAPANESE);
  }

  /** The school year: 1 is the first of primary school, 0 and less before it. */
  static int level(Tx tx, ChildId child, int fiscalYear) {
    return schoolGrade(tx, child, fiscalYear).level();
  }

  private static SchoolGrade schoolGrade(Tx tx, ChildId child, int fiscalYear) {
    List<GradeOverride> overrides =
        tx.sql()
            .selectFrom(GRADE_OVERRIDE)
            .where(GRADE_OVERRIDE.TENANT_ID.eq(tx.tenant()))
            .and(GRADE_OVERRIDE.CHILD_ID.eq(child))
            .and(Readable.child(tx, GRADE_OVERRIDE.CHILD_ID))
            .fetch(row ->
                new GradeOverride(
                    new FiscalYear(row.getFiscalYear()),
                    row.getGrade(),
                    GradeOverride.Reason.OTHER));
    return SchoolGrade.of(birth(tx, child), new FiscalYear(fiscalYear), overrides);
  }

  private static List<ChildNameRecord> names(Tx tx, ChildId child, String kind) {
    return tx.sql()
        .selectFrom(CHILD_NAME)
        .where(CHILD_NAME.TENANT_ID.eq(tx.tenant()))
        .and(CHILD_NAME.CHILD_ID.eq(child))
        .and(CHILD_NAME.KIND.eq(kind))
        .and(Readable.child(tx, CHILD_NAME.CHILD_ID))
        .orderBy(CHILD_NAME.VALID_FROM)
        .fetch();
  }

  private static String name(Tx tx, ChildId child, String kind, boolean kana) {
    return names(tx, child, kind).stream()
        .filter(name -> name.getValidTo() == null)
        .reduce((_, later) -> later)
        .map(name ->
            kana
                ? joined(name.getFamilyKana(), name.getMiddleKana(), name.getGivenKana())
                : joined(name.getFamily(), name.getMiddle(), name.getGiven()))
        .orElse(BLANK);
  }

  private static String joined(String family, @Nullable String middle, String given) {
    return family + " " + (middle == null ? BLANK : middle + " ") + given;
  }

  private static String formerName(Tx tx, ChildId child) {
    return names(tx, child, "LEGAL").stream()
        .filter(name -> name.getValidTo() != null)
        .map(ChildNameRecord::getFamily)
        .distinct()
        .collect(Collectors.joining(Text.in(Locale.JAPANESE, "sheet.comma")));
  }

  private static String address(Tx tx, ChildId child) {
    return tx.sql()
        .select(CHILD_ADDRESS.ADDRESS)
        .from(CHILD_ADDRESS)
        .where(CHILD_ADDRESS.TENANT_ID.eq(tx.tenant()))
        .and(CHILD_ADDRESS.CHILD_ID.eq(child))
        .and(CHILD_ADDRESS.VALID_FROM.le(tx.today()))
        .and(CHILD_ADDRESS.VALID_TO.isNull().or(CHILD_ADDRESS.VALID_TO.gt(tx.today())))
        .and(Readable.child(tx, CHILD_ADDRESS.CHILD_ID))
        .limit(1)
        .fetchOptional(CHILD_ADDRESS.ADDRESS)
        .orElse(BLANK);
  }

  private static String guardians(Tx tx, ChildId child, boolean phones) {
    return tx
        .sql()
        .select(GUARDIAN.NAME, GUARDIAN.PHONE, GUARDIANSHIP.RELATION)
        .from(GUARDIANSHIP)
        .join(GUARDIAN)
        .on(GUARDIAN.TENANT_ID.eq(tx.tenant()))
        .and(GUARDIAN.GUARDIAN_ID.eq(GUARDIANSHIP.GUARDIAN_ID))
        .where(GUARDIANSHIP.TENANT_ID.eq(tx.tenant()))
        .and(GUARDIANSHIP.CHILD_ID.eq(child))
        .and(Readable.child(tx, GUARDIANSHIP.CHILD_ID))
        .and(phones ? GUARDIAN.PHONE.isNotNull() : GUARDIAN.NAME.isNotNull())
        .orderBy(GUARDIANSHIP.CALL_ORDER)
        .fetch(row ->
            Text.in(Locale.JAPANESE, "sheet.relation." + row.value3())
                + " "
                + (phones ? row.value2() : row.value1()))
        .stream()
        .collect(Collectors.joining(Text.in(Locale.JAPANESE, "sheet.comma")));
  }

  private static String affiliation(Tx tx, ChildId child, boolean past) {
    org.jooq.Field<String> name = Place.name(tx, INVOLVEMENT.CHILD_ID);
    return tx
        .sql()
        .select(name)
        .from(INVOLVEMENT)
        .join(ORGANISATION)
        .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(INVOLVEMENT.ORGANISATION_ID))
        .where(INVOLVEMENT.TENANT_ID.eq(tx.tenant()))
        .and(INVOLVEMENT.CHILD_ID.eq(child))
        .and(INVOLVEMENT.KIND.eq("ENROLMENT"))
        .and(Readable.child(tx, INVOLVEMENT.CHILD_ID))
        .and(past ? INVOLVEMENT.VALID_FROM.le(tx.today()) : current(tx))
        .orderBy(INVOLVEMENT.VALID_FROM)
        .fetch(name)
        .stream()
        .distinct()
        .collect(Collectors.joining(Text.in(Locale.JAPANESE, "sheet.comma")));
  }

  private static Condition current(Tx tx) {
    return INVOLVEMENT
        .VALID_FROM
        .le(tx.today())
        .and(INVOLVEMENT.VALID_TO.isNull().or(INVOLVEMENT.VALID_TO.gt(tx.today())));
  }
}
