package jp.tsunagi.record.form;

import java.util.List;
import java.util.Map;
import java.util.Set;
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
 */
public record Entered(Answers answers, Set<Address> removedRows) {
  private static final String REMOVED = "removed";

  public Entered {
    removedRows = Set.copyOf(removedRows);
  }

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
    return new Entered(new Answers(answers), removed);
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
