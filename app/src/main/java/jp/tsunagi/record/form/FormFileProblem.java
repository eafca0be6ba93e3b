package jp.tsunagi.record.form;

import java.util.List;
import java.util.Locale;
import jp.tsunagi.base.ui.Text;

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
    var text = Text.in(reader, message, arguments.toArray());
    return file + ":" + line + ": " + text;
  }
}
