package jp.tsunagi.view.overview;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the timeline as it is shown.
 *
 * @param url where its content is; null when the line says all there is
 * @param why the grounds on which it is seen, each with the page that explains it
 */
record Event(
    LocalDate on,
    EventKind kind,
    String word,
    String text,
    @Nullable String url,
    String by,
    List<jp.tsunagi.base.ui.Link> why) {
  Event {
    why = List.copyOf(why);
  }
}
