package jp.tsunagi.record.sheet;

import jp.tsunagi.record.form.AnswerProblem;

/**
 * Something that stands between a draft and the next step.
 *
 * @param section key of the section it is in
 * @param label of the field, with its row where it has one
 */
public record Missing(String section, String label, AnswerProblem problem) {}
