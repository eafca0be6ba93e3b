package jp.tsunagi.people.staff;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.RefusalView;
import org.jspecify.annotations.Nullable;

/**
 * 新しく担当に入る人の確認: who waits for a word of the reader, and for an administrator who waits for others.
 *
 * @param over why nothing, or not all, was confirmed; null when nothing is wrong
 */
public record NewcomersPage(List<Row> mine, List<Row> others, @Nullable RefusalView over) {
  public NewcomersPage {
    mine = List.copyOf(mine);
    others = List.copyOf(others);
  }

  /**
   * Somebody who waits.
   *
   * @param asked who asked for it and when
   * @param by who may confirm, in words
   * @param refusal where it is refused
   * @param reason of a refusal, with what was typed
   */
  public record Row(
      String assignment,
      String name,
      String kana,
      String place,
      String post,
      String period,
      String asked,
      String by,
      String refusal,
      FieldView reason) {}

  /** Ticks are for several. */
  public boolean bulk() {
    return mine.size() > 1;
  }
}
