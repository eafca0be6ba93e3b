package jp.tsunagi.people.child;

import java.time.LocalDate;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.name.PersonName;
import jp.tsunagi.base.ui.NameView;

/**
 * Who a child is, as every screen about it says it at its head.
 *
 * @param name the name borne today
 */
public record Identity(
    ChildId id, PersonName name, LocalDate birthDate, Sex sex, Standing standing) {

  /** The name with its readings above. */
  public NameView view() {
    return new NameView(
        name.family().written(), name.family().kana(), name.given().written(), name.given().kana());
  }

  /** Family and given name in one line. */
  public String line() {
    return name.family().written() + " " + name.given().written();
  }
}
