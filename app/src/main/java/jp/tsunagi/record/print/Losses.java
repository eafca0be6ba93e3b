package jp.tsunagi.record.print;

import static jp.tsunagi.base.ui.Text.t;
import static jp.tsunagi.record.print.PrintWords.w;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a paper cannot show as it was written, and where it stands.
 *
 * @param variants characters printed in their usual form, with the places
 * @param missing characters printed as 〓, with the places
 */
public record Losses(Map<String, Set<String>> variants, Map<String, Set<String>> missing) {

  /** What the fonts of papers lack of a paper; nothing for nearly every one. */
  public static Losses of(Paper paper) {
    Losses losses = new Losses(new LinkedHashMap<>(), new LinkedHashMap<>());
    paper.letter().ifPresent(letter -> losses.look(w("print.losses.letter"), letter.receiver()));
    paper.facts().forEach(fact -> losses.look(fact.label(), fact.value()));
    String part = "";
    for (Paper.Block block : paper.blocks()) {
      part = block instanceof Paper.Heading heading ? heading.text() : part;
      losses.look(part, block);
    }
    return losses;
  }

  private void look(String part, Paper.Block block) {
    switch (block) {
      case Paper.Heading heading -> look(heading.text(), heading.text());
      case Paper.Ruled(var lines) -> lines.forEach(this::look);
      case Paper.Grid grid -> {
        String where = grid.label().orElse(part);
        grid.rows().forEach(row -> row.forEach(cell -> look(where, cell)));
        grid.below().forEach(row -> row.forEach(cell -> look(where, cell.text())));
      }
      case Paper.Words words -> words.paragraphs().forEach(text -> look(words.label(), text));
      case Paper.Signatures(var boxes) -> boxes.forEach(box -> look(box.label(), box.name()));
    }
  }

  private void look(Paper.Line line) {
    switch (line.value()) {
      case Paper.Written(var text, _) -> look(line.label(), text);
      case Paper.Large(var text) -> look(line.label(), text);
      case Paper.Ticks(var ticks) -> ticks.forEach(tick -> look(line.label(), tick.text()));
      case Paper.Pictures _ -> {} // names of files, as their owners call them
    }
  }

  private void look(String where, String text) {
    int[] characters = text.codePoints().toArray();
    for (int i = 0; i < characters.length; i++) {
      int c = characters[i];
      if (PrintableText.isLost(c)) {
        note(missing, Character.toString(c), where);
      } else if (i + 1 < characters.length
          && isVariation(characters[i + 1])
          && PrintFonts.variant(c, characters[i + 1]).isEmpty()) {
        note(variants, Character.toString(c), where);
      }
    }
  }

  /** Selectors of ideographs; those below ask for a colour of emoji. */
  private static boolean isVariation(int c) {
    return c >= 0xE0100 && c <= 0xE01EF;
  }

  private static void note(Map<String, Set<String>> losses, String character, String where) {
    losses.computeIfAbsent(character, _ -> new LinkedHashSet<>()).add(where);
  }

  /** In words for the end of the paper, on which a character that is missing cannot stand. */
  public List<String> onPaper() {
    List<String> words = new ArrayList<>();
    variants.forEach(
        (character, where) -> words.add(w("print.losses.variant", character, places(where))));
    missing.forEach((character, where) -> {
      String number = "U+%04X".formatted(character.codePointAt(0));
      words.add(w("print.losses.missing", number, places(where)));
    });
    return words;
  }

  /** In words for the page that begins the print, whose reader sees the characters. */
  public List<String> onScreen() {
    List<String> words = new ArrayList<>();
    variants.forEach(
        (character, where) -> words.add(t("print.losses.variant", character, places(where))));
    missing.forEach(
        (character, where) -> words.add(t("print.losses.missing", character, places(where))));
    return words;
  }

  private static String places(Set<String> where) {
    return where.stream()
        .filter(place -> !place.isEmpty())
        .collect(Collectors.joining(w("print.comma")));
  }
}
