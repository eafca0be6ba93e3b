package jp.tsunagi.record.ground;

import java.util.List;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.StatusView;
import jp.tsunagi.people.child.Identity;
import org.jspecify.annotations.Nullable;

/** The consents of a child, as far as they concern the reader. */
public record ConsentsPage(
    Identity child, List<Link> asks, List<Waiting> waiting, List<Row> consents) {

  /** What was prepared and nobody has signed yet. */
  public record Waiting(String url, String kind, String receivers, String reference) {}

  /** A consent in the list. */
  public record Row(
      String url,
      String kind,
      StatusView status,
      String given,
      String receivers,
      String scope,
      String period,
      String why,
      @Nullable String withdrawal) {}
}
