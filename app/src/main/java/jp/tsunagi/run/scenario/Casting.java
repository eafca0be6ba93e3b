package jp.tsunagi.run.scenario;

import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.ground.ConsentMeans;
import org.jspecify.annotations.Nullable;

/** Who plays an act: the staff member it names, the guardian in the portal, or the program. */
record Casting(Scenario scenario, PlayedTown town) {

  Actor of(Tx tx, Child child, Act act) {
    return switch (act) {
      case Act.Register it -> town.acting(tx, it.by());
      case Act.UseConsent it -> giver(tx, child, it.via(), it.by(), it.giver());
      case Act.HandoverConsent it -> giver(tx, child, it.via(), it.by(), it.giver());
      case Act.Withdraw it -> giver(tx, child, it.via(), it.by(), it.giver());
      case Act.Receipt it -> town.acting(tx, it.by());
      case Act.PlanRequest it -> town.acting(tx, it.by());
      case Act.PlanAgreement it -> town.acting(tx, it.by());
      case Act.Profile it -> writer(tx, child, it);
      case Act.Support it -> town.acting(tx, it.author());
      case Act.Join it -> town.acting(tx, it.by());
      case Act.Consultation it -> town.acting(tx, it.by());
      case Act.SupportSheet it -> town.acting(tx, it.by());
      default -> new Actor.Job(town.tenant, "scenario");
    };
  }

  private Actor giver(
      Tx tx, Child child, ConsentMeans via, Act.@Nullable Hand by, String guardian) {
    return via == ConsentMeans.PORTAL || by == null
        ? town.acting(tx, child, guardian)
        : town.acting(tx, by);
  }

  private Actor writer(Tx tx, Child child, Act.Profile act) {
    Act.Hand typist = act.typist();
    return typist == null ? town.acting(tx, child, act.writer()) : town.acting(tx, typist);
  }

  /** Whoever answers for the guardian on that day: the guardian, or the author who noted it. */
  Actor answering(Tx tx, Child child, Act.Support act, Act.Confirmation told) {
    return told.via() == Act.Via.PORTAL
        ? town.acting(tx, child, told.guardian())
        : town.acting(tx, act.author());
  }

  /** Whoever sends what was agreed: the one who took the consent, or a hub's desk. */
  Actor desk(Tx tx, Act.HandoverConsent act) {
    Act.Hand by = act.by();
    if (by != null) {
      return town.acting(tx, by);
    }
    return scenario.staff().stream()
        .filter(one -> !one.on(act.date(), null).isEmpty())
        .map(one -> town.acting(tx, new Act.Hand(one.key(), null)))
        .filter(actor -> actor instanceof Actor.Staff staff && staff.may(Right.INTAKE))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no desk open on " + act.date()));
  }
}
