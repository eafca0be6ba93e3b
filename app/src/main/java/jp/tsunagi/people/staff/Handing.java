package jp.tsunagi.people.staff;

import java.util.List;
import jp.tsunagi.base.ui.FieldRefusal;

/** What came of handing a password. */
sealed interface Handing {
  /** It was set, or the person was added without an account. */
  record Done() implements Handing {}

  /** The same form came before: nothing happened now. */
  record Already() implements Handing {}

  /** Something is wrong. */
  record Refused(List<FieldRefusal> why) implements Handing {
    public Refused {
      why = List.copyOf(why);
    }
  }
}
