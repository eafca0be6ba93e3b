package jp.tsunagi.people.staff;

import java.util.UUID;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.TenantId;

/** As whom an account may act in which municipality. */
public record Membership(AccountId account, TenantId tenant, Kind kind, UUID member) {
  /** As what. */
  public enum Kind {
    STAFF,
    GUARDIAN
  }
}
