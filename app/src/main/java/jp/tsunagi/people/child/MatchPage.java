package jp.tsunagi.people.child;

import java.util.List;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.NameView;
import org.jspecify.annotations.Nullable;

/**
 * Who may be the same child, before one is put on record.
 *
 * @param carried what was typed, to go on with
 * @param hub whether all children of the municipality were looked at
 */
public record MatchPage(List<Row> rows, List<Link> carried, boolean hub) {

  /**
   * A child that may be the one.
   *
   * @param url its page, for those who reach it
   * @param why in words
   */
  public record Row(@Nullable String url, NameView name, String facts, String why, String ask) {}
}
