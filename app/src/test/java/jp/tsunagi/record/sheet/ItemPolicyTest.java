package jp.tsunagi.record.sheet;

import static jp.tsunagi.schema.Tables.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.StaffId;
import org.junit.jupiter.api.Test;

/** Row level security beneath the predicate: what is meant for a guardian is a guardian's alone. */
class ItemPolicyTest {
  private final SheetTown town = new SheetTown().consented();

  private int rows(Actor actor) {
    return town.program.database().call(actor, tx -> tx.sql().fetchCount(ITEM));
  }

  @Test
  void theGrantOfAGuardianIsNobodyElsesWhateverTheKindOfActor() {
    town.as(
        town.teacher,
        tx -> {
          var id = town.sheets.start(tx, town.schoolSheet()).orThrow();
          SheetTown.completeSchool().forEach(draft -> town.sheets.save(tx, id, draft).orThrow());
          return town.sheets.send(tx, id).orThrow();
        });
    assertThat(rows(town.motherActor())).isPositive();
    var sameNumber =
        new Actor.Staff(
            town.town.tenant(),
            new StaffId(town.mother.value()),
            AccountId.create(),
            "白石 なぎさ",
            List.of());
    assertThat(rows(sameNumber)).isZero();
    assertThat(rows(town.town.actor(town.teacher))).isPositive();
  }
}
