package jp.tsunagi.record.compartment;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.people.child.ChildHead;
import org.jspecify.annotations.Nullable;

/**
 * One of them: who is named, what is written, what was done.
 *
 * @param adding for whoever keeps the list
 * @param why where it is ended, for whoever keeps the list
 * @param words where an entry is written, for the named few at the place that keeps it
 */
public record CompartmentPage(
    ChildHead head,
    String url,
    String back,
    String kind,
    String title,
    String reason,
    String opened,
    List<Named> few,
    @Nullable Adding adding,
    @Nullable FieldView why,
    List<Written> notes,
    @Nullable FieldView words,
    List<Done> done) {

  /**
   * One of the named few.
   *
   * @param end where she or he is taken out, null for whoever may not
   */
  public record Named(String name, String since, @Nullable String end) {}

  /**
   * Names one more.
   *
   * @param id of the entry it makes: sent twice, it makes one
   * @param found staff of the name that was typed
   */
  public record Adding(
      String id,
      FieldView whom,
      List<Option> few,
      FieldView person,
      @Nullable FieldView which,
      List<Option> found) {}

  /** An entry. */
  public record Written(List<String> words, String by) {}

  /** What was done. */
  public record Done(String at, String who, String what) {}
}
