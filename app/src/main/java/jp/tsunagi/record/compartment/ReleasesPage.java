package jp.tsunagi.record.compartment;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * 印刷の確認: asking, what waits for the reader's word, and what became of what one asked for.
 *
 * @param asking null but where something was just about to be printed
 */
public record ReleasesPage(@Nullable Asking asking, List<Waits> waiting, List<Mine> mine) {

  /**
   * Asks for a second person.
   *
   * @param id of what it makes: sent twice, it makes one
   */
  public record Asking(
      String url, String id, String path, String child, String what, FieldView note) {}

  /**
   * Waits for the reader's word.
   *
   * @param look where it is seen before it goes out
   */
  public record Waits(
      String url,
      String child,
      String what,
      String note,
      String asked,
      String look,
      FieldView verdict,
      List<Option> verdicts,
      FieldView word) {}

  /**
   * One's own.
   *
   * @param url where it is printed now, null when it may not be
   */
  public record Mine(String child, String what, String note, String state, @Nullable String url) {}
}
