package jp.tsunagi.work.request;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.people.child.Identity;

/** Asks a place for a sheet of a child. */
public record NewRequestPage(Identity child, String url, String back, Form form) {

  /**
   * What is asked.
   *
   * @param id of the request it makes: sent twice, it makes one
   * @param author the place that is asked, by name
   * @param what form and year
   */
  public record Form(
      String id,
      String author,
      String place,
      String what,
      String key,
      int year,
      FieldView section,
      List<Option> sections,
      FieldView why,
      FieldView needed,
      FieldView until,
      List<FieldView> wrong) {}
}
