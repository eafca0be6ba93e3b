package jp.tsunagi.base.ui;

/** One line at the top of the page after an action: what was done, and where it is now. */
public record Notice(String text) {}
