package jp.tsunagi.bench;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the program sent to the database, as the database's log tells it.
 *
 * @param sql with its parameters as {@code $1}, {@code $2} …
 * @param values of the parameters in their order, as text; null for a null
 */
record Statement(String sql, List<@Nullable String> values) {
  private String start() {
    return sql.stripLeading().toLowerCase(Locale.ROOT);
  }

  /** Whether it tells for whom the transaction runs, or how it reads. */
  boolean isSetting() {
    return start().startsWith("set local ") || start().startsWith("set transaction ");
  }

  boolean begins() {
    return start().startsWith("begin");
  }

  boolean ends() {
    return start().startsWith("commit") || start().startsWith("rollback");
  }

  boolean isKept() {
    return !start().startsWith("rollback");
  }

  /** Whether the program itself is named as the actor: work behind the scenes, for no request. */
  boolean isOfTheProgram() {
    return isSetting() && sql.contains("app.actor_kind = 'JOB'");
  }

  /** The same with {@code ?} where its parameters are, as the driver wants it. */
  String prepared() {
    StringBuilder text = new StringBuilder(sql.length());
    boolean quoted = false;
    for (int at = 0; at < sql.length(); at++) {
      char letter = sql.charAt(at);
      if (letter == '\'') {
        quoted = !quoted;
      }
      if (!quoted && letter == '?') {
        text.append("??");
      } else if (!quoted && letter == '$' && isDigit(at + 1)) {
        text.append('?');
        while (isDigit(at + 1)) {
          at++;
        }
      } else {
        text.append(letter);
      }
    }
    return text.toString();
  }

  private boolean isDigit(int at) {
    return at < sql.length() && sql.charAt(at) >= '0' && sql.charAt(at) <= '9';
  }
}
