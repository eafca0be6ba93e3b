package jp.tsunagi.view.overview;

import java.util.List;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.NameView;
import org.jspecify.annotations.Nullable;

/**
 * なぜ見えるか: which branch of the rule opens one line, or the child's page as a whole, in words.
 *
 * @param what the line in question; null for the page as a whole
 */
public record ReasonPage(
    List<Link> crumbs, NameView name, @Nullable What what, List<Ground> grounds) {

  /** The line that is explained. */
  public record What(String day, String word, String text, String by) {}

  /** One ground: a heading, sentences, and what they rest on. */
  public record Ground(String title, List<String> sentences, List<ChildPage.Pair> facts) {}
}
