package jp.tsunagi.record.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.ShippedForms;
import jp.tsunagi.record.form.Term;
import jp.tsunagi.record.item.ItemState;
import org.junit.jupiter.api.Test;

/** A goal keeps its id within one form only. */
class EarlierSheetsTest {
  private static final String GOAL = "0197a1b2-0000-7000-8000-000000000001";
  private static final FormDefinition SCHOOL =
      ShippedForms.all().stream()
          .filter(form -> form.key().equals("support-school"))
          .findFirst()
          .orElseThrow();

  /** The same fields under another key, as a municipality's full copy has them. */
  private static final FormDefinition COPY =
      new FormDefinition(
          "town-plan",
          SCHOOL.version(),
          SCHOOL.title(),
          SCHOOL.years(),
          SCHOOL.cycle(),
          SCHOOL.attachedTo(),
          SCHOOL.places(),
          SCHOOL.route(),
          SCHOOL.sections());

  private static ReadSheet sheet(FormDefinition form, Answers support) {
    var section = form.section("support").orElseThrow();
    var part =
        new ReadSheet.Part(
            section,
            ItemId.create(),
            1,
            ItemState.FINAL,
            support,
            Map.of(),
            "ORGANISATION",
            UUID.randomUUID(),
            Optional.empty(),
            Optional.empty(),
            Instant.EPOCH,
            LocalDate.EPOCH,
            true,
            1,
            List.of(),
            Map.of(),
            List.of());
    var head =
        new Sheet(
            SheetId.create(),
            ChildId.create(),
            form.key(),
            form.version(),
            Optional.of(OrganisationId.create()),
            Optional.empty(),
            2025,
            Term.NONE,
            SheetState.FINAL,
            1);
    return new ReadSheet(head, form, List.of(part), List.of());
  }

  private static Answer.Rows goals(FormDefinition from) {
    Answers said =
        Answers.NONE
            .with(Address.cell("goals", GOAL, "goal"), new Answer.Text("カードを見せる。"))
            .with(Address.cell("goals", GOAL, "evaluation"), new Answer.Text("週に2回。"));
    ReadSheet draft = sheet(SCHOOL, Answers.NONE);
    return (Answer.Rows)
        EarlierSheets.carried(sheet(from, said), draft)
            .getOrDefault("support", Answers.NONE)
            .at("goals");
  }

  @Test
  void withinOneFormItIsTheSameGoalAndWaitsForItsMark() {
    Answer.Rows rows = goals(SCHOOL);
    assertThat(rows.byId()).containsOnlyKeys(GOAL);
    assertThat(rows.row(GOAL).at("fate")).isEqualTo(new Answer.Choice("open"));
  }

  @Test
  void fromAnotherFormItBeginsAnew() {
    Answer.Rows rows = goals(COPY);
    assertThat(rows.byId()).hasSize(1).doesNotContainKey(GOAL);
    Answers goal = rows.byId().firstEntry().getValue();
    assertThat(goal.at("goal")).isEqualTo(new Answer.Text("カードを見せる。"));
    assertThat(goal.byField()).containsOnlyKeys("goal");
  }
}
