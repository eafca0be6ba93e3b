package jp.tsunagi.record.compartment;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.people.child.ChildHead;
import org.jspecify.annotations.Nullable;

/**
 * 限られた人だけの記録 of a child: what the reader may know of, and opening one.
 *
 * @param hidden said where an address is hidden and the reader is told no more
 */
public record CompartmentsPage(
    ChildHead head, List<Line> lines, @Nullable String hidden, List<Form> forms) {

  /** One that is open. */
  public record Line(String url, String kind, String reason, String since, String few) {}

  /**
   * Opens one.
   *
   * @param id of what it makes: sent twice, it makes one
   * @param few who can be named at once: oneself, posts, guardians
   */
  public record Form(
      String url,
      String id,
      String kind,
      List<FieldView> wrong,
      FieldView reason,
      List<Option> reasons,
      FieldView note,
      FieldView named,
      List<Option> few) {}
}
