package jp.tsunagi.record.print;

import static jp.tsunagi.record.print.PrintWords.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.Field;

/**
 * 領域ごとの表: texts that follow each other and are labelled 領域：観点 (健康・生活：ようす, 健康・生活：有効だった配慮) stand in
 * one table, a row per area and a column per aspect, as the 様式 on paper does.
 *
 * @param fields those taken into the table, in their order
 */
record AspectGrid(List<Field> fields, Set<String> aspects, Map<String, Map<String, Field>> areas) {
  private static final String FULL_WIDTH = "\uFF1A";

  /** The table that begins at that field, if there is one of two areas and two aspects at least. */
  static Optional<AspectGrid> at(List<Field> fields, int from) {
    List<Field> taken = new ArrayList<>();
    Set<String> aspects = new LinkedHashSet<>();
    Map<String, Map<String, Field>> areas = new LinkedHashMap<>();
    for (Field field : fields.subList(from, fields.size())) {
      String[] parts = parts(field);
      if (parts.length != 2) {
        break;
      }
      taken.add(field);
      aspects.add(parts[1]);
      areas.computeIfAbsent(parts[0], _ -> new LinkedHashMap<>()).put(parts[1], field);
    }
    boolean table = areas.size() > 1 && aspects.size() > 1 && aspects.size() < 4;
    return table ? Optional.of(new AspectGrid(taken, aspects, areas)) : Optional.empty();
  }

  private static String[] parts(Field field) {
    String label = field.head().label().in(language());
    return field instanceof Field.LongText
        ? label.split(label.contains(FULL_WIDTH) ? FULL_WIDTH : ": ", 2)
        : new String[0];
  }

  /** The table; areas in which nothing was said only where room is left for writing. */
  Optional<Paper.Block> block(Answers answers, boolean withRoom, String corner) {
    List<String> heads = new ArrayList<>(List.of(corner));
    heads.addAll(aspects);
    List<List<String>> rows = new ArrayList<>();
    areas.forEach((area, byAspect) -> {
      List<String> row = new ArrayList<>(List.of(area));
      aspects.forEach(aspect -> row.add(text(byAspect.get(aspect), answers)));
      if (withRoom || row.stream().skip(1).anyMatch(cell -> !cell.isEmpty())) {
        rows.add(row);
      }
    });
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Paper.Grid(Optional.empty(), heads, rows, true));
  }

  private static String text(@org.jspecify.annotations.Nullable Field field, Answers answers) {
    return field == null ? "" : AnswerWords.text(field, answers.at(field.key()));
  }
}
