package jp.tsunagi.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AssetTest {
  @Test
  void everyStyleAndScriptIsThereWithTheMarkOfItsContent() {
    Stream.of(Asset.GROUND, Asset.STAFF, Asset.PORTAL, Asset.ENTRY)
        .flatMap(styles -> styles.stream())
        .forEach(style ->
            assertThat(Asset.style(style)).matches("/style/[a-z-]+\\.css\\?v=[0-9a-f]{12}"));
    assertThat(Asset.script("autosave")).startsWith("/script/autosave.js?v=");
    assertThat(Asset.htmx()).contains("htmx.min.js?v=");
  }
}
