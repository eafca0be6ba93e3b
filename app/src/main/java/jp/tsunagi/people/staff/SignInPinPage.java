package jp.tsunagi.people.staff;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.RefusalView;
import org.jspecify.annotations.Nullable;

/**
 * The door of a registered terminal: one's name from a list, and the PIN.
 *
 * @param place whose terminal it is, and its name
 */
public record SignInPinPage(
    String place,
    FieldView person,
    List<Option> people,
    FieldView pin,
    @Nullable RefusalView refusal) {
  public SignInPinPage {
    people = List.copyOf(people);
  }
}
