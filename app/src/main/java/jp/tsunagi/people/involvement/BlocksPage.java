package jp.tsunagi.people.involvement;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.people.child.ChildHead;
import org.jspecify.annotations.Nullable;

/**
 * 閲覧の制限: who must not see the child, and the ways to say so.
 *
 * @param hub whether the reader may speak for others, and sees what holds
 * @param lines none for those who may only speak for themselves
 * @param forms one for oneself; at a hub also for a staff member and for an organisation
 */
public record BlocksPage(ChildHead head, boolean hub, List<Line> lines, List<Form> forms) {

  /**
   * A block.
   *
   * @param until and why it was lifted; empty while it holds
   * @param lift where it is lifted, or null when it does not hold any more
   */
  public record Line(
      String name,
      String reason,
      String from,
      String by,
      String until,
      @Nullable String lift,
      @Nullable FieldView why) {}

  /**
   * Keeps somebody away.
   *
   * @param kind the word of the form: oneself, a staff member, an organisation
   * @param id of the block it will make: sent twice, it makes one
   * @param person by whose name a staff member is looked for, or null
   * @param whom from which is chosen, or null where there is nothing to choose
   */
  public record Form(
      String url,
      String kind,
      String id,
      @Nullable FieldView person,
      @Nullable FieldView whom,
      List<Option> choice,
      FieldView reason,
      List<Option> reasons,
      FieldView note,
      List<FieldView> wrong) {}
}
