package jp.tsunagi.people.organisation;

import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
import java.util.List;

/** Names of classes, typed or pasted one a line. */
record ClassLines(List<String> names, List<Refusal> refusals) {
  static final int MOST = 100;
  static final int LONGEST = 30;

  /** Why lines are not taken. */
  sealed interface Refusal {
    String words();

    /** No line holds anything. */
    record Nothing() implements Refusal {
      @Override
      public String words() {
        return t("organisation.classes.refused.nothing");
      }
    }

    /** A name no class has. */
    record TooLong(int line, String name) implements Refusal {
      @Override
      public String words() {
        return t("organisation.classes.refused.long", line, name, LONGEST);
      }
    }

    /** More lines than a school has classes. */
    record TooMany(int lines) implements Refusal {
      @Override
      public String words() {
        return t("organisation.classes.refused.many", lines, MOST);
      }
    }
  }

  ClassLines {
    names = List.copyOf(names);
    refusals = List.copyOf(refusals);
  }

  /** Reads lines; blanks around, empty lines and repeated names are left out. */
  static ClassLines read(String typed) {
    List<String> names = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    List<String> lines = typed.lines().map(String::strip).toList();
    for (int i = 0; i < lines.size(); i++) {
      String name = lines.get(i);
      if (name.length() > LONGEST) {
        refusals.add(new Refusal.TooLong(i + 1, name));
      } else if (!name.isEmpty() && !names.contains(name)) {
        names.add(name);
      }
    }
    if (names.size() > MOST) {
      refusals.add(new Refusal.TooMany(names.size()));
    }
    if (names.isEmpty() && refusals.isEmpty()) {
      refusals.add(new Refusal.Nothing());
    }
    return new ClassLines(names, refusals);
  }
}
