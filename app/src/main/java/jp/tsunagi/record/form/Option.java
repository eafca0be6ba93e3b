package jp.tsunagi.record.form;

/** 選択肢: stored by its key, which keeps its meaning over all versions of the form. */
public record Option(String key, Wording label) {}
