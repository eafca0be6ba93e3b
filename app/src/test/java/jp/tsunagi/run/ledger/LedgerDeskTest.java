package jp.tsunagi.run.ledger;

import static jp.tsunagi.schema.Tables.LEDGER_UPLOAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import jp.tsunagi.TestClock;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One ledger at a time lies on the desk, and none of them stays there. */
class LedgerDeskTest {
  private static final byte[] FILE =
      "氏名,ふりがな,生年月日,保護者・続柄\n小川 みなと,おがわ みなと,H31.4.30,小川 そら（祖母）\n".getBytes(StandardCharsets.UTF_8);

  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private TestTown.Worker counsellor;
  private Visitor visitor;

  @BeforeEach
  void somebody() {
    var centre = town.organisation(OrganisationKind.CENTRE, "はぐくみ");
    counsellor = town.worker(centre, PostKind.COUNSELLOR, "水野 ことね");
    visitor = program.visitor().signIn(counsellor);
  }

  private String look() {
    String page = visitor.upload("/import/children", "file", "台帳.csv", FILE).is(200).body();
    var found = Pattern.compile("action=\"(/import/children/[0-9a-f-]+)\"").matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private int kept() {
    return town.call(
        tx -> tx.sql().fetchCount(LEDGER_UPLOAD, LEDGER_UPLOAD.TENANT_ID.eq(town.tenant())));
  }

  @Test
  void whileOneLedgerIsLookedAtAnotherIsAskedToComeAgain() {
    String url = look();
    int traced = town.trace(Action.IMPORT).size();
    program
        .bean(LedgerDesk.class)
        .inTurn(() -> {
          String page = visitor.upload("/import/children", "file", "台帳.csv", FILE).is(422).body();
          assertThat(page).contains("ほかの台帳を調べているところです");
          var busy = visitor.get(url).is(503);
          assertThat(busy.header("Retry-After")).isNotEmpty();
          assertThat(busy.body()).doesNotContain("小川");
          return true;
        });
    assertThat(town.trace(Action.IMPORT)).as("nothing was looked at").hasSize(traced);
    assertThat(look()).as("then it is").isNotEqualTo(url);
  }

  @Test
  void whatWasLookedAtAndNotTakenInIsGoneAfterADay() {
    String url = look();
    program.clock().set(TestClock.START.plus(Duration.ofHours(23)));
    program.bean(FamilyKeeping.class).round();
    assertThat(kept()).isOne();
    program.clock().set(TestClock.START.plus(Duration.ofDays(1)));
    program.bean(FamilyKeeping.class).round();
    assertThat(kept()).isZero();
    visitor.signIn(counsellor);
    visitor.get(url).is(404);
  }
}
