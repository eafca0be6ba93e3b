package jp.tsunagi.record.form;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The parameters of a page under one name: {@code answer.field} and what follows after a dot. */
record Parameters(Map<String, List<String>> all, String name) {

  Parameters at(String part) {
    return new Parameters(all, name + "." + part);
  }

  /** Where the answer of that name stands. */
  Address address() {
    return Address.parse(name.substring("answer.".length()));
  }

  /** True when the page asked for it at all, with whatever content. */
  boolean asked() {
    return all.containsKey(name)
        || all.keySet().stream().anyMatch(key -> key.startsWith(name + "."));
  }

  /** First value as typed, cleaned of what cannot be stored; blank when there is none. */
  String typed() {
    var values = all.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : Typed.clean(values.getFirst());
  }

  /** For numbers, dates and keys: without blanks around, full width made half width. */
  String narrow() {
    return Normalizer.normalize(typed(), Normalizer.Form.NFKC).strip();
  }

  List<String> values() {
    return all.getOrDefault(name, List.of()).stream().filter(value -> !value.isBlank()).toList();
  }

  /** The names that follow directly, such as the row ids of a table. */
  SortedSet<String> parts() {
    var parts = new TreeSet<String>();
    for (var key : all.keySet()) {
      if (key.startsWith(name + ".")) {
        var rest = key.substring(name.length() + 1);
        int dot = rest.indexOf('.');
        parts.add(dot < 0 ? rest : rest.substring(0, dot));
      }
    }
    return parts;
  }
}
