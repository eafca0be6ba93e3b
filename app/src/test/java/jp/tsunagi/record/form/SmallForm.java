package jp.tsunagi.record.form;

/** A small form for tests, and changed copies of it. */
final class SmallForm {
  static final String YAML =
      """
      form: small
      version: 1
      title: {ja: 小さな様式, en: Small form}
      years: {from: 2025}
      cycle: YEARLY
      attached-to: CHILD
      route: [DRAFT, {IN_APPROVAL: head}, WITH_GUARDIAN, FINAL]
      sections:
        - key: first
          title: {ja: はじめに, en: First}
          category: SUPPORT
          writer: ORGANISATION
          guardian-reads: true
          fields:
            - {key: likes, type: short-text, max: 10, required: FINAL, label: {ja: 好き}, carry-over: true, offers: [UNKNOWN]}
            - {key: story, type: long-text, label: {ja: 話}, offers: [UNKNOWN, DECLINED]}
            - {key: met-on, type: date, coarsest: MONTH, label: {ja: 日}}
            - {key: walked, type: age, label: {ja: 歩いた}}
            - key: meal
              type: choice
              label: {ja: 食事}
              carry-over: true
              options:
                - {key: alone, label: {ja: ひとり}}
                - {key: helped, label: {ja: 手伝う}}
            - key: senses
              type: choices
              label: {ja: 感覚}
              carry-over: true
              options:
                - {key: sound, label: {ja: 音}}
                - {key: light, label: {ja: 光}}
            - {key: weight, type: number, min: 200, max: 7000, decimals: 1, label: {ja: 体重}}
            - {key: quotient, type: score, usual-min: 40, usual-max: 160, label: {ja: 指数}}
            - key: goals
              type: goals
              label: {ja: 目標}
              carry-over: true
              max-rows: 3
              columns:
                - {key: goal, type: long-text, label: {ja: 目標}}
                - {key: result, type: short-text, carry-over: false, label: {ja: 評価}}
            - {key: signed, type: signature, label: {ja: 署名}}
      """;

  private SmallForm() {}

  static FormDefinition form() {
    return form(YAML);
  }

  static FormDefinition form(String yaml) {
    try {
      return FormFile.read("small.yaml", yaml);
    } catch (FormFileRefused e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  static Section section() {
    return form().sections().getFirst();
  }

  static Answers answers(String json) {
    return Answers.ofJson(json.replace('\'', '"'));
  }
}
