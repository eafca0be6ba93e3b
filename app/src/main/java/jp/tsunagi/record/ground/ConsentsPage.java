package jp.tsunagi.record.ground;

import java.util.List;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.StatusView;
import jp.tsunagi.people.child.Identity;
import org.jspecify.annotations.Nullable;

/**
 * The consents of a child, as far as they concern the reader.
 *
 * @param unsent what is being prepared: the family does not see it yet
 * @param waiting what was sent and nobody has signed yet
 * @param running what opens something now or later
 * @param objections where 共有しない希望 are kept, null for whoever is no hub
 * @param objected how many hold today
 * @param showings where 家族に見せる is kept, null for whoever is no hub and while the child is a minor
 * @param over what has ended or was taken back
 */
public record ConsentsPage(
    Identity child,
    List<Link> asks,
    List<Waiting> unsent,
    List<Waiting> waiting,
    List<Row> running,
    List<Row> over,
    @Nullable String objections,
    long objected,
    @Nullable String showings) {

  /** What was prepared and nobody has signed yet. */
  public record Waiting(@Nullable String url, String kind, String receivers, String reference) {}

  /**
   * A consent in the list.
   *
   * @param receivers who reads
   * @param until its last day, or that it has none
   * @param by who decided, and when and how
   */
  public record Row(
      String url,
      String kind,
      StatusView status,
      String receivers,
      String scope,
      String until,
      String from,
      String by,
      String how,
      String why,
      @Nullable String withdrawal) {}
}
