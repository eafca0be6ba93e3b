package jp.tsunagi.run.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a message brings along must not look like a line of its own. */
class LogLinesTest {
  private static final Pattern PATTERN = Pattern.compile("<pattern>([^<]+)</pattern>");

  private static String line(String message, @Nullable Throwable failure) throws IOException {
    try (var in = LogLinesTest.class.getResourceAsStream("/logback.xml")) {
      String xml = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      var found = PATTERN.matcher(xml);
      assertThat(found.find()).isTrue();
      var context = new LoggerContext();
      var layout = new PatternLayout();
      layout.setContext(context);
      layout.setPattern(found.group(1));
      layout.start();
      var logger = context.getLogger("jp.tsunagi.base.trace.Sealing");
      return layout.doLayout(
          new LoggingEvent("", logger, Level.ERROR, message, failure, new Object[0]));
    }
  }

  @Test
  void eachEventIsOneLineWithATimeThatNamesItsZone() throws IOException {
    String forged = "2026-11-28 00:00:00.000Z INFO  jp.tsunagi all is well";
    String line = line("one\r\n" + forged, new IllegalStateException("two\n" + forged));
    assertThat(line.lines()).singleElement().asString().contains("one | " + forged);
    assertThat(line)
        .matches("(?s)\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z ERROR .*")
        .contains("IllegalStateException: two | " + forged, "LogLinesTest")
        .endsWith("\n");
    assertThat(line("nothing went wrong", null)).contains("nothing went wrong").endsWith("\n");
  }
}
