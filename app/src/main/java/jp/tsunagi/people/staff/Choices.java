package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.Tx;
import org.springframework.stereotype.Component;

/**
 * For which municipality, and as what, somebody may come in: one person may work for two towns, or
 * work in one and be a parent in another.
 */
@Component
final class Choices {
  private final Accounts accounts;
  private final Sessions sessions;
  private final PersonMark marks;

  Choices(Accounts accounts, Sessions sessions, PersonMark marks) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.marks = marks;
  }

  /** Those that stand for somebody who may act today, the one chosen last first. */
  List<Membership> open(Tx tx, AccountId account) {
    return open(tx, accounts.memberships(tx, account));
  }

  /** The same of these. */
  List<Membership> open(Tx tx, List<Membership> all) {
    return all.stream().filter(one -> sessions.load(tx, one).isPresent()).toList();
  }

  /**
   * Of those the ones that may be entered by this: without the password nobody comes in as staff.
   */
  static List<Membership> by(Proof proof, List<Membership> open) {
    return open.stream()
        .filter(one -> proof.password() || one.kind() == Membership.Kind.GUARDIAN)
        .toList();
  }

  /**
   * Whether a second factor is asked for: the account has one, and is staff somewhere, also where
   * nobody may act as it today; else the password alone would change what opens it later. It is
   * asked for before anybody chooses, so that the password alone does not tell where somebody works
   * or is a parent.
   */
  boolean asksForCode(Tx tx, AccountId account) {
    return accounts.memberships(tx, account).stream()
        .filter(one -> one.kind() == Membership.Kind.STAFF)
        .findFirst()
        .filter(one -> Factors.isOn(tx, one.account()))
        .isPresent();
  }

  /** The one of that mark. */
  Optional<Membership> marked(List<Membership> open, String mark) {
    return open.stream().filter(one -> marks.is(mark, one)).findFirst();
  }

  /** As a page offers them, in words. */
  List<Choice> words(Tx tx, List<Membership> open) {
    return open.stream().map(one -> words(tx, one)).toList();
  }

  private Choice words(Tx tx, Membership one) {
    Actor actor = sessions.load(tx, one).orElseThrow();
    String municipality = tx.as(new Actor.Job(one.tenant(), "frame"), () -> Municipality.name(tx));
    return new Choice(marks.of(one), municipality, role(actor), name(actor));
  }

  private static String role(Actor actor) {
    return actor instanceof Actor.Staff staff
        ? FrameOffer.posts(staff)
        : t("staff.membership.family");
  }

  private static String name(Actor actor) {
    return switch (actor) {
      case Actor.Staff staff -> staff.name();
      case Actor.Guardian guardian -> guardian.name();
      case Actor.Job _, Actor.Login _ -> "";
    };
  }
}
