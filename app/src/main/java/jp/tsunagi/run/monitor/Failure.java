package jp.tsunagi.run.monitor;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.util.Arrays;
import java.util.stream.Collectors;
import jp.tsunagi.base.database.SqlState;
import org.jspecify.annotations.Nullable;

/** A failure in one line: what it is and where it happened, without a word of its message. */
final class Failure {
  private static final int FRAMES = 30;
  private static final int CAUSES = 8;

  private Failure() {}

  static String words(IThrowableProxy failure) {
    StringBuilder line = new StringBuilder();
    IThrowableProxy next = failure;
    for (int depth = 0; next != null && depth < CAUSES; depth++) {
      line.append(depth == 0 ? "" : " caused by ").append(one(next));
      next = cause(next);
    }
    return line.toString();
  }

  private static String one(IThrowableProxy failure) {
    String state =
        failure instanceof ThrowableProxy proxy
            ? SqlState.of(proxy.getThrowable()).map(it -> " (" + it + ")").orElse("")
            : "";
    String where =
        Arrays.stream(failure.getStackTraceElementProxyArray())
            .limit(FRAMES)
            .map(StackTraceElementProxy::getStackTraceElement)
            .map(StackTraceElement::toString)
            .collect(Collectors.joining(", "));
    return failure.getClassName() + state + (where.isEmpty() ? "" : " at " + where);
  }

  private static @Nullable IThrowableProxy cause(IThrowableProxy failure) {
    return failure.getCause();
  }
}
