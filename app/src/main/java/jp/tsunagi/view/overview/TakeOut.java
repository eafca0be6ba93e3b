package jp.tsunagi.view.overview;

import static jp.tsunagi.base.ui.Text.t;

import java.util.Arrays;
import java.util.List;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Option;

/**
 * A list that can be taken out as a file: where it is asked for, with what is chosen on the screen,
 * and for which purpose (ACCESS: taking out asks what for).
 *
 * @param chosen filter and order of the screen, as names and values
 */
public record TakeOut(String url, List<Link> chosen) {
  /** What a list is taken out for. */
  enum Purpose {
    WORK,
    MEETING,
    HANDOVER,
    REPORT;

    /** The one asked for; a purpose that is none is no purpose. */
    static Purpose of(String asked) {
      return Arrays.stream(values())
          .filter(one -> one.name().equals(asked))
          .findFirst()
          .orElseThrow(jp.tsunagi.base.access.NotFound::new);
    }
  }

  public TakeOut {
    chosen = List.copyOf(chosen);
  }

  /** The purposes to choose from. */
  public List<Option> purposes() {
    return Arrays.stream(Purpose.values())
        .map(one -> new Option(one.name(), t("overview.purpose." + one), one == Purpose.WORK))
        .toList();
  }
}
