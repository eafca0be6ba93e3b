package jp.tsunagi.view.audit;

import static jp.tsunagi.base.ui.Text.t;
import static jp.tsunagi.schema.Tables.ASSIGNMENT;
import static jp.tsunagi.schema.Tables.AUDIT_EVENT;
import static jp.tsunagi.schema.Tables.AUDIT_SUBJECT;
import static jp.tsunagi.schema.Tables.CHILD;
import static jp.tsunagi.schema.Tables.CHILD_NAME;
import static jp.tsunagi.schema.Tables.ORGANISATION;
import static jp.tsunagi.schema.Tables.POST;
import static jp.tsunagi.schema.Tables.STAFF;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.database.ActingClock;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.Place;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Reads the trace for the auditor. Read as the program's own work: row level security opens the
 * trace to nobody else. Every list goes by an index of child, staff member or organisation.
 */
final class AuditSql {
  private AuditSql() {}

  /** A row of the trace. */
  record Row(
      Instant at,
      UUID event,
      String actorKind,
      String actor,
      Optional<String> post,
      Optional<String> organisation,
      String action,
      Optional<ChildId> child,
      Optional<String> ground,
      Optional<String> purpose) {

    /** Beside a child whose address is hidden from the reader: who it was would tell where. */
    private Row unnamed() {
      return actorKind.equals("STAFF")
          ? new Row(
              at,
              event,
              actorKind,
              t("audit.somebody"),
              Optional.empty(),
              Optional.of(Place.unnamed()),
              action,
              child,
              ground,
              purpose)
          : this;
    }
  }

  /** Rows that would tell that something is for a named few alone. */
  private static final List<String> OF_COMPARTMENTS =
      Arrays.stream(Action.values()).filter(Action::ofCompartment).map(Enum::name).toList();

  /** Rows of sign-ins that were not taken, in the words of the index that finds them. */
  static final Condition REFUSED =
      AUDIT_EVENT
          .ACTION
          .eq(DSL.inline(Action.SIGN_IN_REFUSED.name()))
          .and(AUDIT_EVENT.ACTOR_KIND.eq(DSL.inline("JOB")));

  /** Whose account it was. */
  static final Field<String> WHOSE_ACCOUNT =
      DSL.field("right({0}->>'about', 36)", String.class, AUDIT_EVENT.DETAIL);

  static Actor.Job job(Tx tx) {
    return new Actor.Job(tx.tenant(), "audit");
  }

  /** The latest rows first, one more than a page where there are more. */
  static List<Row> rows(Tx tx, AuditSubject subject, AuditFilter filter, int most) {
    Set<ChildId> concealed = Compartments.concealed(tx);
    boolean whereabouts =
        subject.kind() == AuditSubject.Kind.CHILD && concealed.contains(new ChildId(subject.id()));
    return tx.as(job(tx), () -> query(tx, subject, filter, most).fetch(AuditSql::row)).stream()
        .map(row -> whereabouts ? row.unnamed() : row)
        .filter(row -> whereabouts || row.child().filter(concealed::contains).isEmpty())
        .toList();
  }

  /** The statement, for the test of its plan too. */
  static Select<? extends Record> query(Tx tx, AuditSubject subject, AuditFilter filter, int most) {
    boolean child = subject.kind() == AuditSubject.Kind.CHILD;
    Field<OffsetDateTime> at = child ? AUDIT_SUBJECT.AT : AUDIT_EVENT.AT;
    Field<UUID> event = child ? AUDIT_SUBJECT.EVENT_ID : AUDIT_EVENT.EVENT_ID;
    return tx.sql()
        .select(AUDIT_EVENT.AT, AUDIT_EVENT.EVENT_ID, AUDIT_EVENT.ACTOR_KIND)
        .select(AUDIT_EVENT.ACTOR_NAME, AUDIT_EVENT.ACTION, AUDIT_EVENT.CHILD_ID)
        .select(AUDIT_EVENT.GROUND, AUDIT_EVENT.PURPOSE, ORGANISATION.NAME, POST.KIND)
        .from(from(tx, child))
        .leftJoin(ORGANISATION)
        .on(ORGANISATION.TENANT_ID.eq(tx.tenant()))
        .and(ORGANISATION.ORGANISATION_ID.eq(AUDIT_EVENT.ORGANISATION_ID))
        .leftJoin(ASSIGNMENT)
        .on(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
        .and(ASSIGNMENT.ASSIGNMENT_ID.eq(AUDIT_EVENT.ASSIGNMENT_ID))
        .leftJoin(POST)
        .on(POST.TENANT_ID.eq(tx.tenant()))
        .and(POST.POST_ID.eq(ASSIGNMENT.POST_ID))
        .where(whose(tx, subject))
        .and(at.ge(start(filter.days().from())))
        .and(at.lt(start(filter.days().lastDay().orElseThrow().plusDays(1))))
        .and(filter.before().map(cursor -> behind(at, event, cursor)).orElse(DSL.noCondition()))
        .and(
            filter
                .sort()
                .map(sort -> AUDIT_EVENT.ACTION.in(sort.actions()))
                .orElse(DSL.noCondition()))
        .and(AUDIT_EVENT.ACTION.notIn(OF_COMPARTMENTS))
        .and(filter.ground().map(AUDIT_EVENT.GROUND::eq).orElse(DSL.noCondition()))
        .orderBy(at.desc(), event.desc())
        .limit(most);
  }

  private static Table<?> from(Tx tx, boolean child) {
    return child
        ? AUDIT_SUBJECT
            .join(AUDIT_EVENT)
            .on(AUDIT_EVENT.TENANT_ID.eq(tx.tenant()))
            .and(AUDIT_EVENT.AT.eq(AUDIT_SUBJECT.AT))
            .and(AUDIT_EVENT.EVENT_ID.eq(AUDIT_SUBJECT.EVENT_ID))
        : AUDIT_EVENT;
  }

  private static Condition whose(Tx tx, AuditSubject subject) {
    return switch (subject.kind()) {
      case CHILD ->
          AUDIT_SUBJECT
              .TENANT_ID
              .eq(tx.tenant())
              .and(AUDIT_SUBJECT.CHILD_ID.eq(new ChildId(subject.id())));
      case STAFF ->
          AUDIT_EVENT
              .TENANT_ID
              .eq(tx.tenant())
              .and(AUDIT_EVENT.ACTOR_ID.eq(subject.id()).or(refused(subject.id())));
      case ORGANISATION ->
          AUDIT_EVENT
              .TENANT_ID
              .eq(tx.tenant())
              .and(
                  AUDIT_EVENT.ORGANISATION_ID.eq(
                      new jp.tsunagi.base.database.OrganisationId(subject.id())));
    };
  }

  /** A sign-in to that person's account that was not taken: it stands in nobody's name. */
  private static Condition refused(UUID staff) {
    return REFUSED.and(WHOSE_ACCOUNT.eq(staff.toString()));
  }

  private static Condition behind(
      Field<OffsetDateTime> at, Field<UUID> event, AuditFilter.Cursor cursor) {
    OffsetDateTime then = cursor.at().atOffset(ZoneOffset.UTC);
    return at.le(then).and(at.lt(then).or(event.lt(cursor.event())));
  }

  /** Midnight in Japan. */
  static OffsetDateTime start(LocalDate day) {
    return day.atStartOfDay(ActingClock.JAPAN).toOffsetDateTime();
  }

  private static Row row(Record row) {
    return new Row(
        row.get(AUDIT_EVENT.AT).toInstant(),
        row.get(AUDIT_EVENT.EVENT_ID),
        row.get(AUDIT_EVENT.ACTOR_KIND),
        text(row.get(AUDIT_EVENT.ACTOR_NAME)),
        Optional.ofNullable(row.get(POST.KIND)),
        Optional.ofNullable(row.get(ORGANISATION.NAME)),
        row.get(AUDIT_EVENT.ACTION),
        Optional.ofNullable(row.get(AUDIT_EVENT.CHILD_ID)),
        Optional.ofNullable(row.get(AUDIT_EVENT.GROUND)),
        Optional.ofNullable(row.get(AUDIT_EVENT.PURPOSE)));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** The children of exactly that name, blanks apart, and birth date. */
  static List<ChildId> children(Tx tx, String name, LocalDate birth) {
    return tx.as(
        job(tx),
        () ->
            tx.sql()
                .selectDistinct(CHILD.CHILD_ID)
                .from(CHILD)
                .join(CHILD_NAME)
                .on(CHILD_NAME.TENANT_ID.eq(tx.tenant()))
                .and(CHILD_NAME.CHILD_ID.eq(CHILD.CHILD_ID))
                .where(CHILD.TENANT_ID.eq(tx.tenant()))
                .and(CHILD.BIRTH_DATE.eq(birth))
                .and(bare(DSL.concat(CHILD_NAME.FAMILY, CHILD_NAME.GIVEN)).eq(bare(name)))
                .fetch(CHILD.CHILD_ID));
  }

  /** Staff of exactly that name or reading, past ones included, by id. */
  static Map<UUID, String> staff(Tx tx, String name) {
    return tx.sql()
        .select(STAFF.STAFF_ID, STAFF.NAME)
        .from(STAFF)
        .where(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(bare(STAFF.NAME).eq(bare(name)).or(bare(STAFF.KANA).eq(bare(name))))
        .orderBy(STAFF.NAME, STAFF.STAFF_ID)
        .fetchMap(row -> row.value1().value(), row -> row.value2());
  }

  static Optional<String> staffName(Tx tx, UUID id) {
    return tx.sql()
        .select(STAFF.NAME)
        .from(STAFF)
        .where(STAFF.TENANT_ID.eq(tx.tenant()))
        .and(STAFF.STAFF_ID.eq(new jp.tsunagi.base.database.StaffId(id)))
        .fetchOptional(STAFF.NAME);
  }

  private static Field<String> bare(Field<String> text) {
    return DSL.field("translate({0}, ' \u3000', '')", String.class, text);
  }

  private static String bare(String text) {
    return text.replaceAll("[\\s\\u3000]", "");
  }
}
