package jp.tsunagi.record.form;

import java.util.List;

/**
 * Something that is not right with an answer.
 *
 * @param message key in the messages, {@code form.answer.*}
 * @param arguments of the message: numbers, or keys of options
 */
public record AnswerProblem(
    Address address, Severity severity, String message, List<Object> arguments) {

  public AnswerProblem {
    arguments = List.copyOf(arguments);
  }

  /** Whether the problem stops the part from becoming final. A draft is saved with any of them. */
  public enum Severity {
    WRONG,
    /** Unusual: shown, never in the way. */
    WARNING
  }

  /** Something was written and わからない or 答えたくない was ticked: the writer is asked which holds. */
  public static AnswerProblem either(Address address) {
    return wrong(address, "either");
  }

  static AnswerProblem wrong(Address address, String message, Object... arguments) {
    return new AnswerProblem(address, Severity.WRONG, "form.answer." + message, List.of(arguments));
  }

  static AnswerProblem warning(Address address, String message, Object... arguments) {
    return new AnswerProblem(
        address, Severity.WARNING, "form.answer." + message, List.of(arguments));
  }
}
