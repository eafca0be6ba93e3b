package jp.tsunagi.people.staff;

import java.util.List;
import jp.tsunagi.base.ui.Link;
import org.jspecify.annotations.Nullable;

/**
 * The registered terminals of one's places, or of all for the administrator.
 *
 * @param here which terminal this browser is, in words; null when it is none
 * @param register where this browser is registered; null where it is a terminal, or one may not
 */
public record TerminalsPage(List<Place> places, @Nullable String here, @Nullable String register) {
  public TerminalsPage {
    places = List.copyOf(places);
  }

  /** A place with its terminals, and who has a PIN there. */
  public record Place(String name, List<Line> terminals, List<Person> people) {
    public Place {
      terminals = List.copyOf(terminals);
      people = List.copyOf(people);
    }
  }

  /** A terminal. */
  public record Line(String name, String browser, String registered, String used, Link end) {}

  /** Somebody with a PIN. */
  public record Person(String name, String posts, String since, Link end) {}
}
