package jp.tsunagi.record.sheet;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagi.base.database.FileId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.Section;

/**
 * What a page sent: by autosave the changed names only, otherwise every field it showed. Names that
 * were sent without a value (nothing ticked, everything erased) are answers too.
 */
record Typing(Map<String, List<String>> parameters) {
  private static final String ANSWER = "answer.";
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  boolean byAutosave() {
    return parameters.containsKey("changed");
  }

  /**
   * Set by a page that holds sheets of several children: it has no place for what is missing, and
   * the ids of its fields begin with this.
   */
  Optional<String> bare() {
    return one("bare").filter(prefix -> prefix.matches("[a-z0-9-]{1,60}"));
  }

  Optional<String> one(String name) {
    return parameters.getOrDefault(name, List.of()).stream()
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  UUID page() {
    return uuid("page").orElseGet(Id::fresh);
  }

  /** An id the page sent back; whatever is none counts as not sent. */
  Optional<UUID> uuid(String name) {
    return one(name).filter(text -> UUID_FORM.matcher(text).matches()).map(UUID::fromString);
  }

  int since(Section section) {
    return one("since." + section.key())
        .filter(text -> text.matches("\\d{1,9}"))
        .map(Integer::valueOf)
        .orElse(0);
  }

  /** The parameters of answers as {@code Entered} reads them. */
  Map<String, List<String>> answers(Section section, Answers saved) {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    Set<String> names = names();
    for (String name : names) {
      answers.put(name, parameters.getOrDefault(name, List.of("")));
    }
    section.questions().forEach(field -> complete(field, saved, answers));
    return answers;
  }

  /** The places that autosave changed in a section; of a cell also its table. */
  Set<Address> changed(Section section) {
    Set<Address> changed = new TreeSet<>();
    for (String name : parameters.getOrDefault("changed", List.of())) {
      if (name.startsWith(ANSWER)) {
        Address at = Address.parse(name.substring(ANSWER.length()));
        section.field(at.field()).ifPresent(field -> changed.addAll(places(field, at)));
      }
    }
    return changed;
  }

  private static List<Address> places(Field field, Address at) {
    String row = at.row();
    Address whole = Address.of(at.field());
    if (field.columns().isEmpty() || row == null) {
      return List.of(whole);
    }
    String column = at.column() == null ? "" : at.column().split("\\.", 2)[0];
    return field.column(column).isPresent()
        ? List.of(whole, Address.cell(at.field(), row, column))
        : List.of(whole);
  }

  private Set<String> names() {
    Set<String> names = new HashSet<>();
    if (byAutosave()) {
      names.addAll(parameters.getOrDefault("changed", List.of()));
    } else {
      names.addAll(parameters.keySet());
      names.addAll(parameters.getOrDefault("asked", List.of()));
    }
    names.removeIf(name -> !name.startsWith(ANSWER));
    return names;
  }

  /** One of the two boxes of an age alone: the other is as it was. */
  private static void complete(Field field, Answers saved, Map<String, List<String>> answers) {
    String name = Address.of(field.key()).parameter();
    boolean one = answers.containsKey(name + ".years") != answers.containsKey(name + ".months");
    if (field instanceof Field.Age
        && one
        && saved.at(field.key()) instanceof Answer.Age(int months)) {
      answers.putIfAbsent(name + ".years", List.of(String.valueOf(months / 12)));
      answers.putIfAbsent(name + ".months", List.of(String.valueOf(months % 12)));
    }
  }

  /** Whether the page asked anything of the section, or has a row of it out or back. */
  boolean touches(Section section) {
    var rows = Stream.of("remove", "restore").flatMap(name -> one(name).stream());
    return Stream.concat(names().stream().map(name -> name.substring(ANSWER.length())), rows)
        .map(address -> address.split("\\.", 2)[0])
        .anyMatch(field -> section.field(field).isPresent());
  }

  /** A file that is taken out: {@code without=photo.<id>}. */
  record Gone(String field, FileId file) {}

  Optional<Gone> gone() {
    return one("without")
        .map(text -> text.split("\\.", 2))
        .filter(pair -> pair.length == 2 && UUID_FORM.matcher(pair[1]).matches())
        .map(pair -> new Gone(pair[0], new FileId(UUID.fromString(pair[1]))));
  }

  /**
   * What was decided between two texts: {@code mine:answer.field}, {@code theirs:}, {@code both:}.
   */
  record Settled(String choice, Address address) {}

  Optional<Settled> settled() {
    return one("settle")
        .map(text -> text.split(":", 2))
        .filter(pair -> pair.length == 2 && pair[1].startsWith(ANSWER))
        .map(pair -> new Settled(pair[0], Address.parse(pair[1].substring(ANSWER.length()))));
  }
}
