package jp.tsunagi.view.overview;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the timeline as it is shown.
 *
 * @param text what it is; of a sheet its title and year
 * @param gist its first words; empty where the text says all there is
 * @param url where its content is; null when the line says all there is
 * @param why the grounds on which it is seen, each with the page that explains it
 */
record Event(
    LocalDate on,
    EventKind kind,
    String word,
    String text,
    String gist,
    @Nullable String url,
    String by,
    List<jp.tsunagi.base.ui.Link> why) {
  Event {
    why = List.copyOf(why);
  }
}
