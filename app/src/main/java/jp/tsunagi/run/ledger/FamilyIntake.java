package jp.tsunagi.run.ledger;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.people.child.Awaited;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.record.ground.Foretold;
import jp.tsunagi.work.programme.Programmes;
import org.springframework.stereotype.Component;

/**
 * A family that agreed comes on record: its programmes are joined, and the consent it gave waits to
 * be put on file with the day and the giver as they were noted.
 */
@Component
final class FamilyIntake implements Awaited, Foretold {
  private final Programmes programmes;
  private final Trace trace;

  FamilyIntake(Programmes programmes, Trace trace) {
    this.programmes = programmes;
    this.trace = trace;
  }

  @Override
  public Optional<String> announced(Tx tx, ChildId child) {
    return FamilySql.awaiting(tx, child)
        .flatMap(family -> family.agreed().map(answer -> announced(tx, family, answer)));
  }

  private static String announced(Tx tx, Family family, Family.Answer.Agreed answer) {
    String staff =
        answer
            .staff()
            .flatMap(
                id -> Optional.ofNullable(StaffNames.of(tx, family.organisation()).names().get(id)))
            .map(name -> t("ledger.family.announced.staff", name))
            .orElse("");
    return answer.programmes().isEmpty()
        ? t("ledger.family.announced.none")
        : t("ledger.family.announced", String.join(t("ledger.comma"), answer.programmes()), staff);
  }

  @Override
  public Optional<String> registered(Tx tx, ChildId child) {
    return FamilySql.awaiting(tx, child)
        .flatMap(family ->
            family
                .agreed()
                .map(answer -> {
                  join(tx, family.organisation(), child, answer);
                  return "/children/" + child + "/consents/draft?kind=" + ConsentKind.USE;
                }));
  }

  private void join(
      Tx tx, OrganisationId organisation, ChildId child, Family.Answer.Agreed answer) {
    if (answer.programmes().isEmpty()) {
      return;
    }
    for (String name : answer.programmes()) {
      programmes.join(
          tx,
          new Programmes.Programme(programmes.add(tx, organisation, name), organisation, name),
          child,
          tx.today(),
          answer.staff());
    }
    trace.write(tx, Entry.of(Action.CHANGE_INVOLVEMENT).child(child).purpose("LEDGER_FAMILY"));
  }

  @Override
  public Optional<Foretold.Said> said(Tx tx, ChildId child, ConsentKind kind) {
    return kind == ConsentKind.USE && Actor.of(tx) instanceof Actor.Staff
        ? FamilySql.awaiting(tx, child)
            .flatMap(Family::agreed)
            .map(answer -> new Foretold.Said(answer.on(), answer.giver()))
        : Optional.empty();
  }
}
