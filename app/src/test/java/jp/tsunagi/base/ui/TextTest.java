package jp.tsunagi.base.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class TextTest {
  @AfterEach
  void forgetTheReader() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void outsideARequestTheHouseSpeaksJapanese() {
    assertThat(Text.t("ui.skip")).isEqualTo("本文へ進む");
  }

  @Test
  void theReadersLanguageWins() {
    LocaleContextHolder.setLocale(Locale.ENGLISH);
    assertThat(Text.t("ui.skip")).isEqualTo("Skip to the content");
  }

  @Test
  void aLanguageWithoutTheTextFallsBackToJapanese() {
    assertThat(Text.in(Locale.of("pt"), "ui.skip")).isEqualTo("本文へ進む");
  }

  @Test
  void argumentsStandWhereTheTextSays() {
    assertThat(Text.t("ui.two.title", "白石", "14:01")).isEqualTo("白石さんも、この欄を14:01に書きました");
  }

  @Test
  void whatAPersonTypedIsNotReadAsAPattern() {
    assertThat(Text.t("ui.saved.at", "{0} '{1}'")).isEqualTo("保存しました {0} '{1}'");
  }

  @Test
  void aMissingTextIsAMistake() {
    assertThatThrownBy(() -> Text.t("ui.no.such"))
        .hasMessageContaining("ui.no.")
        .hasMessageNotContaining("such");
    assertThat(Text.has("ui.no.such")).isFalse();
  }
}
