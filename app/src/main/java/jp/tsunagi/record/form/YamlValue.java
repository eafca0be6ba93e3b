package jp.tsunagi.record.form;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One value of a form file, read as something. A value of another kind is reported with its line,
 * and a harmless one stands in so that reading goes on and finds the other mistakes too.
 */
record YamlValue(Node node, Problems problems) {
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

  Mark mark() {
    return node.getStartMark();
  }

  void problem(String message, Object... arguments) {
    problems.at(mark(), message, arguments);
  }

  boolean isText() {
    return node instanceof ScalarNode;
  }

  String text() {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    problem("notText");
    return "?";
  }

  /**
   * Keys keep their meaning for ever, in addresses and statistics: small letters, digits, hyphens.
   */
  String key() {
    var text = text();
    if (!KEY.matcher(text).matches()) {
      problem("notAKey", text);
    }
    return text;
  }

  int integer() {
    var text = text();
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      problem("notANumber", text);
      return 1;
    }
  }

  BigDecimal decimal() {
    var text = text();
    try {
      return Typed.plain(new BigDecimal(text));
    } catch (IllegalArgumentException e) {
      problem("notANumber", text);
      return BigDecimal.ONE;
    }
  }

  boolean yes() {
    var text = text();
    if (!text.equals("true") && !text.equals("false")) {
      problem("notTrueOrFalse", text);
    }
    return text.equals("true");
  }

  <E extends Enum<E>> E one(Class<E> kind) {
    var all = kind.getEnumConstants();
    var text = text();
    for (var each : all) {
      if (each.name().equals(text)) {
        return each;
      }
    }
    problem("notOneOf", text, names(all));
    return all[0];
  }

  private static String names(Enum<?>[] all) {
    return Arrays.stream(all).map(Enum::name).collect(Collectors.joining(", "));
  }

  List<YamlValue> list() {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(each -> new YamlValue(each, problems)).toList();
    }
    problem("notAList");
    return List.of();
  }

  YamlMap map() {
    return new YamlMap(this, node instanceof MappingNode mapping ? mapping : null);
  }

  Wording wording() {
    var byLanguage = new TreeMap<String, String>();
    var map = map();
    for (var language : map.keys()) {
      if (LANGUAGE.matcher(language).matches()) {
        map.optional(language).ifPresent(text -> byLanguage.put(language, text.text()));
      } else {
        problem("notALanguage", language);
      }
    }
    if (byLanguage.putIfAbsent(Wording.JAPANESE, "?") == null) {
      problem("noJapanese");
    }
    map.finish();
    return new Wording(byLanguage);
  }

  static String kebab(Enum<?> each) {
    return each.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
