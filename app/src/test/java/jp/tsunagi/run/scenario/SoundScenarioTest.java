package jp.tsunagi.run.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What does not fit together is refused, all of it in one run. */
final class SoundScenarioTest {
  private final Example example = Example.ofTheGuide();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          opened: 2009-04-01        | opened: 2025-10-01        | enrols at 'midori' before it opened; it opened on 2025-10-01
          by: hida                  | by: nobody                | names the unknown staff 'nobody'
          from: 2020-04-01          | from: 2025-04-08          | meets 'mizuno', who has no post then
          giver: haha, via: PORTAL  | giver: oba, via: PORTAL   | names the unknown guardian 'oba'
          receiver: midori          | receiver: akane           | names the unknown organisation 'akane'
          act: register             | act: consultation, by: mizuno, gist: 電話 | is not on record yet; add 'act: register' before
          - {date: 2025-04-07, act: use-consent, giver: haha, via: PAPER, by: mizuno, scan: U2025-0001} | # none | gets a profile without a USE consent in force
          date: 2025-05-01          | date: 2025-04-01          | before 2025-04-21; put the acts in order of days
          as-of: 2026-11-21         | as-of: 2026-03-30         | after the story ends
          date: 2026-02-24          | date: 2026-02-19          | has a sheet confirmed before it was written
          class: ぞう組, from: 2025-04-01} | class: ほし組, from: 2025-04-01} | enters the class 'ほし組', unknown at 'midori' in 2025
          likes: 歌                 | liked: 歌                 | 'strengths/liked' cannot be so: notAField
          weeks: 39                 | weeks: long               | 'birth/weeks' cannot be so: notANumber
          aim: 聞き返された          | guardian-wish: 聞き返された | 'outline/aim' cannot be so: required
          kana: こだち あかり        | kana: コダチ あかり         | for kana; write hiragana and the long mark only
          code: "990099"            | code: "112259"            | may be a real one; write 99 and four digits
          staff: mizuno}            | staff: mizuho}            | 'mizuho' cannot log in
          via: PAPER, by: mizuno    | via: PAPER                | has a consent nobody took in
          act: receipt, by: hida    | act: plan-agreement, by: hida | has an agreement to nothing
          act: receipt, by: hida    | act: plan-request, by: hida, organisation: midori, form: support-nursery, fiscal-year: 2025, why: 生活を合わせる, needed: 2025-06-01, until: 2025-07-01 | is asked about by the place itself
          act: receipt, by: hida    | act: plan-request, by: hida, organisation: hagukumi, form: nothing, fiscal-year: 2025, why: 生活を合わせる, needed: 2025-06-01, until: 2025-07-01 | is asked about by an unknown form or section
          act: receipt, by: hida    | act: plan-request, by: hida, organisation: hagukumi, form: support-programme, fiscal-year: 2025, why: 生活を合わせる, needed: 2025-04-01, until: 2025-07-01 | has a request whose days cannot be
          """)
  void everyMisfitHasItsWords(String text, String other, String problem) {
    var spoilt = spoilt(text, other);
    assertThat(spoilt.problems())
        .anyMatch(line -> line.matches("city\\.yaml:\\d+: .*") && line.contains(problem));
  }

  private Example spoilt(String text, String other) {
    return other.startsWith("act: consultation")
        ? example.with("act: register, by: mizuno, ground: HUB_USER", other)
        : example.with(text, other);
  }

  @Test
  void aMisfitIsFoundOnItsLine() {
    var spoilt = example.with("weeks: 39", "weeks: 390");
    assertThat(spoilt.problems())
        .singleElement()
        .asString()
        .startsWith("city.yaml:" + spoilt.line("weeks: 390") + ": ");
  }

  @Test
  void allMisfitsAreToldAtOnceInTheOrderOfTheFile() {
    var spoilt = example.with("by: hida", "by: nobody").with("receiver: midori", "receiver: akane");
    assertThat(spoilt.problems()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(spoilt.problems().getFirst()).contains("akane");
  }

  @Test
  void keysAreOneOfAKind() {
    assertThat(example.with("key: midori", "key: hagukumi").problems())
        .anyMatch(line -> line.contains("organisation 'hagukumi' is taken at city.yaml:"));
  }

  @Test
  void theSamePersonHasTheSameName() {
    assertThat(example.with("account: true}", "same-as: kodachi-akari/chichi}").problems())
        .anyMatch(line -> line.contains("names the unknown guardian 'kodachi-akari/chichi'"));
  }
}
