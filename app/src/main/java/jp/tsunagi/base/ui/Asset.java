package jp.tsunagi.base.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Addresses of styles and scripts, with a mark of their content so that a browser may keep them.
 */
public final class Asset {
  /**
   * Slices of the font every page needs: asked for at once, so that no line moves when they come.
   */
  public static final List<String> FIRST_FONTS =
      List.of("base-400", "common-400", "base-700", "common-700");

  /** Styles of every page, in their order. */
  public static final List<String> GROUND =
      List.of("font-rare", "font", "tokens", "ground", "header", "controls", "answers", "fields");

  /** Styles of the staff's pages. */
  public static final List<String> STAFF =
      List.of(
          "tables",
          "register",
          "child",
          "timeline",
          "overview",
          "writing",
          "sheet",
          "evaluations",
          "official",
          "session");

  /** Styles of the guardians' pages. */
  public static final List<String> PORTAL =
      List.of("tables", "portal", "portal-read", "timeline", "sheet");

  /** Styles of the door. */
  public static final List<String> ENTRY = List.of("portal", "entry", "session");

  private static final String HTMX = "/webjars/htmx.org/2.0.10/dist/htmx.min.js";
  private static final Pattern KEPT =
      Pattern.compile(
          "/(style|script|font)/[a-z0-9-]{1,40}\\.(css|js|woff2)|" + Pattern.quote(HTMX));
  private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

  private Asset() {}

  /** Address of the style sheet {@code static/style/<name>.css}. */
  public static String style(String name) {
    return ADDRESSES.computeIfAbsent("/style/" + name + ".css", path -> marked(path, "/static"));
  }

  /** Address of the script {@code static/script/<name>.js}. */
  public static String script(String name) {
    return ADDRESSES.computeIfAbsent("/script/" + name + ".js", path -> marked(path, "/static"));
  }

  /** Address of a slice of the font, as the style sheets name it. */
  public static String font(String name) {
    return ADDRESSES.computeIfAbsent("/font/" + name + ".woff2", path -> marked(path, "/static"));
  }

  /** Whether that is the mark of what is there now under that path: a browser may keep it then. */
  public static boolean isMark(String path, String mark) {
    String root = path.equals(HTMX) ? "/META-INF/resources" : "/static";
    // looked for first: names that somebody makes up are not kept
    return KEPT.matcher(path).matches()
        && isThere(path, root)
        && ADDRESSES.computeIfAbsent(path, it -> marked(it, root)).equals(path + "?v=" + mark);
  }

  private static boolean isThere(String path, String root) {
    return Asset.class.getResource(root + path) != null;
  }

  /** Address of htmx, served by the program itself. */
  public static String htmx() {
    return ADDRESSES.computeIfAbsent(HTMX, path -> marked(path, "/META-INF/resources"));
  }

  private static String marked(String path, String root) {
    try (var in = Asset.class.getResourceAsStream(root + path)) {
      if (in == null) {
        throw new IllegalArgumentException("no asset " + root + path);
      }
      var digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
      return path + "?v=" + HexFormat.of().formatHex(digest, 0, 6);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(path, unreadable);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
