package jp.tsunagi.record.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;

/** Collects what is wrong in one file while it is read on. */
final class Problems {
  private final String file;
  private final List<FormFileProblem> found = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  void at(Mark mark, String message, Object... arguments) {
    var texts = List.of(arguments).stream().map(String::valueOf).toList();
    found.add(
        new FormFileProblem(
            file, mark.getLine() + 1, mark.getColumn() + 1, "form.file." + message, texts));
  }

  void atStart(String message, String argument) {
    found.add(new FormFileProblem(file, 1, 1, "form.file." + message, List.of(argument)));
  }

  void refuseIfAny() throws FormFileRefused {
    if (!found.isEmpty()) {
      found.sort(Comparator.comparingInt(FormFileProblem::line));
      throw new FormFileRefused(found);
    }
  }
}
