package jp.tsunagi.base.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as the reader sees it.
 *
 * @param what did not happen
 * @param why one sentence each
 * @param remedy what to do now, and whom to ask
 * @param ways the way out first
 */
public record RefusalView(String what, List<String> why, @Nullable String remedy, List<Link> ways) {
  public RefusalView {
    why = List.copyOf(why);
    ways = List.copyOf(ways);
  }

  public RefusalView(String what, String why, @Nullable String remedy) {
    this(what, List.of(why), remedy, List.of());
  }
}
