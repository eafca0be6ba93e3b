package jp.tsunagi.work.submission;

import java.util.List;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.TakeOut;
import org.jspecify.annotations.Nullable;

/**
 * 提出された計画: what was handed in to an office, place by place and class by class.
 *
 * @param takeOut as a file; null for whoever may not take out, and when there is nothing
 */
public record ReceivedSubmissionsPage(List<Group> groups, @Nullable TakeOut takeOut) {

  /**
   * A form of a year, from a class or a place.
   *
   * @param count how many of how many
   * @param missing said when some are not there; empty when none is missing
   */
  public record Group(
      String title, String place, String room, String count, String missing, List<Row> rows) {}

  /** A sheet. */
  public record Row(NameView name, String plain, String url, String until) {}
}
