package jp.tsunagi.view.portal;

import java.util.List;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.NameView;

/**
 * The family's first page: each child, what waits, where one can go.
 *
 * @param none why no child is shown, when none is
 * @param next what to do then
 */
public record PortalPage(List<Child> children, String none, String next) {

  /** One child with what waits for its family. */
  public record Child(NameView name, String anchor, List<Task> tasks, List<Link> ways) {}

  /** Something that waits: what it is, and a word on it. */
  public record Task(String url, String what, String note) {}
}
