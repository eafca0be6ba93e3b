package jp.tsunagi.run.scenario;

import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import org.springframework.stereotype.Component;

/** Plays one act in a transaction that runs for whoever did it. */
@Component
final class Stage {
  private final PlayRegister register;
  private final PlayChild children;
  private final PlayInvolvement involvements;
  private final PlayConsent consents;
  private final PlaySheet sheets;
  private final PlayContact contacts;
  private final Trace trace;

  Stage(
      PlayRegister register,
      PlayChild children,
      PlayInvolvement involvements,
      PlayConsent consents,
      PlaySheet sheets,
      PlayContact contacts,
      Trace trace) {
    this.register = register;
    this.children = children;
    this.involvements = involvements;
    this.consents = consents;
    this.sheets = sheets;
    this.contacts = contacts;
    this.trace = trace;
  }

  /** The audit action an act leaves. */
  static Action action(Act act) {
    return switch (act) {
      case Act.Register _ -> Action.REGISTER_CHILD;
      case Act.UseConsent _, Act.HandoverConsent _ -> Action.GIVE_CONSENT;
      case Act.Withdraw _ -> Action.WITHDRAW_CONSENT;
      case Act.Receipt _ -> Action.RECEIVE_HANDOVER;
      case Act.PlanRequest _, Act.PlanAgreement _ -> Action.REQUEST;
      case Act.Profile _, Act.Support _ -> Action.SAVE_DRAFT;
      case Act.SupportSheet _ -> Action.PRINT;
      case Act.Rename _ -> Action.CHANGE_CHILD;
      default -> Action.CHANGE_INVOLVEMENT;
    };
  }

  void play(Tx tx, Child child, Act act, PlayedTown town) {
    switch (act) {
      case Act.Register it -> register(tx, child, it, town);
      case Act.UseConsent it -> consents.use(tx, child, it, town);
      case Act.HandoverConsent it -> consents.handover(tx, child, it, town);
      case Act.Withdraw it -> consents.withdraw(tx, child, it, town);
      case Act.Receipt it -> contacts.receive(tx, child, it, town);
      case Act.PlanRequest it -> consents.ask(tx, child, it, town);
      case Act.PlanAgreement _ -> consents.agree(tx, child);
      case Act.Profile it -> sheets.profile(tx, child, it, town);
      case Act.Support it ->
          town.sheets.put(PlayedTown.key(child, it), sheets.support(tx, child, it, town));
      case Act.Enrol it -> involvements.enrol(tx, child, it, town);
      case Act.Join it -> involvements.join(tx, child, it, town);
      case Act.Leave it -> involvements.leave(tx, child, it, town);
      case Act.Rename it -> children.rename(tx, child, it, town);
      case Act.Consultation it -> contacts.consulted(tx, child, it, town);
      case Act.SupportSheet it -> contacts.handOut(tx, child, it, town);
      case Act.MoveOut it -> {
        involvements.moveOut(tx, child, it, town);
        children.movedOut(tx, child, it, town);
      }
    }
  }

  private void register(Tx tx, Child child, Act.Register act, PlayedTown town) {
    OrganisationId owner = town.place(tx, act.by());
    // the program's own work: nobody reaches a child before it has an involvement
    tx.as(
        new Actor.Job(tx.tenant(), "scenario"),
        () -> {
          children.register(tx, child, act, owner, town.isHub(owner), town);
          return true;
        });
  }

  void register(Tx tx, Scenario scenario, PlayedTown town) {
    register.play(tx, scenario, town);
  }

  void confirm(Tx tx, Child child, SheetId sheet, Act.Confirmation told, PlayedTown town) {
    sheets.confirm(tx, child, sheet, told, town);
  }

  boolean offer(Tx tx, Child child, Act.HandoverConsent agreed, Casting casting) {
    return consents.offer(tx, child, agreed, casting);
  }

  /** The row of the trace that the screen would have left. */
  void trace(Tx tx, Child child, Action action, PlayedTown town) {
    town.known(child)
        .ifPresent(id -> trace.write(tx, Entry.of(action).child(id).purpose("scenario")));
  }
}
