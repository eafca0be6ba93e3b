package jp.tsunagi.base.ui;

/**
 * Two people wrote one field: both texts are shown, nothing is lost, the reader decides.
 *
 * @param field parameter the decision is about
 * @param other who else wrote; empty when the reader did, at another screen
 * @param at when, as shown
 */
public record TwoTexts(String field, String other, String at, String mine, String theirs) {}
