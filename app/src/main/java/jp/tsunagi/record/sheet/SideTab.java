package jp.tsunagi.record.sheet;

import java.util.Locale;
import java.util.stream.Stream;

/** What can stand on the right of the writing screen, in the order of its tabs. */
enum SideTab {
  /** 保護者の願い. */
  WISHES,
  /** 書き方の例. */
  IDEAS,
  /** 印刷のすがた. */
  PRINTED,
  /** 前の記録. */
  EARLIER;

  /** How an address names it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The tab of that word; the wishes where it is none. */
  static SideTab of(String word) {
    return Stream.of(values()).filter(tab -> tab.word().equals(word)).findFirst().orElse(WISHES);
  }
}
