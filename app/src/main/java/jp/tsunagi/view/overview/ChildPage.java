package jp.tsunagi.view.overview;

import java.util.List;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.MarkView;
import jp.tsunagi.base.ui.NameView;
import org.jspecify.annotations.Nullable;

/**
 * 児童のページ: the phone rings, ten seconds. What the reader may not see is not in here.
 *
 * @param facts class and number, age, birth date … in one line; the first is bold
 * @param first whom the reader's own place calls first; null where it has not asked the family
 * @param contactsUrl where the reader writes down whom to call; null for those who may not
 * @param reachUrl why the child is seen at all
 */
public record ChildPage(
    String id,
    NameView name,
    String plainName,
    List<Link> crumbs,
    List<String> facts,
    List<Alert> alerts,
    @Nullable String alertWhy,
    @Nullable Call first,
    List<Call> calls,
    @Nullable String contactsUrl,
    @Nullable Glance strengths,
    @Nullable Glance health,
    @Nullable Goals goals,
    List<Supporter> supporters,
    @Nullable String before,
    List<Recent> recent,
    List<Consented> consents,
    String noConsents,
    List<Act> acts,
    List<Link> more,
    String reach,
    String reachUrl,
    LifePage timeline) {

  /**
   * An attention mark with what to do.
   *
   * @param severity how bad it was before; empty where that was not said
   */
  public record Alert(MarkView mark, String severity, String words) {}

  /** Whom to call. */
  public record Call(
      String order, String name, @Nullable String phone, @Nullable String dial, String note) {}

  /** A block of pairs with the page that says why it is seen. */
  public record Glance(List<Pair> pairs, String why) {}

  /** A label with its words. */
  public record Pair(String label, String words) {}

  /**
   * The goals in force.
   *
   * @param source year and place
   * @param url the sheet they stand in
   */
  public record Goals(
      @Nullable String longGoal, List<Goal> goals, String source, String url, String why) {}

  /**
   * A goal in one line.
   *
   * @param sign how it was evaluated; a dot while it was not
   */
  public record Goal(String sign, String text) {}

  /** Somebody who supports the child now. */
  public record Supporter(
      String role, String name, @Nullable String place, @Nullable String phone, String since) {}

  /** One of the last events. */
  public record Recent(String day, String word, String text, @Nullable String url) {}

  /** How a consent stands. */
  public record Consented(String kind, String until, String detail) {}

  /**
   * Something to do: a page to go to, or a form to begin.
   *
   * @param form form key of a sheet to begin; null for a page
   */
  public record Act(
      String text,
      @Nullable String url,
      @Nullable String form,
      @Nullable String programme,
      int year,
      boolean primary) {
    static Act to(String url, String text, boolean primary) {
      return new Act(text, url, null, null, 0, primary);
    }
  }
}
