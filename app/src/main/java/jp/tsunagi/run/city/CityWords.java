package jp.tsunagi.run.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tsunagi.base.name.NamePart;
import jp.tsunagi.people.organisation.OrganisationKind;
import org.yaml.snakeyaml.Yaml;

/** The words of which made-up cities consist: {@code city/words.yaml}. */
final class CityWords {
  private final Map<String, Object> words;

  CityWords() {
    try (InputStream file = CityWords.class.getResourceAsStream("/city/words.yaml")) {
      words = new Yaml().load(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One of a list of lines. */
  String any(Dice dice, String list) {
    return dice.of(lines(list));
  }

  @SuppressWarnings("unchecked")
  List<String> lines(String list) {
    return (List<String>) Objects.requireNonNull(words.get(list), list);
  }

  String line(String key) {
    return (String) Objects.requireNonNull(words.get(key), key);
  }

  /** A family name of two parts. */
  NamePart family(Dice dice) {
    String[] first = any(dice, "family-first").split(" ", 2);
    String[] second = any(dice, "family-second").split(" ", 2);
    return new NamePart(first[0] + second[0], first[1] + second[1]);
  }

  NamePart given(Dice dice, String list) {
    String[] parts = any(dice, list).split(" ", 2);
    return new NamePart(parts[0], parts[1]);
  }

  /** How a place is called: the name, then its reading. */
  @SuppressWarnings("unchecked")
  List<String> place(OrganisationKind kind, String word) {
    var names = (Map<String, List<String>>) Objects.requireNonNull(words.get("names"));
    return Objects.requireNonNull(names.get(kind.name())).stream()
        .map(name -> name.formatted(word))
        .toList();
  }
}
