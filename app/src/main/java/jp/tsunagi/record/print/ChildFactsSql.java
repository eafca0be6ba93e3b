package jp.tsunagi.record.print;

import static jp.tsunagi.record.print.PrintWords.w;
import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CHILD_ADDRESS;
import static jp.tsunagi.schema.Tables.CHILD_NAME;
import static jp.tsunagi.schema.Tables.GRADE_OVERRIDE;
import static jp.tsunagi.schema.Tables.GUARDIAN;
import static jp.tsunagi.schema.Tables.GUARDIANSHIP;
import static jp.tsunagi.schema.Tables.INVOLVEMENT;
import static jp.tsunagi.schema.Tables.ORGANISATION;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.GradeOverride;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.organisation.Place;
import jp.tsunagi.record.form.ChildAttribute;
import jp.tsunagi.schema.tables.records.ChildNameRecord;
import jp.tsunagi.schema.tables.records.ChildRecord;
import org.jooq.Field;
import org.jooq.Record;

/** Reads the facts of one child that papers show. */
final class ChildFactsSql {
  private static final String SPACE = "\u3000";

  private ChildFactsSql() {}

  static ChildFacts read(Tx tx, ChildId child) {
    ChildRecord row =
        tx.sql()
            .selectFrom(CHILD)
            .where(Readable.child(tx))
            .and(CHILD.CHILD_ID.eq(child))
            .fetchOptional()
            .orElseThrow(NotFound::new);
    List<ChildNameRecord> names = names(tx, child);
    ChildNameRecord legal = of(names, "LEGAL").findFirst().orElseThrow(NotFound::new);
    Map<ChildAttribute, String> others = new EnumMap<>(ChildAttribute.class);
    others.put(ChildAttribute.SEX, w("print.sex." + row.getSex()));
    of(names, "COMMON")
        .findFirst()
        .ifPresent(name -> others.put(ChildAttribute.COMMON_NAME, written(name)));
    of(names, "LEGAL")
        .filter(name -> !name.getFamily().equals(legal.getFamily()))
        .findFirst()
        .ifPresent(name -> others.put(ChildAttribute.FORMER_NAME, name.getFamily()));
    boolean concealed = Compartments.concealed(tx, child);
    if (!concealed) {
      address(tx, child).ifPresent(address -> others.put(ChildAttribute.ADDRESS, address));
    }
    List<Record> guardians = guardians(tx, child);
    others.put(ChildAttribute.GUARDIANS, lines(guardians, ChildFactsSql::guardian));
    others.put(ChildAttribute.PHONE, concealed ? "" : lines(guardians, ChildFactsSql::phone));
    others.put(ChildAttribute.AFFILIATION, affiliation(tx, child));
    return new ChildFacts(
        written(legal), kana(legal), row.getBirthDate(), overrides(tx, child), others);
  }

  /** Names that have begun, the latest first. */
  private static List<ChildNameRecord> names(Tx tx, ChildId child) {
    return tx.sql()
        .selectFrom(CHILD_NAME)
        .where(CHILD_NAME.TENANT_ID.eq(tx.tenant()))
        .and(CHILD_NAME.CHILD_ID.eq(child))
        .orderBy(CHILD_NAME.VALID_FROM.le(tx.today()).desc(), CHILD_NAME.VALID_FROM.desc())
        .fetch();
  }

  private static Stream<ChildNameRecord> of(List<ChildNameRecord> names, String kind) {
    return names.stream().filter(name -> name.getKind().equals(kind));
  }

  private static String written(ChildNameRecord name) {
    return joined(name.getFamily(), name.getGiven(), name.getMiddle());
  }

  private static String kana(ChildNameRecord name) {
    return joined(name.getFamilyKana(), name.getGivenKana(), name.getMiddleKana());
  }

  private static String joined(@org.jspecify.annotations.Nullable String... parts) {
    return Stream.of(parts)
        .filter(part -> part != null && !part.isEmpty())
        .collect(Collectors.joining(SPACE));
  }

  private static List<GradeOverride> overrides(Tx tx, ChildId child) {
    return tx.sql()
        .selectFrom(GRADE_OVERRIDE)
        .where(GRADE_OVERRIDE.TENANT_ID.eq(tx.tenant()))
        .and(GRADE_OVERRIDE.CHILD_ID.eq(child))
        .fetch(row ->
            new GradeOverride(
                new FiscalYear(row.getFiscalYear()), row.getGrade(), GradeOverride.Reason.OTHER));
  }

  private static Optional<String> address(Tx tx, ChildId child) {
    return tx.sql()
        .selectFrom(CHILD_ADDRESS)
        .where(CHILD_ADDRESS.TENANT_ID.eq(tx.tenant()))
        .and(CHILD_ADDRESS.CHILD_ID.eq(child))
        .and(CHILD_ADDRESS.VALID_FROM.le(tx.today()))
        .and(CHILD_ADDRESS.VALID_TO.isNull().or(CHILD_ADDRESS.VALID_TO.gt(tx.today())))
        .orderBy(CHILD_ADDRESS.VALID_FROM.desc())
        .limit(1)
        .fetchOptional(row -> joined(row.getPostalCode(), row.getAddress()));
  }

  private static List<Record> guardians(Tx tx, ChildId child) {
    return List.copyOf(
        tx.sql()
            .select(GUARDIAN.NAME, GUARDIAN.PHONE, GUARDIANSHIP.RELATION)
            .from(GUARDIANSHIP)
            .join(GUARDIAN)
            .on(GUARDIAN.TENANT_ID.eq(tx.tenant()))
            .and(GUARDIAN.GUARDIAN_ID.eq(GUARDIANSHIP.GUARDIAN_ID))
            .where(GUARDIANSHIP.TENANT_ID.eq(tx.tenant()))
            .and(GUARDIANSHIP.CHILD_ID.eq(child))
            .orderBy(GUARDIANSHIP.CALL_ORDER, GUARDIANSHIP.GUARDIAN_ID)
            .fetch());
  }

  private static String guardian(Record row) {
    return row.get(GUARDIAN.NAME) + w("print.bracket", relation(row));
  }

  private static String phone(Record row) {
    String phone = row.get(GUARDIAN.PHONE);
    return phone == null ? "" : phone + w("print.bracket", relation(row));
  }

  private static String relation(Record row) {
    return w("print.relation." + row.get(GUARDIANSHIP.RELATION));
  }

  private static String lines(List<Record> rows, java.util.function.Function<Record, String> line) {
    return rows.stream()
        .map(line)
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String affiliation(Tx tx, ChildId child) {
    Field<String> name = Place.name(tx, INVOLVEMENT.CHILD_ID);
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
        .and(INVOLVEMENT.VALID_FROM.le(tx.today()))
        .and(INVOLVEMENT.VALID_TO.isNull().or(INVOLVEMENT.VALID_TO.gt(tx.today())))
        .orderBy(INVOLVEMENT.VALID_FROM)
        .fetch(name)
        .stream()
        .collect(Collectors.joining(w("print.comma")));
  }
}
