package jp.tsunagi.record.form;

/**
 * 選択肢: stored by its key, which keeps its meaning over all versions of the form.
 *
 * @param alone とくにない: of several choices it is chosen with no other
 */
public record Option(String key, Wording label, boolean alone) {}
