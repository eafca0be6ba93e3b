package jp.tsunagi.people.staff;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.FieldRefusal;
import org.springframework.stereotype.Component;

/** The code of staff at the door: shown first, then used for an account of one's own choice. */
@Component
final class SignInInvitation {
  private static final String WAY = "sign-in/invitation";
  private static final String WAY_TO_OPEN = "sign-in/invitation.account";

  private final Database database;
  private final StaffInvitations invitations;
  private final Joining joining;
  private final Entrance entrance;
  private final Accounts accounts;

  SignInInvitation(
      Database database,
      StaffInvitations invitations,
      Joining joining,
      Entrance entrance,
      Accounts accounts) {
    this.database = database;
    this.invitations = invitations;
    this.joining = joining;
    this.entrance = entrance;
    this.accounts = accounts;
  }

  /** What came of a code. */
  sealed interface Shown {
    /** It works; the value belongs into a cookie. */
    record Good(String cookie) implements Shown {
      @Override
      public String toString() {
        return "Good";
      }
    }

    /** There is none like that, or it works no more: which of these is not said. */
    record Wrong() implements Shown {}

    /** Too many tries from this address; the remedy is to wait. */
    record Wait() implements Shown {}
  }

  /** Looks at a code; it is digested outside of any transaction. */
  Shown show(String typed, Browser at) {
    InvitationCode code = InvitationCode.typed(typed);
    Optional<Entrance.Admitted> admitted = entrance.admit(WAY, code, at);
    if (admitted.isEmpty()) {
      return new Shown.Wait();
    }
    byte[] hash = code.digest();
    return database.call(new Actor.Login(), tx -> shown(tx, hash, admitted.get(), at));
  }

  private Shown shown(Tx tx, byte[] hash, Entrance.Admitted admitted, Browser at) {
    if (invitations.invited(tx, hash).isEmpty()) {
      invitations.late(tx, hash);
      return new Shown.Wrong();
    }
    Entrance.shown(tx, admitted);
    return new Shown.Good(joining.shown(tx, Membership.Kind.STAFF, hash, at));
  }

  /** What came of opening an account. */
  sealed interface Opened {
    record Done(String login) implements Opened {}

    record Refused(List<FieldRefusal> why) implements Opened {
      public Refused {
        why = List.copyOf(why);
      }
    }

    /** The code works no more. */
    record Over() implements Opened {}
  }

  /**
   * Opens an account with the login and password typed, for whom the code of the cookie invites. A
   * login that is taken counts as a wrong try with that code, wherever it is made: who may ask
   * without end learns of every login.
   */
  Opened open(String cookie, StaffDraft.Account typed, String again) {
    Optional<byte[]> code = database.call(new Actor.Login(), tx -> code(tx, cookie));
    if (code.isEmpty()) {
      return new Opened.Over();
    }
    List<String> names = database.call(new Actor.Login(), tx -> invitations.names(tx, code.get()));
    List<FieldRefusal> refusals = new ArrayList<>(StaffRules.check(typed, names));
    if (typed.isNone()) {
      refusals.add(FieldRefusal.of("login", "staff.refused.missing.login"));
    }
    if (refusals.isEmpty() && !typed.password().equals(again)) {
      refusals.add(FieldRefusal.of("again", "staff.password.differs"));
    }
    if (!refusals.isEmpty()) {
      return new Opened.Refused(refusals);
    }
    String held = HexFormat.of().formatHex(code.get());
    return database.call(new Actor.Login(), tx -> Throttle.admitHolder(tx, WAY_TO_OPEN, held))
        ? open(code.get(), typed)
        : new Opened.Refused(List.of(FieldRefusal.of("login", "staff.invitation.taken.often")));
  }

  private Optional<byte[]> code(Tx tx, String cookie) {
    return joining
        .ticket(tx, cookie)
        // whoever has signed in since has a login, and joins with it
        .filter(one -> one.kind() == Membership.Kind.STAFF && one.owner().isEmpty())
        .map(InvitationTicket::hash);
  }

  private Opened open(byte[] code, StaffDraft.Account typed) {
    String hash = accounts.hash(typed.password());
    try {
      return database.call(
          new Actor.Login(),
          tx ->
              invitations
                  .open(tx, code, typed.login(), hash)
                  .<Opened>map(_ -> new Opened.Done(typed.login()))
                  .orElseGet(Opened.Over::new));
    } catch (Accounts.LoginTaken _) {
      return new Opened.Refused(List.of(FieldRefusal.of("login", "staff.invitation.taken")));
    }
  }
}
