package jp.tsunagi.view.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;

/** What must be seen at once, much of it from the health part, and how it is told in one line. */
enum Attention {
  ALLERGY(true),
  SEIZURE(true),
  MEDICAL_CARE(true),
  INTERPRETER(false),
  /** 取扱注意: the address is hidden; why is not said (ACCESS: hidden address). */
  CARE(true);

  private final boolean vital;

  Attention(boolean vital) {
    this.vital = vital;
  }

  /** Whether a life may depend on it. */
  boolean vital() {
    return vital;
  }

  /**
   * A mark with what was written about it.
   *
   * @param severe whether it was life-threatening before: アナフィラキシー
   * @param words empty when nothing was written
   */
  record Noted(Attention mark, boolean severe, String words) {
    Noted(Attention mark, String words) {
      this(mark, false, words);
    }
  }

  /** The marks that follow from a health part. */
  static List<Noted> of(Answers health) {
    List<Noted> noted = new ArrayList<>();
    if (chosen(health, "allergies", "present", "severe")) {
      boolean severe = chosen(health, "allergies", "severe");
      noted.add(new Noted(ALLERGY, severe, text(health, "allergies-more")));
    }
    if (chosen(health, "seizures", "now")) {
      noted.add(new Noted(SEIZURE, text(health, "seizures-more")));
    }
    String care = text(health, "medical-care");
    if (!care.isEmpty()) {
      noted.add(new Noted(MEDICAL_CARE, care));
    }
    return noted;
  }

  static boolean chosen(Answers answers, String field, String... keys) {
    return answers.at(field) instanceof Answer.Choice(String key) && List.of(keys).contains(key);
  }

  /** What was written, without line breaks; empty when nothing was. */
  static String text(Answers answers, String field) {
    return switch (answers.at(field)) {
      case Answer.Text(String value) -> value.replace('\n', ' ');
      case Answer.Organisation organisation -> organisation.name();
      default -> "";
    };
  }

  /** The cells of a table, row by row, those of a row beside each other. */
  static List<String> rows(Answers answers, String field, String... columns) {
    return answers.at(field) instanceof Answer.Rows(var byId)
        ? byId.values().stream()
            .map(row ->
                List.of(columns).stream()
                    .map(column -> text(row, column))
                    .filter(cell -> !cell.isEmpty())
                    .collect(Collectors.joining("\u3000")))
            .filter(line -> !line.isEmpty())
            .toList()
        : List.of();
  }
}
