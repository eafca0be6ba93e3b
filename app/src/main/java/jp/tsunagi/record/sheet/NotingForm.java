package jp.tsunagi.record.sheet;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;

/**
 * The fields in which staff note down what a guardian answered on paper or in a talk.
 *
 * @param reply which answer it was; nothing is chosen before somebody chooses
 * @param place where the paper is kept
 * @param note what differs, or what else was said
 */
public record NotingForm(
    FieldView reply,
    List<Option> replies,
    FieldView guardian,
    List<Option> guardians,
    FieldView means,
    List<Option> ways,
    FieldView on,
    FieldView place,
    FieldView scan,
    FieldView note) {
  public NotingForm {
    replies = List.copyOf(replies);
    guardians = List.copyOf(guardians);
    ways = List.copyOf(ways);
  }

  /** Whether something must be corrected. */
  public boolean wrong() {
    return fields().anyMatch(FieldView::wrong);
  }

  Stream<FieldView> fields() {
    return Stream.of(reply, guardian, means, on, place, scan, note);
  }
}
