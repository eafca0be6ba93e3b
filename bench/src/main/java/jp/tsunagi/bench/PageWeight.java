package jp.tsunagi.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a browser fetches for a child page when it comes for the first time, in bytes as they come
 * over the net: compressed.
 *
 * @param fonts the slices that the page names; a browser keeps them for a year
 */
record PageWeight(int page, int styles, int scripts, int fonts, int files) {
  private static final Pattern NAMED =
      Pattern.compile("(?:href|src)=\"(/[^\"]+\\.(css|js|woff2)\\?v=[0-9a-f]+)\"");

  /** A file that a page names. */
  record Named(String path, String kind) {}

  static PageWeight of(Visitor visitor, String path) {
    Answer page = visitor.send(Ask.page(path));
    int styles = 0;
    int scripts = 0;
    int fonts = 0;
    List<Named> files = named(page.text());
    for (Named file : files) {
      int bytes = visitor.send(Ask.page(file.path()).compressed()).body().length;
      switch (file.kind()) {
        case "css" -> styles += bytes;
        case "js" -> scripts += bytes;
        default -> fonts += bytes;
      }
    }
    int whole = visitor.send(Ask.page(path).compressed()).body().length;
    return new PageWeight(whole, styles, scripts, fonts, files.size());
  }

  static List<Named> named(String html) {
    List<Named> files = new ArrayList<>();
    Matcher found = NAMED.matcher(html);
    while (found.find()) {
      files.add(new Named(found.group(1), found.group(2)));
    }
    return files.stream().distinct().toList();
  }

  /** Without the fonts, in kB. */
  double kilobytes() {
    return (page + styles + scripts) / 1000.0;
  }
}
