package jp.tsunagi.work.submission;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.NameView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.StatusView;
import org.jspecify.annotations.Nullable;

/**
 * One list.
 *
 * @param unnamed how many stand on it whom the reader does not see; empty when there are none
 * @param rest what is sent when they are ticked, null when nothing of them is open
 * @param decide where the second person says yes or no, null when it is not the reader's turn
 * @param end where what it opened is ended, null when nothing holds or the reader may not
 */
public record SubmissionPage(
    String title,
    String place,
    String room,
    String receiver,
    String note,
    String until,
    StatusView status,
    String asked,
    String word,
    List<Row> rows,
    String unnamed,
    @Nullable String rest,
    @Nullable String decide,
    FieldView verdict,
    List<Option> verdicts,
    FieldView words,
    @Nullable String end,
    FieldView why,
    FieldView child,
    List<FieldView> wrong) {

  /**
   * A child.
   *
   * @param pick what is sent when it is ticked, null when it cannot be
   * @param url its page, null where the reader may not open it
   */
  public record Row(
      NameView name,
      String plain,
      @Nullable String url,
      @Nullable String pick,
      boolean picked,
      StatusView status) {}
}
