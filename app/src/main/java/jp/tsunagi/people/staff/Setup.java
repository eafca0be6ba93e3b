package jp.tsunagi.people.staff;

import static jp.tsunagi.schema.Tables.ACCOUNT_MEMBERSHIP;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.people.organisation.Sector;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.springframework.stereotype.Component;

/** Sets up a municipality with its first administrator; only while there is none. */
@Component
public final class Setup {
  private final Database database;
  private final Organisations organisations;
  private final Staffing staffing;
  private final Accounts accounts;
  private final SetupCode code;
  private final Trace trace;
  private volatile boolean done;

  Setup(
      Database database,
      Organisations organisations,
      Staffing staffing,
      Accounts accounts,
      SetupCode code,
      Trace trace) {
    this.database = database;
    this.organisations = organisations;
    this.staffing = staffing;
    this.accounts = accounts;
    this.code = code;
    this.trace = trace;
  }

  /** What the first administrator says. */
  record Request(
      String code,
      String municipality,
      String office,
      String officeKana,
      String name,
      String kana,
      String login,
      String password) {}

  /** Whether nobody has set up a municipality here yet. */
  public boolean isOpen() {
    if (!done) {
      done = database.call(new Actor.Login(), tx -> tx.sql().fetchExists(ACCOUNT_MEMBERSHIP));
    }
    return !done;
  }

  boolean isRight(String typed) {
    return MessageDigest.isEqual(
        typed.strip().getBytes(StandardCharsets.UTF_8),
        code.value().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Makes the municipality, its office and its first administrator.
   *
   * @throws NotFound when somebody else did so a moment before: the page is not there any more
   */
  void make(Request request) {
    TenantId tenant = new TenantId(1);
    Actor actor = new Actor.Job(tenant, "setup");
    String hash = accounts.hash(request.password());
    try {
      database.run(actor, tx -> make(tx, request, hash));
    } catch (IntegrityConstraintViolationException | Accounts.LoginTaken sentTogether) {
      throw new NotFound();
    }
    done = true;
  }

  private void make(Tx tx, Request request, String hash) {
    municipality(tx, request.municipality());
    FactorPolicy.REQUIRED.decide(tx);
    OrganisationId office = OrganisationId.create();
    organisations.put(tx, office(office, request));
    administrator(tx, office, request, hash);
    trace.write(tx, Entry.of(Action.ADMINISTER));
  }

  /** Adds the row of the municipality the transaction runs for. */
  public static void municipality(Tx tx, String name) {
    Municipality.add(tx, name);
  }

  private static Organisation office(OrganisationId id, Request request) {
    return new Organisation(
        id,
        request.office(),
        request.officeKana(),
        OrganisationKind.CITY_OFFICE,
        Optional.empty(),
        Sector.WELFARE,
        Optional.empty(),
        Connection.READ_WRITE,
        Optional.empty());
  }

  private void administrator(Tx tx, OrganisationId office, Request request, String hash) {
    AccountId account = accounts.open(tx, request.login(), hash);
    StaffId staff =
        staffing.add(
            tx, request.name(), request.kana(), Optional.of(account), Optional.of(tx.today()));
    staffing.assign(
        tx,
        staff,
        staffing.post(tx, office, PostKind.ADMINISTRATOR),
        Optional.empty(),
        tx.today(),
        Optional.empty());
  }
}
