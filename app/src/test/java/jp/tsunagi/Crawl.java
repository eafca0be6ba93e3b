package jp.tsunagi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Walks through the program as one person would: from page to page, wherever a link leads. */
public final class Crawl {
  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /**
   * A page that was seen.
   *
   * @param path by which it was asked for
   */
  public record Seen(String path, Visitor.Reply reply) {
    /** As a reader sees it: without readings and without what can be chosen from a list of all. */
    public String shown() {
      return reply.text().replaceAll("(?s)<(select|datalist).*?</\\1>", "");
    }
  }

  private final Visitor visitor;
  private final Predicate<String> always;
  private final int most;
  private Consumer<Seen> hears = _ -> {};
  private int ofOneKind = 4;

  /**
   * A walk.
   *
   * @param always paths that are followed however many of their kind were seen
   * @param most pages in all
   */
  public Crawl(Visitor visitor, Predicate<String> always, int most) {
    this.visitor = visitor;
    this.always = always;
    this.most = most;
  }

  /** Follows so many paths of one kind; four where nothing is said. */
  public Crawl ofOneKind(int many) {
    ofOneKind = many;
    return this;
  }

  /** Tells of each page at once, before the next is asked for. */
  public Crawl telling(Consumer<Seen> listener) {
    hears = listener;
    return this;
  }

  /** All pages from these on. */
  public List<Seen> from(String... starts) {
    Deque<String> waiting = new ArrayDeque<>(List.of(starts));
    Set<String> known = new HashSet<>(waiting);
    Map<String, Integer> kinds = new HashMap<>();
    List<Seen> seen = new ArrayList<>();
    while (!waiting.isEmpty() && seen.size() < most) {
      String path = waiting.poll();
      Visitor.Reply reply = visitor.get(path);
      Seen page = new Seen(path, reply);
      seen.add(page);
      hears.accept(page);
      LINK.matcher(html(reply))
          .results()
          .map(found -> found.group(1).replace("&amp;", "&"))
          .filter(next -> !next.startsWith("/assets/") && known.add(next))
          .filter(
              next -> always.test(next) || kinds.merge(kind(next), 1, Integer::sum) <= ofOneKind)
          .forEach(next -> {
            if (always.test(next)) {
              waiting.addFirst(next);
            } else {
              waiting.addLast(next);
            }
          });
    }
    return seen;
  }

  private static String html(Visitor.Reply reply) {
    return reply.header("Content-Type").startsWith("text/html") ? reply.body() : "";
  }

  private static String kind(String path) {
    return ID.matcher(path).replaceAll("*").replaceAll("=[^&]*", "=");
  }
}
