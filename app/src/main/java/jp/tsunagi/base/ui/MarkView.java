package jp.tsunagi.base.ui;

/** An attention mark; {@code vital} where a life may depend on it. */
public record MarkView(String word, boolean vital) {}
