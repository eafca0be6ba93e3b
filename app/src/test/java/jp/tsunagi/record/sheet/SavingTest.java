package jp.tsunagi.record.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.Entered;
import jp.tsunagi.record.sheet.PartSql.Edit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** How two open pages write one part (LESSONS: one text is lost without a word). */
class SavingTest {
  private static final Address FIELD = Address.of("learning");
  private final UUID mine = Id.fresh();
  private final UUID other = Id.fresh();

  private static Answers text(String text) {
    return Answers.NONE.with(FIELD, new Answer.Text(text));
  }

  private static Edit edit(int version, Answer was, UUID page) {
    var writer = new PartSql.Writer("STAFF", page);
    return new Edit(version, FIELD, was, page, writer, Instant.EPOCH);
  }

  private Saving.Result save(Answers saved, List<Edit> since, String typed, Set<Address> insist) {
    var entered = new Entered(text(typed), Set.of());
    return Saving.merge(
        saved, since, new Draft("state", entered, 0, mine, insist, Optional.empty()));
  }

  @Test
  void whatThePageItselfSavedIsNoClash() {
    var since = List.of(edit(1, new Answer.NotAsked(), mine));
    var result = save(text("a"), since, "ab", Set.of());
    assertThat(result.clashes()).isEmpty();
    assertThat(result.merged()).isEqualTo(text("ab"));
  }

  @Test
  void whatSomebodyElseSavedMeanwhileIsShownAndStays() {
    var since = List.of(edit(1, new Answer.NotAsked(), other));
    var result = save(text("theirs"), since, "mine", Set.of());
    assertThat(result.merged()).isEqualTo(text("theirs"));
    assertThat(result.clashes()).hasSize(1);
  }

  @Test
  void anUntouchedFieldOfAnOldPageTakesNothingAway() {
    var since = List.of(edit(2, new Answer.Text("old"), other));
    var result = save(text("new"), since, "old", Set.of());
    assertThat(result.clashes()).isEmpty();
    assertThat(result.merged()).isEqualTo(text("new"));
  }

  @Test
  void whoHasSeenBothTextsDecides() {
    var since = List.of(edit(1, new Answer.NotAsked(), other));
    var result = save(text("theirs"), since, "both", Set.of(FIELD));
    assertThat(result.clashes()).isEmpty();
    assertThat(result.merged()).isEqualTo(text("both"));
  }

  @Test
  void aBlankRowIsNoRow() {
    var cell = Address.cell("goals", "row-1", "goal");
    var entered = new Entered(Answers.NONE.with(cell, new Answer.Empty()), Set.of());
    var result = Saving.merge(Answers.NONE, List.of(), Draft.of("support", entered, 0));
    assertThat(result.merged().leaves().keySet()).noneMatch(Address::isRow);
  }

  /** However two pages take turns on one field, no text vanishes without having been shown. */
  @Property
  void nothingVanishes(
      @ForAll @Size(min = 1, max = 12)
          List<@AlphaChars @StringLength(min = 1, max = 3) String> texts,
      @ForAll @Size(12) List<Boolean> turns) {
    Answers saved = Answers.NONE;
    List<Edit> edits = new java.util.ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      UUID page = turns.get(i) ? mine : other;
      var entered = new Entered(text(texts.get(i)), Set.of());
      var draft = new Draft("state", entered, 0, page, Set.of(), Optional.empty());
      var result = Saving.merge(saved, edits, draft);
      boolean shown = !result.clashes().isEmpty();
      boolean kept = result.merged().equals(text(texts.get(i)));
      assertThat(shown || kept || result.merged().equals(saved)).isTrue();
      if (shown) {
        assertThat(result.merged()).isEqualTo(saved);
        assertThat(result.clashes().getFirst().mine()).isEqualTo(new Answer.Text(texts.get(i)));
      }
      for (var was : result.was().entrySet()) {
        edits.addFirst(edit(edits.size() + 1, was.getValue(), page));
      }
      saved = result.merged();
    }
  }
}
