package jp.tsunagi.record.idea;

import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import jp.tsunagi.base.database.Id;

/**
 * What would come of the rows of a file: new, changed, as it is, or wrong and why. A row that is
 * wrong stays outside; the others are taken. Decides only.
 */
final class IdeaImport {
  private static final Pattern BETWEEN = Pattern.compile("[,\\u3001\\uFF0C]");
  private static final Pattern DIGITS = Pattern.compile("\\d{1,5}");
  private static final int LAST = 10_000;

  private final Map<String, Idea> there = new HashMap<>();
  private final Set<String> texts = new HashSet<>();
  private final Set<String> numbers = new HashSet<>();
  private final UUID by;

  private IdeaImport(List<Idea> register, UUID by) {
    register.forEach(idea -> there.put(idea.number(), idea));
    this.by = by;
  }

  /** What becomes of a row. */
  enum Fate {
    NEW,
    CHANGED,
    SAME,
    WRONG
  }

  /**
   * A row with what becomes of it.
   *
   * @param why it is wrong, in words; empty when it is not
   * @param idea as it would be; empty when it is wrong
   */
  record Checked(int number, String text, Fate fate, List<String> why, Optional<Idea> idea) {}

  static List<Checked> of(List<IdeaFile.Line> lines, List<Idea> register, UUID by) {
    IdeaImport looking = new IdeaImport(register, by);
    return lines.stream().map(looking::checked).toList();
  }

  private Checked checked(IdeaFile.Line line) {
    List<String> why = new ArrayList<>();
    String number = line.text(IdeaColumn.NUMBER);
    Optional<Idea> before = Optional.ofNullable(there.get(number));
    if (!number.isEmpty() && before.isEmpty()) {
      why.add(t("idea.row.number", number));
    } else if (!number.isEmpty() && !numbers.add(number)) {
      why.add(t("idea.row.twice", number));
    }
    Optional<IdeaKind> kind = one(IdeaKind.values(), IdeaWords::of, line.text(IdeaColumn.KIND));
    if (kind.isEmpty()) {
      why.add(t("idea.row.kind", line.text(IdeaColumn.KIND)));
    }
    var needs = some(Need.values(), IdeaWords::of, line, IdeaColumn.NEEDS, why);
    var areas = some(Area.values(), IdeaWords::of, line, IdeaColumn.AREAS, why);
    var stages = some(Stage.values(), IdeaWords::of, line, IdeaColumn.STAGES, why);
    String text = line.text(IdeaColumn.TEXT);
    text(text, why);
    String place = line.text(IdeaColumn.PLACE);
    if (!place.isEmpty() && !DIGITS.matcher(place).matches()) {
      why.add(t("idea.row.place", place));
    }
    if (!why.isEmpty()) {
      return new Checked(line.number(), text, Fate.WRONG, why, Optional.empty());
    }
    Idea idea =
        new Idea(
            before.map(Idea::id).orElseGet(Id::fresh),
            before.flatMap(Idea::shipped),
            Optional.empty(),
            kind.orElseThrow(),
            new Tags(needs, areas, stages),
            text,
            place.isEmpty() ? before.map(Idea::place).orElse(LAST) : Integer.parseInt(place),
            state(line),
            before.map(Idea::proposedBy).orElse(by));
    Fate fate = before.map(was -> was.saysAs(idea) ? Fate.SAME : Fate.CHANGED).orElse(Fate.NEW);
    return new Checked(line.number(), text, fate, List.of(), Optional.of(idea));
  }

  private void text(String text, List<String> why) {
    if (text.isEmpty()) {
      why.add(t("idea.refused.text"));
    } else if (text.length() > IdeaRules.LONGEST) {
      why.add(t("idea.refused.long", IdeaRules.LONGEST));
    } else if (!texts.add(Phrase.plain(text))) {
      why.add(t("idea.row.same"));
    }
  }

  private static IdeaState state(IdeaFile.Line line) {
    boolean hidden = line.text(IdeaColumn.OFFERED).equals(t("idea.offered.no"));
    return hidden ? IdeaState.HIDDEN : IdeaState.IN_USE;
  }

  private static <E extends Enum<E>> Optional<E> one(
      E[] all, Function<E, String> words, String cell) {
    return Arrays.stream(all).filter(one -> words.apply(one).equals(cell)).findFirst();
  }

  private static <E extends Enum<E>> Set<E> some(
      E[] all, Function<E, String> words, IdeaFile.Line line, IdeaColumn column, List<String> why) {
    Set<E> found = new LinkedHashSet<>();
    for (String word : BETWEEN.split(line.text(column))) {
      Optional<E> one = one(all, words, word.strip());
      one.ifPresent(found::add);
      if (one.isEmpty() && !word.isBlank()) {
        why.add(t("idea.row.unknown", column.head(), word.strip()));
      }
    }
    return found;
  }
}
