package jp.tsunagi.work.retention;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagi.Visitor;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import org.junit.jupiter.api.Test;

/** What holds is said once, with who decided it; what was decided before stands apart. */
class RetentionSettingsTest {
  private static final String URL = "/settings/retention";

  private final PastTown past = new PastTown();

  private static Visitor.Reply decide(Visitor who, int seen, int years, String note) {
    return who.post(
        URL + "/NURSERY",
        "seen",
        String.valueOf(seen),
        "years.NURSERY",
        String.valueOf(years),
        "start.NURSERY",
        "LEFT",
        "note.NURSERY",
        note);
  }

  @Test
  void aRuleThatWasDecidedTwiceIsSaidOnce() {
    var office = past.town.organisation(OrganisationKind.CITY_OFFICE, "福祉総務課");
    Visitor admin = past.visitor(past.town.worker(office, PostKind.ADMINISTRATOR, "森田 かえで"));
    admin.get(URL).is(200);
    assertThat(decide(admin, 0, 20, "文書管理規程の改正（令和8年）").is(200).text())
        .containsOnlyOnce("から20年")
        .contains("森田 かえでが決めました：文書管理規程の改正（令和8年）")
        .doesNotContain("前に決めたこと");
    assertThat(decide(admin, 1, 12, "見なおし").is(200).text())
        .containsOnlyOnce("から12年")
        .containsOnlyOnce("から20年")
        .containsSubsequence("から12年", "決めました：見なおし", "前に決めたこと", "から20年");
  }
}
