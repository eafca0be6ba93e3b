package jp.tsunagi.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the screens: in step between the languages, none missing, none left over. */
class MessagesTest {
  private static final String FOLDER = "src/main/resources/messages";

  /** What the terminal says is read by the command line, key by key of its own. */
  private static final String TERMINAL = "run/commands";

  /** Words laid down before the screen that says them. Only ever fewer. */
  private static final Set<String> AWAITED = Set.of("form.state.empty");

  /** Keys asked for whole: a key that is not there would throw when the page is shown. */
  private static final Pattern ASKED = Pattern.compile("(?<![\\w.])t\\(\\s*\"([^\"]+)\"\\s*[,)]");

  private static final Pattern PLACES = Pattern.compile("\\{\\d}");

  private final Map<String, Properties> files = new TreeMap<>();

  MessagesTest() throws IOException {
    for (Source file : Source.below(FOLDER, ".properties")) {
      Properties texts = new Properties();
      texts.load(new StringReader(file.text()));
      files.put(file.path().replace(".properties", ""), texts);
    }
  }

  private Stream<Map.Entry<String, Properties>> japanese() {
    return files.entrySet().stream()
        .filter(file -> !file.getKey().endsWith("_en") && !file.getKey().equals(TERMINAL));
  }

  private Properties english(String file) {
    return files.getOrDefault(file + "_en", new Properties());
  }

  private Set<String> keys() {
    return japanese()
        .flatMap(file -> file.getValue().stringPropertyNames().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theLanguagesAreInStep() {
    Set<String> alone = new TreeSet<>();
    japanese()
        .forEach(file -> {
          Set<String> ours = file.getValue().stringPropertyNames();
          Set<String> theirs = english(file.getKey()).stringPropertyNames();
          ours.stream().filter(key -> !theirs.contains(key)).forEach(alone::add);
          theirs.stream().filter(key -> !ours.contains(key)).forEach(alone::add);
        });
    assertThat(alone).as("keys that only one language has").isEmpty();
  }

  /** Dates are excepted: there the language decides which of the given parts it names. */
  @Test
  void aTranslationHasNoPlaceThatTheOriginalLacks() {
    japanese()
        .filter(file -> !file.getKey().equals("base/calendar"))
        .forEach(file -> {
          Properties english = english(file.getKey());
          for (String key : file.getValue().stringPropertyNames()) {
            assertThat(places(file.getValue().getProperty(key)))
                .as(key)
                .containsAll(places(english.getProperty(key, "")));
          }
        });
  }

  private static Set<String> places(String text) {
    return PLACES.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  @Test
  void aKeyBeginsWithTheNameOfItsFile() {
    japanese()
        .forEach(file -> {
          String module = file.getKey().substring(file.getKey().lastIndexOf('/') + 1);
          assertThat(file.getValue().stringPropertyNames())
              .as(file.getKey())
              .allMatch(key -> key.startsWith(module + "."));
        });
  }

  @Test
  void noKeyIsAskedForThatIsNotThere() {
    Set<String> missing = new TreeSet<>();
    Set<String> keys = keys();
    for (Source file : speaking()) {
      ASKED
          .matcher(text(file))
          .results()
          .map(found -> found.group(1))
          .filter(key -> !keys.contains(key))
          .forEach(key -> missing.add(file.path() + ": " + key));
    }
    assertThat(missing).isEmpty();
  }

  /** A key is used when it stands in the code, whole or as the beginning that code completes. */
  @Test
  void noKeyIsLeftOver() {
    Set<String> said = new HashSet<>();
    speaking().forEach(file -> said.addAll(file.literals()));
    Set<String> left =
        keys().stream()
            .filter(key -> beginnings(key).noneMatch(said::contains))
            .filter(key -> AWAITED.stream().noneMatch(key::startsWith))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(left).isEmpty();
  }

  /** {@code a.b.c}: itself, {@code a.b.}, {@code a.b}, {@code a.}. A bare module says nothing. */
  private static Stream<String> beginnings(String key) {
    Stream.Builder<String> all = Stream.builder();
    all.add(key);
    for (int dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
      all.add(key.substring(0, dot + 1));
      if (key.indexOf('.') < dot) {
        all.add(key.substring(0, dot));
      }
    }
    return all.build();
  }

  private static List<Source> speaking() {
    return Stream.concat(Source.mainJava().stream(), Source.templates().stream()).toList();
  }

  private static String text(Source file) {
    return file.path().endsWith(".java") ? file.code() : file.markup();
  }
}
