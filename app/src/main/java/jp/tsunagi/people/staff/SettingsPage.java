package jp.tsunagi.people.staff;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * What the municipality has decided.
 *
 * @param nothing said when the form changed nothing, or null
 */
public record SettingsPage(String url, List<Line> lines, @Nullable String nothing) {
  public SettingsPage {
    lines = List.copyOf(lines);
  }

  /**
   * A setting.
   *
   * @param options the values to choose from; empty for a number
   * @param seen what holds, as the form was opened
   * @param changed who changed it when, in words
   */
  public record Line(
      FieldView field, List<Option> options, String note, String seen, String changed) {
    public Line {
      options = List.copyOf(options);
    }
  }

  public List<FieldView> fields() {
    return lines.stream().map(Line::field).toList();
  }
}
