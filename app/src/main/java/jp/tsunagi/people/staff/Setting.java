package jp.tsunagi.people.staff;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Optional;

/**
 * Something that a municipality decides, and its administrator sets.
 *
 * @param name as it is kept, e.g. {@code match.daily}
 * @param words beginning of its words: the title at {@code <words>.title}, what it means at {@code
 *     .note}, a value at {@code .value.<value>} or the unit of numbers at {@code .unit}
 * @param order where it stands on the page
 * @param usual what holds where nothing was decided
 */
public record Setting(String name, String words, int order, Values values, String usual) {

  /** What may be decided. */
  public sealed interface Values {
    /** A number between these, both within. */
    record Number(int least, int most) implements Values {}

    /** One of these. */
    record Choice(List<String> values) implements Values {
      public Choice {
        values = List.copyOf(values);
      }
    }
  }

  /** A number of something. */
  public static Setting number(
      String name, String words, int order, int usual, Values.Number between) {
    return new Setting(name, words, order, between, String.valueOf(usual));
  }

  /** One of several values. */
  public static Setting choice(
      String name, String words, int order, String usual, List<String> values) {
    return new Setting(name, words, order, new Values.Choice(values), usual);
  }

  public String title() {
    return t(words + ".title");
  }

  /** The value in words. */
  String said(String value) {
    return values instanceof Values.Choice
        ? t(words + ".value." + value)
        : t("staff.setting.measured", value, t(words + ".unit"));
  }

  /** What is wrong with a value, in words; empty when it may be decided. */
  Optional<String> problem(String value) {
    return switch (values) {
      case Values.Number(int least, int most) ->
          value.matches("\\d{1,6}")
                  && Integer.parseInt(value) >= least
                  && Integer.parseInt(value) <= most
              ? Optional.empty()
              : Optional.of(t("staff.setting.refused.number", least, most));
      case Values.Choice(List<String> known) ->
          known.contains(value) ? Optional.empty() : Optional.of(t("staff.setting.refused.choice"));
    };
  }

  /** Tells which settings a module asks for. */
  public interface Source {
    List<Setting> settings();
  }
}
