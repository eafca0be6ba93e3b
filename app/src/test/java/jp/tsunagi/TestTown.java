package jp.tsunagi;

import static jp.tsunagi.schema.Tables.AUDIT_EVENT;
import static jp.tsunagi.schema.Tables.AUDIT_SUBJECT;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.people.organisation.Sector;
import jp.tsunagi.people.staff.Accounts;
import jp.tsunagi.people.staff.ActorSource;
import jp.tsunagi.people.staff.Membership;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.people.staff.Setup;
import jp.tsunagi.people.staff.Staffing;
import jp.tsunagi.schema.tables.records.AuditEventRecord;

/** A made-up municipality of one test, built through the actions of the program. */
public final class TestTown {
  /** The password of everybody here. */
  public static final String PASSWORD = "midori no oka 1207";

  /** Before anything a test tells. */
  public static final LocalDate LONG_AGO = LocalDate.of(2000, 4, 1);

  private static final AtomicInteger LOGINS = new AtomicInteger();
  private static volatile Optional<String> passwordHash = Optional.empty();

  private final TestProgram program;
  private final TenantId tenant;

  /** A staff member of the town at one post. */
  public record Worker(
      TenantId tenant,
      String login,
      AccountId account,
      StaffId staff,
      AssignmentId assignment,
      OrganisationId organisation) {}

  TestTown(TestProgram program, TenantId tenant) {
    this.program = program;
    this.tenant = tenant;
    passwordHash();
    run(tx -> Setup.municipality(tx, "つなぎ市"));
  }

  public TenantId tenant() {
    return tenant;
  }

  /** Does something as the program itself, in one transaction. */
  public <T> T call(Function<Tx, T> work) {
    return program.database().call(new Actor.Job(tenant, "test"), work);
  }

  /** Like {@link #call}, without a result. */
  public void run(java.util.function.Consumer<Tx> work) {
    program.database().run(new Actor.Job(tenant, "test"), work);
  }

  public OrganisationId organisation(OrganisationKind kind, String name) {
    return organisation(kind, name, Connection.READ_WRITE);
  }

  public OrganisationId organisation(OrganisationKind kind, String name, Connection connection) {
    OrganisationId id = OrganisationId.create();
    run(tx ->
        program
            .bean(Organisations.class)
            .put(
                tx,
                new Organisation(
                    id,
                    name,
                    name,
                    kind,
                    Optional.empty(),
                    Sector.WELFARE,
                    Optional.empty(),
                    connection,
                    Optional.empty())));
    return id;
  }

  public ClassId schoolClass(OrganisationId organisation, int fiscalYear, String name) {
    return call(
        tx -> program.bean(Organisations.class).putClass(tx, organisation, fiscalYear, name));
  }

  /** Somebody at a post without a class, since long ago and until further notice. */
  public Worker worker(OrganisationId organisation, PostKind post, String name) {
    return worker(organisation, post, name, Optional.empty());
  }

  /** Somebody at a post, for a class. */
  public Worker worker(
      OrganisationId organisation, PostKind post, String name, Optional<ClassId> schoolClass) {
    return worker(organisation, post, name, schoolClass, Period.since(LONG_AGO));
  }

  /** Somebody at a post for a time. */
  public Worker worker(
      OrganisationId organisation,
      PostKind post,
      String name,
      Optional<ClassId> schoolClass,
      Period period) {
    Staffing staffing = program.bean(Staffing.class);
    String login = "worker" + LOGINS.incrementAndGet();
    return call(tx -> {
      AccountId account = program.bean(Accounts.class).open(tx, login, passwordHash());
      StaffId staff = staffing.add(tx, name, name, Optional.of(account), Optional.of(LONG_AGO));
      AssignmentId assignment =
          staffing.assign(
              tx,
              staff,
              staffing.post(tx, organisation, post),
              schoolClass,
              period.from(),
              Optional.ofNullable(period.to()));
      return new Worker(tenant, login, account, staff, assignment, organisation);
    });
  }

  /** The account's password, hashed once for all: hashing is slow on purpose. */
  public String passwordHash() {
    if (passwordHash.isEmpty()) {
      passwordHash = Optional.of(program.bean(Accounts.class).hash(PASSWORD));
    }
    return passwordHash.get();
  }

  /** The worker as he or she acts today, for tests of actions beneath the screens. */
  public Actor.Staff actor(Worker worker) {
    return (Actor.Staff) actor(Membership.Kind.STAFF, worker.account(), worker.staff().value());
  }

  /** A member (staff member, guardian) as of today. */
  public Actor actor(Membership.Kind kind, AccountId account, UUID member) {
    Membership membership = new Membership(account, tenant, kind, member);
    return program.context().getBeansOfType(ActorSource.class).values().stream()
        .filter(source -> source.kind() == kind)
        .findFirst()
        .flatMap(source -> call(tx -> source.load(tx, membership)))
        .orElseThrow();
  }

  /** The trace of this town, oldest first. */
  public List<AuditEventRecord> trace() {
    return call(tx ->
        tx.sql()
            .selectFrom(AUDIT_EVENT)
            .where(AUDIT_EVENT.TENANT_ID.eq(tenant))
            .orderBy(AUDIT_EVENT.AT, AUDIT_EVENT.TRANSACTION_ID, AUDIT_EVENT.ORDINAL)
            .fetch());
  }

  /** The rows of one action, oldest first. */
  public List<AuditEventRecord> trace(Action action) {
    return trace().stream().filter(row -> row.getAction().equals(action.name())).toList();
  }

  /** The children an event of the trace showed. */
  public List<ChildId> shownBy(AuditEventRecord event) {
    return call(tx ->
        tx.sql()
            .select(AUDIT_SUBJECT.CHILD_ID)
            .from(AUDIT_SUBJECT)
            .where(AUDIT_SUBJECT.TENANT_ID.eq(tenant))
            .and(AUDIT_SUBJECT.EVENT_ID.eq(event.getEventId()))
            .fetch(AUDIT_SUBJECT.CHILD_ID));
  }
}
