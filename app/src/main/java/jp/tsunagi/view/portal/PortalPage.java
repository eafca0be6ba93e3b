package jp.tsunagi.view.portal;

import java.util.List;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.NameView;

/**
 * The family's first page: each child, what waits, where one can go.
 *
 * @param shown people of age who show something to this guardian
 * @param none why no child is shown, when none is
 * @param next what to do then
 */
public record PortalPage(List<Child> children, List<Shown> shown, String none, String next) {

  /**
   * One child with what waits for its family.
   *
   * @param told what the family must know, each in a sentence
   */
  public record Child(
      NameView name, String anchor, List<String> told, List<Task> tasks, List<Link> ways) {}

  /**
   * Somebody of age.
   *
   * @param ground by whose word it may be read, and until when
   */
  public record Shown(NameView name, String anchor, String ground, String url) {}

  /** Something that waits: what it is, and a word on it. */
  public record Task(String url, String what, String note) {}
}
