package jp.tsunagi.base.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Readings for text that was written without them: labels of forms, words of a consent, what a
 * school writes for a family. Known are the words of {@code words/readings.txt}; a run of kanji
 * that these do not cover whole stays bare, because half a reading confuses and a guessed one
 * misleads.
 */
final class Readings {
  private static final char COUNTS = '0';
  private static final Map<Character, List<Word>> WORDS = read();

  private Readings() {}

  /** A word of the list; one that counts follows a number. */
  private record Word(String surface, List<Furigana.Piece> pieces, boolean counts) {
    boolean stands(String text, int at) {
      boolean afterDigit = at > 0 && Character.isDigit(text.charAt(at - 1));
      boolean place = counts ? afterDigit : !afterDigit || surface.length() > 1;
      return place && text.startsWith(surface, at);
    }
  }

  /** The pieces of a text in their order. */
  static List<Furigana.Piece> pieces(String text) {
    List<Furigana.Piece> pieces = new ArrayList<>();
    int plainFrom = 0;
    int at = 0;
    while (at < text.length()) {
      Optional<List<Word>> covered = kanji(text, at) ? cover(text, at) : Optional.empty();
      if (covered.isPresent()) {
        plain(text.substring(plainFrom, at), pieces);
        for (Word word : covered.get()) {
          pieces.addAll(word.pieces());
          at += word.surface().length();
        }
        plainFrom = at;
      } else {
        at = kanji(text, at) ? runEnd(text, at) : at + 1;
      }
    }
    plain(text.substring(plainFrom), pieces);
    return List.copyOf(pieces);
  }

  private static void plain(String text, List<Furigana.Piece> pieces) {
    if (!text.isEmpty()) {
      pieces.add(new Furigana.Piece(text, null));
    }
  }

  private static int runEnd(String text, int from) {
    int at = from;
    while (at < text.length() && kanji(text, at)) {
      at++;
    }
    return at;
  }

  /** Half of a pair stands for kanji too: such a run is in no list and stays bare. */
  private static boolean kanji(String text, int at) {
    char c = text.charAt(at);
    return Character.isSurrogate(c) || Furigana.kanji(c);
  }

  /** The words that cover the run of kanji beginning here, the longest first. */
  private static Optional<List<Word>> cover(String text, int at) {
    for (Word word : WORDS.getOrDefault(text.charAt(at), List.of())) {
      if (word.stands(text, at)) {
        int end = at + word.surface().length();
        boolean done = end >= text.length() || !kanji(text, end) || !kanji(text, end - 1);
        Optional<List<Word>> rest = done ? Optional.of(List.of()) : cover(text, end);
        if (rest.isPresent()) {
          List<Word> all = new ArrayList<>(List.of(word));
          all.addAll(rest.get());
          return Optional.of(all);
        }
      }
    }
    return Optional.empty();
  }

  private static Map<Character, List<Word>> read() {
    Map<Character, List<Word>> words = new HashMap<>();
    try (var in = Readings.class.getResourceAsStream("/words/readings.txt");
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      reader
          .readAllAsString()
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> List.of(line.split(" ")).stream())
          .filter(entry -> !entry.isEmpty())
          .forEach(entry -> put(entry, words));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    words
        .values()
        .forEach(list ->
            list.sort(Comparator.comparingInt((Word word) -> word.surface().length()).reversed()));
    return words;
  }

  private static void put(String entry, Map<Character, List<Word>> words) {
    boolean counts = entry.charAt(0) == COUNTS;
    String word = counts ? entry.substring(1) : entry;
    int open = word.indexOf('[');
    if (open < 0) {
      add(word, counts, words);
      return;
    }
    word.substring(open + 1, word.length() - 1)
        .chars()
        .forEach(kana -> add(word.substring(0, open) + (char) kana, counts, words));
  }

  private static void add(String marked, boolean counts, Map<Character, List<Word>> words) {
    List<Furigana.Piece> pieces = Furigana.marked(marked);
    String surface = String.join("", pieces.stream().map(Furigana.Piece::text).toList());
    words
        .computeIfAbsent(surface.charAt(0), _ -> new ArrayList<>())
        .add(new Word(surface, pieces, counts));
  }
}
