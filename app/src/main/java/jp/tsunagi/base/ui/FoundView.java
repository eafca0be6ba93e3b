package jp.tsunagi.base.ui;

import org.jspecify.annotations.Nullable;

/**
 * A child found by the search.
 *
 * @param facts birth date, grade, place: enough to tell two children apart
 * @param caution a sentence when another child has the same name, or null
 */
public record FoundView(String url, NameView name, String facts, @Nullable String caution) {}
