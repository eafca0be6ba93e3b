package jp.tsunagi.people.staff;

import java.util.List;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;

/**
 * The browser in front of one becomes a terminal of one's place.
 *
 * @param id of the terminal to be: a form sent twice registers once
 * @param places one may choose from
 */
public record TerminalNewPage(
    String url, String id, FieldView place, List<Option> places, FieldView name) {
  public TerminalNewPage {
    places = List.copyOf(places);
  }

  public List<FieldView> fields() {
    return List.of(place, name);
  }
}
