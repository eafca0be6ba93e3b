package jp.tsunagi.record.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.AnswerText;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.sheet.PartSql.Edit;

/**
 * A row that somebody took out of a table while writing; it can be put back as long as the part is
 * a draft, with all that stood in it.
 */
record RemovedRow(Address address, Answers cells) {

  /** Of each table the row that was taken out last and is not there now. Pure. */
  static List<RemovedRow> of(Section section, Answers now, List<Edit> latestFirst) {
    List<RemovedRow> removed = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Edit edit : latestFirst) {
      Address at = edit.address();
      boolean gone =
          at.isRow()
              && edit.was() instanceof Answer.Rows
              && now.at(at) instanceof Answer.NotAsked
              && section.field(at.field()).isPresent();
      if (gone && !seen.contains(at.field())) {
        Answers cells = cells(at, edit.version(), latestFirst);
        if (cells.byField().values().stream().anyMatch(Answer::given)) {
          seen.add(at.field());
          removed.add(new RemovedRow(at, cells));
        }
      }
    }
    return removed;
  }

  /** What the same change took away with it. */
  private static Answers cells(Address row, int version, List<Edit> edits) {
    Answers cells = Answers.NONE;
    for (Edit edit : edits) {
      String column = edit.address().column();
      if (edit.version() == version && column != null && edit.address().overlaps(row)) {
        cells = cells.with(Address.of(column), edit.was());
      }
    }
    return cells;
  }

  /** Its first words, to know it by. */
  String words(Section section) {
    Optional<Field> table = section.field(address.field());
    return table.stream()
        .flatMap(field -> field.columns().stream())
        .map(column -> AnswerText.shown(column, cells.at(column.key())))
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }
}
