package jp.tsunagi.people.involvement;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.people.child.ChildHead;
import jp.tsunagi.people.child.DayField;
import org.jspecify.annotations.Nullable;

/**
 * 在籍・関わり: who deals with a child, past and present, who reaches it now, and the way to enrol.
 *
 * @param caseload where it is decided who holds the child, for those who may; null otherwise
 * @param notYet why a hub cannot enrol the child elsewhere yet, or null
 * @param form null for those who may not enrol
 */
public record EnrolmentsPage(
    ChildHead head,
    List<Line> running,
    List<Line> past,
    List<Reaching> reaching,
    @Nullable Link caseload,
    @Nullable String notYet,
    @Nullable Form form) {

  /**
   * An involvement.
   *
   * @param change where an enrolment is changed, for those who may
   */
  public record Line(
      String organisation,
      String kind,
      String place,
      String from,
      String to,
      String why,
      @Nullable String change) {}

  /** Somebody who reaches the child. */
  public record Reaching(String organisation, String post, String name, String how) {}

  /**
   * The form that enrols.
   *
   * @param chosen where; null while it has to be chosen first
   * @param several whether another place could be chosen
   */
  public record Form(
      String url,
      FieldView organisation,
      List<Option> organisations,
      @Nullable Option chosen,
      boolean several,
      FieldView schoolClass,
      List<Option> classes,
      FieldView number,
      DayField from,
      List<FieldView> wrong) {}
}
