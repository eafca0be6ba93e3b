package jp.tsunagi.view.portal;

import java.util.List;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.NameView;

/** The family's first page: each child, what waits, where one can go. */
public record PortalPage(List<Child> children) {

  /** One child with what waits for its family. */
  public record Child(NameView name, List<Task> tasks, List<Link> ways) {}

  /** Something that waits: what it is, and a word on it. */
  public record Task(String url, String what, String note) {}
}
