package jp.tsunagi.record.idea;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A column of the bank as a file. */
enum IdeaColumn {
  /** By which a row comes back to its example; empty for a new one. */
  NUMBER,
  KIND,
  NEEDS,
  AREAS,
  STAGES,
  TEXT,
  PLACE,
  /** Whether it is offered. */
  OFFERED;

  String head() {
    return t("idea.column." + this);
  }

  /** Which column has that head. */
  static Optional<IdeaColumn> of(String head) {
    return Arrays.stream(values()).filter(column -> column.head().equals(head.strip())).findFirst();
  }

  /** A row of the file. */
  static List<String> cells(Idea idea) {
    return List.of(
        idea.number(),
        IdeaWords.of(idea.kind()),
        IdeaWords.needs(idea),
        IdeaWords.areas(idea),
        IdeaWords.stages(idea),
        idea.text(),
        String.valueOf(idea.place()),
        t(idea.state() == IdeaState.IN_USE ? "idea.offered.yes" : "idea.offered.no"));
  }
}
