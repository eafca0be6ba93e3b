package jp.tsunagi.record.form;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.tsunagi.base.calendar.DateReader;

/**
 * What a page sent for one section: answers, and rows taken away. Names are {@code answer.<field>}
 * and {@code answer.<field>.<row>.<column>}; after them may stand {@code .state} (unknown,
 * declined), {@code .year .month .day}, {@code .years .months}, {@code .id}, {@code .relation .on
 * .by}. A row goes with {@code answer.<field>.<row>.removed}. A set of boxes sends one blank value
 * beside them, so that none ticked is still an answer. Fields the page did not hold stay as they
 * were.
 *
 * @param either where something was written and わからない or 答えたくない is ticked too
 */
public record Entered(
    Answers answers, Set<Address> removedRows, SortedMap<Address, Either> either) {
  private static final String REMOVED = "removed";

  public Entered {
    removedRows = Set.copyOf(removedRows);
    either = Collections.unmodifiableSortedMap(new TreeMap<>(either));
  }

  public Entered(Answers answers, Set<Address> removedRows) {
    this(answers, removedRows, Collections.emptySortedMap());
  }

  /** Two answers to one question, of which one holds. */
  public record Either(Answer content, Answer tick) {}

  public static Entered from(
      Section section, Map<String, List<String>> parameters, DateReader dates) {
    var reader = new AnswerReader(new DateAnswers(dates));
    var answers = new TreeMap<String, Answer>();
    var removed = new TreeSet<Address>();
    for (var field : section.questions()) {
      var at = new Parameters(parameters, Address.of(field.key()).parameter());
      var answer = reader.read(field, at);
      if (!(answer instanceof Answer.NotAsked)) {
        answers.put(field.key(), answer);
      }
      if (!field.columns().isEmpty()) {
        at.parts().stream()
            .filter(row -> !at.at(row).at(REMOVED).values().isEmpty())
            .forEach(row -> removed.add(Address.row(field.key(), row)));
      }
    }
    return new Entered(new Answers(answers), removed, either(answers, reader.ticked()));
  }

  private static SortedMap<Address, Either> either(
      SortedMap<String, Answer> answers, Map<Address, Answer> ticked) {
    var read = new Answers(answers);
    var either = new TreeMap<Address, Either>();
    ticked.forEach((at, tick) -> either.put(at, new Either(read.at(at), tick)));
    return either;
  }

  /**
   * Of what was written and ticked in one field: the tick where the text stood there before, and
   * the text goes. Where the text is new too nobody but the writer can say: the field stays as it
   * was saved, and is asked again.
   */
  public Entered settled(Answers saved) {
    var settled = answers;
    var open = new TreeMap<Address, Either>();
    for (var each : either.entrySet()) {
      var at = each.getKey();
      boolean whole = at.row() != null && either.containsKey(Address.of(at.field()));
      boolean stood = said(each.getValue().content()).equals(said(saved.at(at)));
      if (!whole) {
        settled = settled.with(at, stood ? each.getValue().tick() : new Answer.NotAsked());
      }
      if (!whole && !stood) {
        open.put(at, each.getValue());
      }
    }
    return new Entered(settled, removedRows, open);
  }

  /** What is said, without the blank cells and rows that a page sends along. */
  private static Answer said(Answer answer) {
    if (!(answer instanceof Answer.Rows(var rows))) {
      return answer;
    }
    var said = new TreeMap<String, Answers>();
    rows.forEach((id, cells) -> {
      var given = new TreeMap<String, Answer>(cells.byField());
      given.values().removeIf(cell -> !cell.given());
      if (!given.isEmpty()) {
        said.put(id, new Answers(given));
      }
    });
    return new Answer.Rows(said);
  }

  /** The draft with what was entered; rows the page did not hold stay. */
  public Answers appliedTo(Answers draft) {
    var result = draft;
    for (var each : answers.byField().entrySet()) {
      result = apply(result, each.getKey(), each.getValue());
    }
    for (var row : removedRows) {
      result = result.with(row, new Answer.NotAsked());
    }
    return result;
  }

  private static Answers apply(Answers draft, String field, Answer answer) {
    if (!(answer instanceof Answer.Rows rows)) {
      boolean table = draft.at(field) instanceof Answer.Rows;
      return table && answer instanceof Answer.Empty
          ? draft
          : draft.with(Address.of(field), answer);
    }
    var result = draft;
    for (var row : rows.byId().entrySet()) {
      var cells = new TreeMap<String, Answer>(draft.row(field, row.getKey()).byField());
      cells.putAll(row.getValue().byField());
      result = result.withRow(field, row.getKey(), new Answers(cells));
    }
    return result;
  }
}
