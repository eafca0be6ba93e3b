package jp.tsunagi.base.ui;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;

/** Renders parts and frames as the program does, with made-up people around them. */
final class Rendered {
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "jp.tsunagi.templates");

  static final Token TOKEN = new Token("_csrf", "X-CSRF-TOKEN", "t0k3n", null);

  private Rendered() {}

  static String part(String name, Map<String, Object> parameters) {
    var out = new StringOutput();
    ENGINE.render("base/ui/" + name + ".jte", parameters, out);
    return out.toString();
  }

  static String part(String name, String parameter, Object value) {
    return part(name, Map.of(parameter, value));
  }

  static Content raw(String html) {
    return out -> out.writeContent(html);
  }

  static Frame frame() {
    return new Frame(
        "つなぎ市",
        List.of(
            new NavItem("/day", "わたしの学級", true, 0),
            new NavItem("/meetings", "会議"),
            new NavItem("/messages", "連絡", false, 2),
            new NavItem("/forms", "様式と印刷")),
        new Search("/children/search", ""),
        new Me(
            "森田 かえで",
            "みどり台小学校　2年1組担任",
            List.of(new Link("/password", "合言葉を変える")),
            null,
            "/sign-out",
            false),
        TOKEN,
        null);
  }

  static PortalFrame portal() {
    return new PortalFrame(
        "つなぎ市",
        "/portal",
        new ReadingView(true, List.of(new Option("en", "English", false)), "/portal", TOKEN),
        new Me("青空 みなみ", "", List.of(), null, "/sign-out", false),
        TOKEN,
        null);
  }

  static String staffPage(String title, String body) {
    return part(
        "Layout", Map.of("frame", frame(), "title", title, "content", raw(body), "kind", "kit"));
  }

  static String portalPage(String title, String body) {
    return part("PortalLayout", Map.of("frame", portal(), "title", title, "content", raw(body)));
  }

  static String plainPage(String title, String body) {
    return part(
        "PlainLayout", Map.of("municipality", "つなぎ市", "title", title, "content", raw(body)));
  }
}
