package jp.tsunagi.people.involvement;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.people.child.ChildHead;
import jp.tsunagi.people.child.DayField;

/** One enrolment: its class changes, or it ends. */
public record EnrolmentPage(
    ChildHead head, String organisation, String since, String now, Place place, Ending ending) {

  /** Another class from a day on. */
  public record Place(
      String url,
      FieldView schoolClass,
      List<Option> classes,
      FieldView number,
      DayField from,
      List<FieldView> wrong) {}

  /** The last day and why. */
  public record Ending(
      String url,
      DayField last,
      FieldView reason,
      List<Option> reasons,
      FieldView note,
      List<FieldView> wrong) {}
}
