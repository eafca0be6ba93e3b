package jp.tsunagi.view.readers;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Grant;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.view.readers.Reader.Sight;

/** Says who sees what. */
final class ReadersWords {
  private static final int FAR = 9000;

  private ReadersWords() {}

  static ReadersPage.Place place(Reader reader, String name, boolean named) {
    Map<String, List<String>> open = new LinkedHashMap<>();
    Map<String, List<String>> shut = new LinkedHashMap<>();
    reader
        .sights()
        .forEach((category, sight) -> {
          switch (sight) {
            case Sight.Open is -> add(open, why(is), category(category, is));
            case Sight.Shut is -> add(shut, t("readers.lack." + is.lack()), word(category));
          }
        });
    return new ReadersPage.Place(
        name,
        named ? posts(reader) : "",
        own(reader),
        reader.emergency() ? t("readers.emergency") : "",
        lines(open),
        lines(shut));
  }

  private static void add(Map<String, List<String>> lines, String why, String what) {
    lines.computeIfAbsent(why, _ -> new ArrayList<>()).add(what);
  }

  private static List<ReadersPage.Line> lines(Map<String, List<String>> by) {
    return by.entrySet().stream()
        .map(line ->
            new ReadersPage.Line(String.join(t("readers.comma"), line.getValue()), line.getKey()))
        .toList();
  }

  private static String posts(Reader reader) {
    return reader.people().entrySet().stream()
        .map(post -> t("readers.post", t("staff.post." + post.getKey()), post.getValue()))
        .collect(Collectors.joining(t("readers.comma")));
  }

  private static String own(Reader reader) {
    if (!reader.own()) {
      return "";
    }
    return reader
        .ownUntil()
        .map(to -> t("readers.own.until", day(to.minusDays(1))))
        .orElseGet(() -> t("readers.own"));
  }

  private static String category(Category category, Sight.Open open) {
    String word = word(category);
    if (!open.whole()) {
      word = t("readers.part", word);
    }
    return open.left() ? t("readers.left", word) : word;
  }

  private static String word(Category category) {
    return t("access.category." + category);
  }

  private static String why(Sight.Open open) {
    String grounds =
        open.by().stream()
            .map(ReadersWords::ground)
            .collect(Collectors.joining(t("readers.comma")));
    return open.to().getYear() > FAR
        ? grounds
        : t("readers.until", grounds, day(open.to().minusDays(1)));
  }

  private static String ground(Grant.GroundKind kind) {
    return t("readers.ground." + kind);
  }

  private static String day(LocalDate day) {
    return DateWords.plain(day).in(language());
  }
}
