package jp.tsunagi.base.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The tables of {@code folding.properties} and {@code variants.txt}, by code points. */
final class FoldingTable {
  private static final Properties TABLES = tables();

  private FoldingTable() {}

  static String text(String name) {
    return Objects.requireNonNull(TABLES.getProperty(name), name);
  }

  static int letter(String name) {
    return text(name).codePointAt(0);
  }

  /** Two letters each: what is found, and what stands for it. */
  static Map<Integer, Integer> pairs(String name) {
    var map = new HashMap<Integer, Integer>();
    for (var pair : text(name).split(" ", -1)) {
      var letters = pair.codePoints().toArray();
      map.put(letters[0], letters[1]);
    }
    return Map.copyOf(map);
  }

  /** Each the letter that stands for all after it. */
  static Map<Integer, Integer> groups(String name) {
    var map = new HashMap<Integer, Integer>();
    for (var group : text(name).split(" ", -1)) {
      addGroup(group.codePoints().toArray(), map);
    }
    return Map.copyOf(map);
  }

  /** Every variant of a kanji with the common one. */
  static Map<Integer, Integer> variants() {
    var map = new HashMap<Integer, Integer>();
    try (var lines = new BufferedReader(open("variants.txt"))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .forEach(line -> addGroup(line.replace(" ", "").codePoints().toArray(), map));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return Map.copyOf(map);
  }

  private static void addGroup(int[] letters, Map<Integer, Integer> map) {
    for (var i = 1; i < letters.length; i++) {
      map.put(letters[i], letters[0]);
    }
  }

  private static Properties tables() {
    var tables = new Properties();
    try (var in = open("folding.properties")) {
      tables.load(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return tables;
  }

  private static Reader open(String name) {
    var in = Objects.requireNonNull(FoldingTable.class.getResourceAsStream(name), name);
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }
}
