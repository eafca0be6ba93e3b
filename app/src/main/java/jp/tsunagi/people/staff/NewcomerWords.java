package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import java.util.stream.Collectors;
import jp.tsunagi.people.staff.Confirmers.Level;

/** Who may confirm an assignment, in words. */
final class NewcomerWords {
  private static final int NAMED = 3;

  private NewcomerWords() {}

  static String by(Confirmers confirmers) {
    if (confirmers.level() == Level.NOBODY) {
      return t("staff.newcomer.by.NOBODY");
    }
    String names =
        confirmers.people().stream()
            .limit(NAMED)
            .map(Confirmers.Person::name)
            .collect(Collectors.joining(t("staff.post.comma")));
    int more = confirmers.people().size() - NAMED;
    return t(
        "staff.newcomer.by." + confirmers.level(),
        more > 0 ? t("staff.newcomer.by.more", names, more) : names);
  }
}
