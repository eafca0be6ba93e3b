package jp.tsunagi.people.organisation;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * The name of an organisation or a class, and whether it works: called otherwise, closed, opened
 * again.
 *
 * @param ways up to what it belongs to
 * @param former the names borne before, each with its last day
 * @param closed the last day, in words; null while no end is known
 * @param left what must be settled first; empty unless closing was tried
 */
public record KeepPage(
    String url,
    String title,
    List<Link> ways,
    FieldView name,
    @Nullable FieldView kana,
    FieldView from,
    List<Option> how,
    List<String> former,
    FieldView lastDay,
    String closing,
    @Nullable String closed,
    List<Running.Left> left) {

  /** For the summary at the top. */
  public List<FieldView> fields() {
    return kana == null ? List.of(name, from, lastDay) : List.of(name, kana, from, lastDay);
  }
}
