package jp.tsunagi.base.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every staff page: whose system, where one can go, the search, who one is.
 *
 * @param municipality name of the municipality, beside the brand
 * @param places the main places this person has; the current one is marked
 * @param search where the search of children sends, or null for who may not search
 * @param me who is signed in
 * @param token against forged requests, in every form and request of the page
 * @param notice one line on what was just done, or null
 */
public record Frame(
    String municipality,
    List<NavItem> places,
    @Nullable Search search,
    Me me,
    Token token,
    @Nullable Notice notice) {

  public Frame {
    places = List.copyOf(places);
  }

  public Frame with(@Nullable Notice said) {
    return new Frame(municipality, places, search, me, token, said);
  }

  /** The same frame with the place of this address marked as current. */
  public Frame at(String url) {
    var marked = places.stream().map(place -> place.current(place.url().equals(url))).toList();
    return new Frame(municipality, marked, search, me, token, notice);
  }
}
