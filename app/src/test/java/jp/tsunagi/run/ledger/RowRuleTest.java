package jp.tsunagi.run.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.people.child.Relation;
import jp.tsunagi.people.child.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowRuleTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private final Map<Column, String> cells = new EnumMap<>(Column.class);

  RowRuleTest() {
    cells.put(Column.NAME, "髙嶺　りく");
    cells.put(Column.KANA, "たかみね りく");
    cells.put(Column.BIRTH, "R4.6.3");
    cells.put(Column.SEX, "男児");
    cells.put(Column.GUARDIAN, "髙嶺 みなみ（母）");
    cells.put(Column.PHONE, "０８０－００００－１２３４");
    cells.put(Column.PROGRAMME, "元気キッズ、茶おちゃお");
    cells.put(Column.CONSENT_DAY, "R7.4.1");
  }

  private RowRule.Outcome read() {
    return RowRule.read(new Sheet.Line(5, cells), TODAY);
  }

  private Taken taken() {
    return ((RowRule.Outcome.Understood) read()).taken();
  }

  private List<Fault> faults() {
    return ((RowRule.Outcome.Bad) read()).faults();
  }

  @Test
  void aSoundRowIsUnderstood() {
    Taken taken = taken();
    assertThat(taken.name().written()).isEqualTo("髙嶺　りく");
    assertThat(taken.birth()).isEqualTo(LocalDate.of(2022, 6, 3));
    assertThat(taken.sex()).isEqualTo(Sex.MALE);
    assertThat(taken.guardian())
        .isEqualTo(new Taken.Guardian("髙嶺 みなみ", Relation.MOTHER, Optional.of("080-0000-1234")));
    assertThat(taken.programmes()).containsExactly("元気キッズ", "茶おちゃお");
    assertThat(taken.consent())
        .contains(new Taken.Consent(LocalDate.of(2025, 4, 1), Optional.empty()));
  }

  @Test
  void aProgrammeHasANameAndNotAText() {
    cells.put(Column.PROGRAMME, "元気キッズ、" + "あ".repeat(60));
    assertThat(taken().programmes()).hasSize(2);
    cells.put(Column.PROGRAMME, "元気キッズ、" + "あ".repeat(61));
    assertThat(faults()).containsExactly(new Fault.Long(Column.PROGRAMME, 60));
  }

  @Test
  void theGiverMayStandBehindTheDay() {
    cells.put(Column.CONSENT_DAY, "令和7年4月1日 髙嶺 みなみ");
    assertThat(taken().consent())
        .contains(new Taken.Consent(LocalDate.of(2025, 4, 1), Optional.of("髙嶺 みなみ")));
  }

  @Test
  void withoutAConsentTheFamilyIsAsked() {
    cells.remove(Column.CONSENT_DAY);
    assertThat(taken().consent()).isEmpty();
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    cells.put(Column.KANA, "たかみねりく");
    cells.put(Column.BIRTH, "平成31年5月7日");
    cells.put(Column.SEX, "？");
    cells.put(Column.GUARDIAN, "");
    cells.put(Column.CONSENT_DAY, "いつか");
    assertThat(faults())
        .hasSize(5)
        .extracting(Fault::words)
        .anySatisfy(words -> assertThat(words).contains("姓と名のあいだに、空白"))
        .anySatisfy(words -> assertThat(words).contains("令和元年5月7日"))
        .anySatisfy(words -> assertThat(words).contains("性別「？」"))
        .anySatisfy(words -> assertThat(words).contains("保護者が空です"))
        .anySatisfy(words -> assertThat(words).contains("日付として読めません"));
  }

  @Test
  void aYearThatCanBeReadInTwoWaysIsAsked() {
    cells.put(Column.BIRTH, "040603");
    assertThat(faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.words()).contains("令和4年6月3日（2022）", "2004"));
  }

  @Test
  void aConsentBeforeTheBirthIsAMistake() {
    cells.put(Column.CONSENT_DAY, "R4.4.1");
    assertThat(faults()).singleElement().isInstanceOf(Fault.OutOfTime.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "R4.6.3",
        "r4/6/3",
        "令和4年6月3日",
        "令4.6.3",
        "Ｒ４．６．３",
        "R04.06.03",
        "R040603",
        "2022-06-03",
        "2022/6/3",
        "20220603",
        "2022年6月3日",
        "2022年（令和4年）6月3日"
      })
  void everyWayToWriteADayIsRead(String written) {
    cells.put(Column.BIRTH, written);
    assertThat(taken().birth()).isEqualTo(LocalDate.of(2022, 6, 3));
  }

  @Test
  void theSerialNumberOfADayIsReadAsTheDay() {
    cells.put(Column.BIRTH, "44715");
    assertThat(taken().birth()).isEqualTo(LocalDate.of(2022, 6, 3));
  }

  @Test
  void aNumberThatLostItsZeroAndCouldBeASerialNumberIsAsked() {
    cells.put(Column.BIRTH, "40603");
    assertThat(faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.words()).contains("2011", "2022"));
  }

  @Test
  void aDayThatAnotherEraHasIsAskedForByItsRightName() {
    cells.put(Column.BIRTH, "平成31年5月7日");
    cells.put(Column.CONSENT_DAY, "");
    assertThat(faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.words()).contains("暦にありません", "令和元年5月7日"));
  }

  @Test
  void aReadingInHalfWidthIsRead() {
    cells.put(Column.KANA, "ﾀｶﾐﾈ ﾘｸ");
    assertThat(taken().name().family().kana()).isEqualTo("たかみね");
  }
}
