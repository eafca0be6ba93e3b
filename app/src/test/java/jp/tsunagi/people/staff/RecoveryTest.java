package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import jp.tsunagi.TestClock;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The only administrator has lost phone and recovery codes: the terminal lets in again. */
class RecoveryTest {
  private final TestProgram program = TestProgram.shared();
  private final TestTown town = program.newTown();
  private final SecondFactorTown factors = new SecondFactorTown(program, town);
  private TestTown.Worker admin;
  private Recovery recovery;

  @BeforeEach
  void aLoneAdministrator() {
    var office = town.organisation(OrganisationKind.CITY_OFFICE, "福祉総務課");
    admin = town.worker(office, PostKind.ADMINISTRATOR, "森田 かえで");
    town.run(FactorPolicy.REQUIRED::decide);
    recovery =
        new Recovery(
            program.database(), program.bean(Trace.class), program.bean(PasswordRounds.class));
  }

  @Test
  void theFactorGoesAndThePasswordOnPaperOpensTheWayToAnOwnOne() {
    Totp app = factors.given(admin);
    String pin = town.passwordHash();
    town.run(tx -> PinSql.put(tx, admin.staff(), pin));
    Visitor open = factors.half(admin, "127.0.0.81");
    SecondFactorTown.type(open, factors.code(app, 0)).is(200);
    Visitor half = factors.half(admin, "127.0.0.82");

    var slip = recovery.of(admin.login()).getFirst();
    assertThat(slip.toString()).doesNotContain(slip.password());
    assertThat(open.get("/staff").path()).isEqualTo("/sign-in");
    SecondFactorTown.type(half, factors.code(app, 1)).is(422);
    program.visitor("127.0.0.83").signIn(admin.login(), TestTown.PASSWORD).is(422);
    assertThat(town.<java.util.Optional<?>>call(tx -> PinSql.since(tx, admin.staff()))).isEmpty();
    assertThat(town.trace(Action.SECOND_FACTOR))
        .singleElement()
        .satisfies(row -> assertThat(row.getActorKind()).isEqualTo("JOB"))
        .satisfies(row -> assertThat(row.getActorName()).isEqualTo("terminal"))
        .satisfies(row -> assertThat(row.getDetail().data()).contains("staff.recovered"));

    Visitor again = program.visitor("127.0.0.84");
    assertThat(again.signIn(admin.login(), slip.password()).path()).isEqualTo("/account/password");
    String fresh = "umi no mieru oka 58";
    again.post("/account/password", "old", slip.password(), "fresh", fresh, "again", fresh).is(200);
    assertThat(again.get("/staff").path()).isEqualTo(SecondFactorController.URL);
  }

  @Test
  void thePaperIsGoodForTwoWeeks() {
    var slip = recovery.of(admin.login()).getFirst();
    program.clock().set(TestClock.START.plus(Accounts.HANDED_FOR).plus(Duration.ofMinutes(1)));
    program.visitor("127.0.0.85").signIn(admin.login(), slip.password()).is(422);
  }

  @Test
  void nobodyElseIsRecoveredThere() {
    var centre = town.organisation(OrganisationKind.CENTRE, "海辺の発達支援センター");
    var worker = town.worker(centre, PostKind.COUNSELLOR, "白石 なぎさ");
    assertThat(recovery.of(worker.login())).isEmpty();
    assertThat(recovery.of("nobody-here")).isEmpty();
    assertThat(town.trace(Action.SECOND_FACTOR)).isEmpty();
    program.visitor("127.0.0.86").signIn(worker.login(), TestTown.PASSWORD).is(200);
  }
}
