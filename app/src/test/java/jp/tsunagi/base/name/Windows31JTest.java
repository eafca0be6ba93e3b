package jp.tsunagi.base.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class Windows31JTest {
  private static final Charset CHARSET = Charset.forName("windows-31j");

  @Example
  void holdsTheUsualVariants() {
    assertThat(Windows31J.canWrite("髙嶺 﨑 邉 邊 齋藤 ｶﾅ ヴァン、～①")).isTrue();
  }

  @Example
  void namesWhatWouldBeLostOnceAndWhole() {
    assertThat(Windows31J.unwritable("𠮷田𠮷辺\uDB40\uDD02ゔé\uE000"))
        .containsExactly("𠮷", "辺\uDB40\uDD02", "ゔ", "é", "\uE000");
  }

  @Property
  void whatCanBeWrittenComesBack(@ForAll String text) {
    if (Windows31J.canWrite(text)) {
      assertThat(new String(text.getBytes(CHARSET), CHARSET)).isEqualTo(text);
    }
  }
}
