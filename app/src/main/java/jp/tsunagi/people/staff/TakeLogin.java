package jp.tsunagi.people.staff;

import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import org.springframework.stereotype.Component;

/**
 * A login serves a staff member no more. What else it serves, and its password and second factor,
 * stay as they are: they are the person's, and no municipality's.
 */
@Component
final class TakeLogin {
  private final Accounts accounts;
  private final Provider provider;

  TakeLogin(Accounts accounts, Provider provider) {
    this.accounts = accounts;
    this.provider = provider;
  }

  /** Of the municipality of the transaction. */
  void from(Tx tx, StaffId staff, AccountId account) {
    if (provider.vouches(tx, tx.tenant())) {
      ProviderSubjectSql.forget(tx, account);
    }
    from(tx, accounts, staff, account);
  }

  static void from(Tx tx, Accounts accounts, StaffId staff, AccountId account) {
    HalfSignIn.endOf(tx, account);
    accounts.leave(tx, new Membership(account, tx.tenant(), Membership.Kind.STAFF, staff.value()));
    StaffRegisterSql.take(tx, staff);
    PinSql.remove(tx, staff);
  }
}
