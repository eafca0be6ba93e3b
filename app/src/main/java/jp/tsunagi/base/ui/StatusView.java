package jp.tsunagi.base.ui;

import org.jspecify.annotations.Nullable;

/**
 * How something stands: a shape, a word, since when or with whom.
 *
 * @param mine whether it is the reader's own turn; only then it is yellow
 */
public record StatusView(Icon icon, String word, @Nullable String since, boolean mine) {}
