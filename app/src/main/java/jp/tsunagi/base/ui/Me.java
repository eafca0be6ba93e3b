package jp.tsunagi.base.ui;

import java.util.List;

/**
 * The person signed in. The name is always shown: PCs are shared.
 *
 * @param post organisation and post in one line, empty for a guardian
 * @param menu own pages: posts, password
 * @param signOut where the form of signing out is sent
 */
public record Me(String name, String post, List<Link> menu, String signOut) {
  public Me {
    menu = List.copyOf(menu);
  }
}
