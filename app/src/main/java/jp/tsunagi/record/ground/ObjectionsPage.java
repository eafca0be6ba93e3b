package jp.tsunagi.record.ground;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.people.child.Identity;
import org.jspecify.annotations.Nullable;

/**
 * 共有しない希望 of one child, at a hub: what holds, and a paper that came in.
 *
 * @param back the list of consents
 * @param losses who would no longer read what; null before anybody asked
 */
public record ObjectionsPage(
    Identity child,
    String url,
    String back,
    List<Row> rows,
    ObjectionForm.View form,
    FieldView giver,
    List<Option> givers,
    FieldView on,
    FieldView paper,
    FieldView scan,
    List<FieldView> wrong,
    @Nullable List<Readers.Line> losses) {

  /**
   * An objection.
   *
   * @param lift where a lifting is put on file, null when it does not hold
   */
  public record Row(
      ObjectionWords.Line line, @Nullable String lift, FieldView giver, List<Option> givers) {}
}
