package jp.tsunagi.record.form;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A form file that cannot be used, with everything that is wrong in it. */
public final class FormFileRefused extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient List<FormFileProblem> problems;

  FormFileRefused(List<FormFileProblem> problems) {
    super(
        problems.stream()
            .map(problem -> problem.in(Locale.ENGLISH))
            .collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<FormFileProblem> problems() {
    return problems;
  }
}
