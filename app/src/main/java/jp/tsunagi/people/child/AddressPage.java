package jp.tsunagi.people.child;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * 住所: where the family lives and lived.
 *
 * @param change null for those who may not change it
 */
public record AddressPage(ChildHead head, List<Lived> lived, @Nullable Change change) {
  /** An address and when it was that. */
  public record Lived(String postal, String address, String from, String to, boolean now) {}

  /**
   * A move, or a correction.
   *
   * @param seen the mark of what is shown
   */
  public record Change(
      String url,
      String seen,
      FieldView how,
      List<Option> hows,
      DayField from,
      FieldView postal,
      FieldView address,
      List<FieldView> wrong) {}
}
