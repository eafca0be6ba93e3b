package jp.tsunagi.record.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholderTest {

  @Test
  void aStatementIsFilledAndWhatIsMissingIsALineToWriteOn() {
    var text =
        Placeholder.fill("{child} → {receivers} {x}", Map.of(Placeholder.CHILD, "$1 青空 ひなた さん"));
    assertThat(text).isEqualTo("$1 青空 ひなた さん → ＿＿＿＿＿＿＿＿ {x}");
  }

  @Test
  void theConsentNamesScopeReceiversAndPeriod() {
    var words = (Field.Statement) ShippedForms.of("consent-use").field("words").orElseThrow();
    var all = String.join("\n", words.paragraphs().stream().map(Wording::japanese).toList());
    assertThat(Placeholder.wordsIn(all)).contains("child", "scope", "receivers", "period");
  }

  @Test
  void aReaderWhoseLanguageIsMissingSeesTheJapanese() {
    var wording = Wording.of(Map.of("ja", "好き", "en", "Likes", "pt-BR", "Gosta"));
    assertThat(wording.in(Locale.of("vi"))).isEqualTo("好き");
    assertThat(wording.in(Locale.UK)).isEqualTo("Likes");
    assertThat(wording.in(Locale.of("pt", "BR"))).isEqualTo("Gosta");
  }
}
