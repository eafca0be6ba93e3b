package jp.tsunagi.record.sheet;

import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.record.form.AnswerProblem;

/**
 * Something that stands between a draft and the next step.
 *
 * @param section key of the section it is in
 * @param label of the field, with its row where it has one
 * @param words what is wrong and what to do
 */
public record Missing(String section, String label, AnswerProblem problem, String words) {
  /** Id of the field in a page that shows it. */
  public String field() {
    return FieldView.of(problem.address().parameter(), "").id();
  }
}
