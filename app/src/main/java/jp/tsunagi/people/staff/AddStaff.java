package jp.tsunagi.people.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.name.Reading;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.ui.FieldRefusal;
import jp.tsunagi.people.organisation.TypedDay;
import org.springframework.stereotype.Component;

/** Puts a new staff member into the register, with an account unless none is wanted. */
@Component
final class AddStaff {
  private final Database database;
  private final Staffing staffing;
  private final Accounts accounts;
  private final Trace trace;

  AddStaff(Database database, Staffing staffing, Accounts accounts, Trace trace) {
    this.database = database;
    this.staffing = staffing;
    this.accounts = accounts;
    this.trace = trace;
  }

  /** Adds the person, or finds that the same form did so before. */
  Handing with(Actor.Staff actor, StaffDraft draft, StaffDraft.Account account) {
    String hash = account.isNone() ? "" : accounts.hash(account.password());
    try {
      return database.call(actor, tx -> add(tx, draft, account, hash));
    } catch (Accounts.LoginTaken _) {
      return new Handing.Refused(
          List.of(FieldRefusal.of("login", "staff.refused.taken", account.login())));
    }
  }

  private Handing add(Tx tx, StaffDraft draft, StaffDraft.Account account, String hash) {
    List<FieldRefusal> refusals = new ArrayList<>(StaffRules.check(draft, tx.today()));
    refusals.addAll(StaffRules.check(account, NamesHere.of(tx, draft.id())));
    if (!refusals.isEmpty()) {
      return new Handing.Refused(refusals);
    }
    if (StaffRegisterSql.find(tx, draft.id()).isPresent()) {
      return new Handing.Already();
    }
    insert(tx, draft, account, hash);
    trace.write(tx, Entry.of(Action.ADMINISTER).about("staff.added", draft.id()));
    return new Handing.Done();
  }

  private void insert(Tx tx, StaffDraft draft, StaffDraft.Account account, String hash) {
    Optional<AccountId> opened =
        account.isNone()
            ? Optional.empty()
            : Optional.of(accounts.openHanded(tx, account.login(), hash, draft.id().value()));
    staffing.add(
        tx,
        draft.id(),
        draft.name(),
        Reading.of(draft.kana()).orElseThrow(),
        opened,
        TypedDay.of(draft.pledge(), tx.today()).day());
  }
}
