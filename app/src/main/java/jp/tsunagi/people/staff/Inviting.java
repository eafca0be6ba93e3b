package jp.tsunagi.people.staff;

import java.util.Optional;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Tx;

/** One of the ways by which people are invited to come in: what its codes are good for. */
public interface Inviting {
  /** Of whom. */
  Membership.Kind kind();

  /**
   * Whom the code of that digest invites, while it is good; asked in nobody's name.
   *
   * @param hash as {@link InvitationCode#digest} makes it
   */
  Optional<Invited> invited(Tx tx, byte[] hash);

  /**
   * Uses the code up: that account acts as whoever is invited, from now on. Empty when the code is
   * good no more.
   */
  Optional<Membership> join(Tx tx, byte[] hash, AccountId account);
}
