package jp.tsunagi.people.organisation;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.base.ui.FieldRefusal;

/** Names of classes, typed or pasted one a line. */
record ClassLines(List<String> names, List<FieldRefusal> refusals) {
  static final int MOST = 100;
  static final int LONGEST = 30;

  ClassLines {
    names = List.copyOf(names);
    refusals = List.copyOf(refusals);
  }

  /** Reads lines; blanks around, empty lines and repeated names are left out. */
  static ClassLines read(String typed) {
    List<String> names = new ArrayList<>();
    List<FieldRefusal> refusals = new ArrayList<>();
    List<String> lines = typed.lines().map(String::strip).toList();
    for (int i = 0; i < lines.size(); i++) {
      String name = lines.get(i);
      if (name.length() > LONGEST) {
        refusals.add(refused("long", i + 1, name, LONGEST));
      } else if (!name.isEmpty() && !names.contains(name)) {
        names.add(name);
      }
    }
    if (names.size() > MOST) {
      refusals.add(refused("many", names.size(), MOST));
    }
    if (names.isEmpty() && refusals.isEmpty()) {
      refusals.add(refused("nothing"));
    }
    return new ClassLines(names, refusals);
  }

  private static FieldRefusal refused(String why, Object... about) {
    return FieldRefusal.of("lines", "organisation.classes.refused." + why, about);
  }
}
