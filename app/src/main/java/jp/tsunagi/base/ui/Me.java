package jp.tsunagi.base.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The person signed in. The name is always shown: PCs are shared.
 *
 * @param post organisation and post in one line, empty for a guardian
 * @param menu own pages: posts, password
 * @param reading in which languages the person could read instead; null where the page says it
 * @param signOut where the form of signing out is sent
 * @param shared at a terminal that others want next: 交代する stands beside the name
 */
public record Me(
    String name,
    String post,
    List<Link> menu,
    @Nullable ReadingView reading,
    String signOut,
    boolean shared) {
  public Me {
    menu = List.copyOf(menu);
  }
}
