package jp.tsunagi.record.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** What is wrong is said in the words of the field, with what to do. */
class ProblemWordsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private static String said(FormDefinition form, String section, String json) {
    Section asked = form.section(section).orElseThrow();
    Answers answers = SmallForm.answers(json);
    List<AnswerProblem> problems = AnswerCheck.draft(asked, answers);
    assertThat(problems).hasSize(1);
    Address at = problems.getFirst().address();
    return ProblemWords.of(
        asked.field(at).orElseThrow(), answers.at(at), problems.getFirst(), TODAY);
  }

  @AfterEach
  void inJapaneseAgain() {
    LocaleContextHolder.resetLocaleContext();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'weeks':{'number':99}} | 在胎週数は、20週から45週までの数字で書いてください。",
        "{'birth-weight':{'number':5}} | 出生体重は、200gから7000gまでの数字で書いてください。",
        "{'nicu-days':{'number':9999}} | 入院した日数は、0日から1000日までの数字で書いてください。",
        "{'weeks':{'unread':'三十九'}} | 「三十九」は数字として読めません。在胎週数を、数字だけで書いてください。"
      })
  void ofNumbersTheRangeWithItsUnit(String json, String words) {
    assertThat(said(ShippedForms.of("profile"), "birth", json)).isEqualTo(words);
  }

  @Test
  void inTheLanguageOfTheReader() {
    LocaleContextHolder.setLocale(Locale.ENGLISH);
    assertThat(said(ShippedForms.of("profile"), "birth", "{'weeks':{'number':99}}"))
        .isEqualTo("Weeks of pregnancy at birth: please write a number from 20 to 45 weeks.");
  }

  @ParameterizedTest
  @CsvSource({
    "5月, 日付として読めません",
    "R7.2.30, その日付は暦にありません",
    "7.4.2, どの日付ですか（",
    "2999/1/1, ここには入れられない日付です"
  })
  void ofDatesWhyTheyCannotBeRead(String typed, String reason) {
    assertThat(said(SmallForm.form(), "first", "{'met-on':{'unread':'" + typed + "'}}"))
        .startsWith("「" + typed + "」：")
        .contains(reason);
  }
}
