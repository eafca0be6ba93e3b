package jp.tsunagi.record.form;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * One thing wrong in a form file.
 *
 * @param line counted from 1, like {@code column}
 * @param message key in the messages, {@code form.file.*}: what is wrong and what to do
 */
public record FormFileProblem(
    String file, int line, int column, String message, List<String> arguments) {

  public FormFileProblem {
    arguments = List.copyOf(arguments);
  }

  /** {@code profile.yaml:12: …} in the reader's language. */
  public String in(Locale reader) {
    var words = ResourceBundle.getBundle("messages.record.form", reader, Words.WITHOUT_FALLBACK);
    var text = new MessageFormat(words.getString(message), reader).format(arguments.toArray());
    return file + ":" + line + ": " + text;
  }

  /** The bundle without a language is the Japanese one, so no other may step in for it. */
  private static final class Words {
    static final ResourceBundle.Control WITHOUT_FALLBACK =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
  }
}
