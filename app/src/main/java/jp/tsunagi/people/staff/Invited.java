package jp.tsunagi.people.staff;

import java.util.UUID;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.TenantId;

/**
 * Whom a one-time code invites.
 *
 * @param municipality as it is called
 * @param name as the person stands in its register
 * @param role the posts there, or that it is as family
 */
public record Invited(
    TenantId tenant,
    Membership.Kind kind,
    UUID member,
    String municipality,
    String name,
    String role) {

  /** The membership it would be of that account. */
  public Membership of(AccountId account) {
    return new Membership(account, tenant, kind, member);
  }
}
