package jp.tsunagi.people.child;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * 連絡先: whom to call, as the reader's own organisation heard it from the family.
 *
 * @param form the contact being added or changed; null for those who may not
 */
public record ContactsPage(
    ChildHead head, String organisation, List<Row> contacts, @Nullable Form form) {

  /**
   * A contact.
   *
   * @param dial the phone as a link
   * @param change where it is changed and confirmed again, for those who may
   * @param remove where it is taken away, for those who may
   */
  public record Row(
      int order,
      String name,
      String relation,
      String phone,
      String dial,
      String note,
      String address,
      String confirmed,
      @Nullable String change,
      @Nullable String remove) {}

  /**
   * A contact to add or to change.
   *
   * @param id of the card it will make
   */
  public record Form(
      String title,
      String url,
      String id,
      FieldView name,
      FieldView relation,
      List<Option> relations,
      FieldView phone,
      FieldView order,
      FieldView note,
      FieldView address,
      DayField confirmed,
      List<FieldView> wrong) {}
}
