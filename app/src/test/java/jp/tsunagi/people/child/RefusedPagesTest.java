package jp.tsunagi.people.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.trace.Action;
import org.junit.jupiter.api.Test;

/** A page that refuses what was typed shows the child again: it leaves its row (SECURITY 4). */
class RefusedPagesTest {
  private final FamilyTown family = new FamilyTown();
  private final Visitor counsellor = family.program.visitor().signIn(family.counsellor);
  private final String child = "/children/" + family.child;

  private List<String> seen() {
    return family.town.trace().stream()
        .filter(row -> Action.valueOf(row.getAction()).shows())
        .filter(row -> family.town.shownBy(row).contains(family.child))
        .map(row -> row.getAction())
        .toList();
  }

  @Test
  void everyRefusalThatShowsTheChildLeavesItsRow() {
    String consent = UUID.randomUUID().toString();
    List<List<String>> refused =
        List.of(
            List.of("/guardians"),
            List.of("/guardians/" + family.mother),
            List.of("/address"),
            List.of("/identity/name"),
            List.of("/identity/about"),
            List.of("/identity/grade"),
            List.of("/enrolments"),
            List.of("/consents/draft", "kind", "USE", "consent", consent));
    for (List<String> page : refused) {
      int before = seen().size();
      String[] sent = page.subList(1, page.size()).toArray(String[]::new);
      String body = counsellor.post(child + page.getFirst(), sent).is(422).body();
      assertThat(body).as(page.getFirst()).contains("ひなた");
      assertThat(seen()).as(page.getFirst()).hasSize(before + 1);
    }
    assertThat(family.town.trace(Action.CHANGE_CHILD)).isEmpty();
  }

  @Test
  void aWithdrawalThatIsRefusedShowsWhatWouldBeLostAndLeavesItsRow() {
    Visitor mother = family.program.visitor().signIn(family.account(family.mother));
    String start = "/portal" + child + "/consents/start";
    mother.get(start).is(200);
    String id = UUID.randomUUID().toString();
    int asked = seen().size();
    mother.post(start, "consent", id, "answer", "agree").is(422);
    assertThat(seen()).hasSize(asked + 1);
    mother.post(start, "consent", id, "answer", "agree", "scope", "PROFILE").is(200);
    int before = seen().size();
    counsellor
        .upload(
            child + "/consents/" + id + "/withdrawal", "scan", "", new byte[0], "on", "nonsense")
        .is(422);
    assertThat(seen()).hasSize(before + 1);
    assertThat(family.town.trace(Action.WITHDRAW_CONSENT)).isEmpty();
  }
}
