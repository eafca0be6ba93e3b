package jp.tsunagi.record.idea;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagi.base.name.SearchKeys;

/**
 * Which examples are asked for, by the names that a page sends; an empty one narrows nothing.
 *
 * @param state of them, in the register; a writer is offered what is in use
 * @param mine whether only those the reader marked
 * @param q words that must all stand in the text, however typed
 */
public record IdeaFilter(
    String kind, String need, String area, String stage, String state, boolean mine, String q) {
  private static final int LONGEST = 60;
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000]+");

  /** As the address of a page has them. */
  public static IdeaFilter of(Map<String, String> asked) {
    String words = asked.getOrDefault("q", "").strip();
    return new IdeaFilter(
        asked.getOrDefault("kind", ""),
        asked.getOrDefault("need", ""),
        asked.getOrDefault("area", ""),
        asked.getOrDefault("stage", ""),
        asked.getOrDefault("state", ""),
        asked.getOrDefault("mine", "").equals("yes"),
        words.length() > LONGEST ? words.substring(0, LONGEST) : words);
  }

  /** Whether anything is left out. */
  boolean narrows() {
    return mine || Stream.of(kind, need, area, stage, state, q).anyMatch(each -> !each.isEmpty());
  }

  /** The words as they are looked for. */
  List<String> words() {
    return BLANKS.splitAsStream(q).map(SearchKeys::fold).filter(word -> !word.isEmpty()).toList();
  }

  /** The address of a list under this filter. */
  String url(String path, int from) {
    return path
        + "?kind="
        + encoded(kind)
        + "&need="
        + encoded(need)
        + "&area="
        + encoded(area)
        + "&stage="
        + encoded(stage)
        + "&state="
        + encoded(state)
        + (mine ? "&mine=yes" : "")
        + "&q="
        + encoded(q)
        + (from > 0 ? "&from=" + from : "");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
