package jp.tsunagi.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the transactions out of PostgreSQL's log, written with {@code log_statement = all} and
 * {@link #PREFIX}. Statements with the values they had, prepared or not, as they really ran.
 */
final class StatementLog {
  /** What each line of the log begins with while statements are written down. */
  static final String PREFIX = "bench %p %u ";

  private static final Pattern LINE = Pattern.compile("bench (\\d+) (\\S*) ([A-Z]+): {1,2}(.*)");
  private static final Pattern RUN =
      Pattern.compile("(?:statement|execute (?:fetch from )?\\S+): (.*)", Pattern.DOTALL);
  private static final Pattern VALUES = Pattern.compile("[Pp]arameters: (.*)", Pattern.DOTALL);

  private StatementLog() {}

  private record Message(String process, String user, String level, String text) {}

  /**
   * The transactions of a user, in the order in which they ended.
   *
   * @param log with lines of others and lines without the prefix in between
   */
  static List<List<Statement>> transactions(String log, String user) {
    Map<String, List<Statement>> open = new LinkedHashMap<>();
    List<List<Statement>> done = new ArrayList<>();
    List<Message> messages = messages(log);
    for (int at = 0; at < messages.size(); at++) {
      Message message = messages.get(at);
      Matcher run = RUN.matcher(message.text());
      if (!message.user().equals(user) || !message.level().equals("LOG") || !run.matches()) {
        continue;
      }
      List<@Nullable String> values =
          at + 1 < messages.size() ? values(messages.get(at + 1), message.process()) : List.of();
      Statement statement = new Statement(run.group(1), values);
      List<Statement> transaction = open.computeIfAbsent(message.process(), _ -> new ArrayList<>());
      if (statement.begins()) {
        transaction.clear();
      } else if (statement.ends()) {
        if (!transaction.isEmpty() && statement.isKept()) {
          done.add(List.copyOf(transaction));
        }
        transaction.clear();
      } else {
        transaction.add(statement);
      }
    }
    return done;
  }

  private static List<@Nullable String> values(Message next, String process) {
    Matcher values = VALUES.matcher(next.text());
    return next.level().equals("DETAIL") && next.process().equals(process) && values.matches()
        ? values(values.group(1))
        : List.of();
  }

  /** Lines that belong together: what follows begins with a tab. */
  private static List<Message> messages(String log) {
    List<Message> messages = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    Message head = null;
    for (String line : log.split("\n", -1)) {
      Matcher start = LINE.matcher(line);
      if (start.matches()) {
        add(messages, head, text);
        head = new Message(start.group(1), start.group(2), start.group(3), "");
        text.append(start.group(4));
      } else if (head != null && line.startsWith("\t")) {
        text.append('\n').append(line, 1, line.length());
      } else {
        add(messages, head, text);
        head = null;
      }
    }
    add(messages, head, text);
    return messages;
  }

  private static void add(List<Message> messages, @Nullable Message head, StringBuilder text) {
    if (head != null) {
      messages.add(new Message(head.process(), head.user(), head.level(), text.toString()));
    }
    text.setLength(0);
  }

  /** {@code $1 = 'it''s', $2 = NULL}, in their order. */
  static List<@Nullable String> values(String list) {
    List<@Nullable String> values = new ArrayList<>();
    int at = 0;
    while (at < list.length()) {
      int equals = list.indexOf(" = ", at);
      if (equals < 0) {
        throw new IllegalArgumentException("no values: " + list);
      }
      at = equals + 3;
      if (list.startsWith("NULL", at)) {
        values.add(null);
        at += 4;
      } else {
        StringBuilder value = new StringBuilder();
        at = quoted(list, at, value);
        values.add(value.toString());
      }
      at += 2;
    }
    return values;
  }

  private static int quoted(String list, int start, StringBuilder value) {
    if (list.charAt(start) != '\'') {
      throw new IllegalArgumentException("no quoted value: " + list.substring(start));
    }
    int at = start + 1;
    while (true) {
      int quote = list.indexOf('\'', at);
      if (quote < 0) {
        throw new IllegalArgumentException("a value without an end: " + list.substring(start));
      }
      value.append(list, at, quote);
      if (!list.startsWith("''", quote)) {
        return quote + 1;
      }
      value.append('\'');
      at = quote + 2;
    }
  }
}
