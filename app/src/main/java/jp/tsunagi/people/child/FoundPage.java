package jp.tsunagi.people.child;

import java.util.List;
import jp.tsunagi.base.ui.FoundView;
import org.jspecify.annotations.Nullable;

/** What was found so far while somebody types: the list alone. */
public record FoundPage(List<FoundView> children, @Nullable String next) {
  public FoundPage {
    children = List.copyOf(children);
  }
}
