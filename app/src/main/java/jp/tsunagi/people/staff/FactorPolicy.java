package jp.tsunagi.people.staff;

import static jp.tsunagi.schema.Tables.ACCOUNT_MEMBERSHIP;

import java.util.Locale;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.Tx;

/** Setting staff.second-factor: whether staff must have a second factor, or may. */
enum FactorPolicy {
  /** Who has none can do nothing but set one up. A municipality set up anew begins with this. */
  REQUIRED,
  /** Everybody decides; so it is where nothing was decided. */
  OFFERED;

  static final String SETTING = "staff.second-factor";

  /** What the municipality of the transaction has decided. */
  static FactorPolicy of(Tx tx) {
    return Municipality.setting(tx, SETTING)
        .map(value -> FactorPolicy.valueOf(value.toUpperCase(Locale.ROOT)))
        .orElse(OFFERED);
  }

  /** Whether one of the municipalities for which the account is staff requires it. */
  static boolean isRequired(Tx tx, AccountId account) {
    return tx
        .sql()
        .selectDistinct(ACCOUNT_MEMBERSHIP.TENANT_ID)
        .from(ACCOUNT_MEMBERSHIP)
        .where(ACCOUNT_MEMBERSHIP.ACCOUNT_ID.eq(account))
        .and(ACCOUNT_MEMBERSHIP.KIND.eq(Membership.Kind.STAFF.name()))
        .fetch(ACCOUNT_MEMBERSHIP.TENANT_ID)
        .stream()
        .anyMatch(tenant -> tx.as(new Actor.Job(tenant, "factor"), () -> of(tx)) == REQUIRED);
  }

  /** Decides it for the municipality of the transaction; holds from the next sign-in on. */
  void decide(Tx tx) {
    Municipality.set(tx, SETTING, name().toLowerCase(Locale.ROOT));
  }
}
