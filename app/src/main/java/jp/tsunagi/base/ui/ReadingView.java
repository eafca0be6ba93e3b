package jp.tsunagi.base.ui;

import java.util.List;

/**
 * The two switches of a family's page: furigana, and the language.
 *
 * @param furigana whether they are on
 * @param languages the other languages, each by its name in itself; none for staff, who have no
 *     switches
 * @param back where one stands now and returns to
 * @param token against forged requests
 */
public record ReadingView(boolean furigana, List<Option> languages, String back, Token token) {
  public ReadingView {
    languages = List.copyOf(languages);
  }
}
