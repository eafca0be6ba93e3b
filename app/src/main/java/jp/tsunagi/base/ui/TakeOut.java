package jp.tsunagi.base.ui;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A list that can be taken out as a file: where it is asked for, with what is chosen on the screen,
 * and for which purpose (ACCESS: taking out asks what for).
 *
 * @param chosen filter and order of the screen, as names and values
 */
public record TakeOut(String url, List<Link> chosen) {
  /** What a list is taken out for. */
  public enum Purpose {
    WORK,
    MEETING,
    HANDOVER,
    REPORT;

    /** The one asked for; a purpose that is none is no purpose. */
    public static Optional<Purpose> of(String asked) {
      return Arrays.stream(values()).filter(one -> one.name().equals(asked)).findFirst();
    }
  }

  public TakeOut {
    chosen = List.copyOf(chosen);
  }

  /** The purposes to choose from. */
  public List<Option> purposes() {
    return Arrays.stream(Purpose.values())
        .map(one -> new Option(one.name(), t("ui.purpose." + one), one == Purpose.WORK))
        .toList();
  }
}
