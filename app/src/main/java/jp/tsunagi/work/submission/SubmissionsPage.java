package jp.tsunagi.work.submission;

import java.util.List;
import jp.tsunagi.base.ui.StatusView;
import org.jspecify.annotations.Nullable;

/**
 * The lists of a place.
 *
 * @param add where one is made, null for whoever leads nowhere
 */
public record SubmissionsPage(List<Row> rows, @Nullable String add) {

  /** A list. */
  public record Row(
      String url,
      String title,
      String place,
      String room,
      String receiver,
      String count,
      StatusView status,
      String asked) {}
}
