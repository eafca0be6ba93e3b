package jp.tsunagi.work.relocation;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagi.work.relocation.RelocationRefusal.OfChild;
import jp.tsunagi.work.relocation.RelocationRefusal.OfSheet;
import jp.tsunagi.work.relocation.RelocationRule.OnChild;
import jp.tsunagi.work.relocation.RelocationRule.OnSheet;
import org.junit.jupiter.api.Test;

/** What stands against moving a sheet, one reason each, the first that holds. */
class RelocationRuleTest {
  private static OnSheet sheet(OfSheet... against) {
    var all = java.util.Set.of(against);
    return new OnSheet(
        all.contains(OfSheet.HANDOVER_FORM),
        all.contains(OfSheet.REVISING),
        all.contains(OfSheet.VERSIONS),
        all.contains(OfSheet.HIDDEN),
        all.contains(OfSheet.HELD),
        all.contains(OfSheet.CONSENT),
        all.contains(OfSheet.SHOWN),
        all.contains(OfSheet.LISTED),
        all.contains(OfSheet.REQUEST),
        all.contains(OfSheet.HANDED_OVER),
        all.contains(OfSheet.PAPER_OUT));
  }

  @Test
  void nothingStandsAgainstAnOrdinarySheet() {
    assertThat(RelocationRule.of(sheet())).isEmpty();
  }

  @Test
  void everyReasonAloneHolds() {
    for (OfSheet why : OfSheet.values()) {
      assertThat(RelocationRule.of(sheet(why))).contains(why);
    }
  }

  @Test
  void aHiddenAddressIsSaidBeforeAnythingThatWouldTellMore() {
    assertThat(RelocationRule.of(sheet(OfSheet.HIDDEN, OfSheet.CONSENT, OfSheet.HANDED_OVER)))
        .contains(OfSheet.HIDDEN);
  }

  @Test
  void ofAChildOutOfReachNothingElseIsSaid() {
    assertThat(RelocationRule.of(new OnChild(false, false, true, true, true, true)))
        .contains(OfChild.NOT_HERE);
    assertThat(RelocationRule.of(new OnChild(true, false, true, true, true, true)))
        .contains(OfChild.OTHER_HIDDEN);
    assertThat(RelocationRule.of(new OnChild(true, false, false, true, false, true)))
        .contains(OfChild.THERE);
    assertThat(RelocationRule.of(new OnChild(true, false, false, false, true, false)))
        .contains(OfChild.NOT_TAKING_PART);
    assertThat(RelocationRule.of(new OnChild(true, false, false, false, false, true)))
        .contains(OfChild.WORDS);
    assertThat(RelocationRule.of(new OnChild(true, false, false, false, false, false))).isEmpty();
  }
}
