package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.people.staff.FactorRemoval.Refusal;
import org.junit.jupiter.api.Test;

/** What of the second factor is decided without a database. */
class SecondFactorRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T01:00:10Z");
  private static final Totp TOTP =
      new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  @Test
  void theCodesAreThoseOfTheStandard() {
    // RFC 6238, appendix B, the last six of its eight digits
    assertThat(TOTP.code(Totp.stepOf(Instant.ofEpochSecond(59)))).isEqualTo("287082");
    assertThat(TOTP.code(Totp.stepOf(Instant.ofEpochSecond(1_111_111_109)))).isEqualTo("081804");
    assertThat(TOTP.code(Totp.stepOf(Instant.ofEpochSecond(20_000_000_000L)))).isEqualTo("353130");
  }

  @Test
  void theStepBeforeAndTheStepAfterCountToo() {
    long here = Totp.stepOf(NOW);
    for (long step = here - 1; step <= here + 1; step++) {
      assertThat(TOTP.step(TOTP.code(step), NOW)).isEqualTo(OptionalLong.of(step));
    }
    assertThat(TOTP.step(TOTP.code(here - 2), NOW)).isEmpty();
    assertThat(TOTP.step(TOTP.code(here + 2), NOW)).isEmpty();
    assertThat(TOTP.step("", NOW)).isEmpty();
  }

  @Test
  void theSecretIsReadByAppsAndByPeople() {
    assertThat(String.join("", TOTP.groups())).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(TOTP.address("つなぎ 市", "morita"))
        .startsWith("otpauth://totp/%E3%81%A4")
        .contains(":morita?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E3%81%A4")
        .contains("%20")
        .doesNotContain("+");
    assertThat(Totp.fresh().groups()).isNotEqualTo(Totp.fresh().groups()).hasSize(8);
  }

  @Test
  void whatIsTypedInAnyWidthIsRead() {
    for (String typed : List.of("012345", " 012 345 ", "０１２３４５", "０１２　３４５", "012-345")) {
      assertThat(TypedCode.of(typed)).as(typed).isEqualTo(new TypedCode.Digits("012345"));
    }
    RecoveryCode code = RecoveryCode.set().getFirst();
    for (String typed :
        List.of(code.shown(), code.letters().toLowerCase(java.util.Locale.ROOT), code.shown())) {
      assertThat(TypedCode.of(typed)).isEqualTo(new TypedCode.Recovery(code));
    }
    assertThat(TypedCode.of("ＡＢＣＤＥーＦＧＨＪＫ"))
        .isEqualTo(new TypedCode.Recovery(new RecoveryCode("ABCDEFGHJK")));
    for (String typed : List.of("", "12345", "1234567", "12345a", "一二三四五六", "１２３")) {
      assertThat(TypedCode.of(typed)).as(typed).isInstanceOf(TypedCode.Unreadable.class);
    }
  }

  @Test
  void recoveryCodesAreTenAndDifferent() {
    assertThat(RecoveryCode.set()).hasSize(10).doesNotHaveDuplicates();
    assertThat(RecoveryCode.set().getFirst().shown()).matches("[A-Z0-9]{5}-[A-Z0-9]{5}");
  }

  @Test
  void whatIsSealedOpensForItsOwnerAtThisInstallationAlone() {
    FactorSeal seal = new FactorSeal(new FactorKey(new byte[32]));
    byte[] sealed = seal.seal(TOTP.secret(), "kept a");
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("123456");
    assertThat(seal.open(sealed, "kept a"))
        .hasValueSatisfying(secret -> assertThat(secret).isEqualTo(TOTP.secret()));
    assertThat(seal.open(sealed, "kept b")).isEmpty();
    assertThat(seal.open(new byte[3], "kept a")).isEmpty();
    byte[] other = new byte[32];
    Arrays.fill(other, (byte) 1);
    assertThat(new FactorSeal(new FactorKey(other)).open(sealed, "kept a")).isEmpty();
    assertThat(new FactorSeal(new FactorKey(other)).digest("x")).isNotEqualTo(seal.digest("x"));
  }

  @Test
  void anOfferIsGoodForItsOwnerForHalfAnHour() {
    SecondFactors factors = new SecondFactors(new FactorSeal(new FactorKey(new byte[32])));
    AccountId owner = AccountId.create();
    String offer = factors.offer(owner, TOTP, NOW);
    assertThat(factors.offered(owner, offer, NOW.plus(Duration.ofMinutes(29)))).isPresent();
    assertThat(factors.offered(owner, offer, NOW.plus(Duration.ofMinutes(31)))).isEmpty();
    assertThat(factors.offered(AccountId.create(), offer, NOW)).isEmpty();
    assertThat(factors.offered(owner, "no such thing", NOW)).isEmpty();
  }

  private static final StaffId LOST = StaffId.create();
  private static final StaffId FIRST = StaffId.create();
  private static final StaffId SECOND = StaffId.create();

  @Test
  void oneAsksForSomebodyElseWhereAnotherCanConfirm() {
    assertThat(ask(FIRST, true, true, false)).isEmpty();
    assertThat(ask(LOST, true, true, false)).contains(Refusal.YOURS);
    assertThat(ask(FIRST, false, true, false)).contains(Refusal.OFF);
    assertThat(ask(FIRST, true, false, false)).contains(Refusal.ALONE);
    assertThat(ask(FIRST, true, true, true)).contains(Refusal.ASKED);
  }

  private static Optional<Refusal> ask(StaffId by, boolean on, boolean second, boolean waiting) {
    return FactorRemoval.whyNotAsk(new FactorRemoval.Case(by, LOST, on, second, waiting));
  }

  @Test
  void anotherConfirmsWithinADayAndOnlyTheFactorThatWasMeant() {
    FactorRemoval asked = new FactorRemoval(Id.fresh(), LOST, NOW, "機種変更", FIRST, NOW);
    Optional<Instant> same = Optional.of(NOW);
    Instant later = NOW.plus(Duration.ofHours(23));
    assertThat(asked.whyNotConfirm(SECOND, later, same)).isEmpty();
    assertThat(asked.whyNotConfirm(FIRST, later, same)).contains(Refusal.SAME);
    assertThat(asked.whyNotConfirm(LOST, later, same)).contains(Refusal.YOURS);
    assertThat(asked.whyNotConfirm(SECOND, NOW.plus(FactorRemoval.WAITS), same))
        .contains(Refusal.OVER);
    assertThat(asked.whyNotConfirm(SECOND, later, Optional.of(later))).contains(Refusal.OVER);
    assertThat(asked.whyNotConfirm(SECOND, later, Optional.empty())).contains(Refusal.OVER);
  }
}
