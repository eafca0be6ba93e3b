package jp.tsunagi.base.calendar;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Words for the user, not yet in a language: a key of {@code messages/base/calendar} and what
 * stands for {@code {0}}, {@code {1}} … in its text. An argument may be words itself (the name of
 * an era within a date).
 */
public record Words(String key, List<Object> arguments) {
  private static final String FILE = "messages.base.calendar";
  private static final ResourceBundle.Control NO_GUESSING =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  public Words {
    arguments = List.copyOf(arguments);
  }

  static Words of(String key, Object... arguments) {
    return new Words(key, List.of(arguments));
  }

  /** The text in a language; in Japanese where that language has none. */
  public String in(Locale language) {
    var text = ResourceBundle.getBundle(FILE, language, NO_GUESSING).getString(key);
    for (var place = 0; place < arguments.size(); place++) {
      text = text.replace("{" + place + "}", argument(place, language));
    }
    return text;
  }

  private String argument(int place, Locale language) {
    return arguments.get(place) instanceof Words words
        ? words.in(language)
        : String.valueOf(arguments.get(place));
  }
}
