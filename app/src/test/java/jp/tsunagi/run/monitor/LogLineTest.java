package jp.tsunagi.run.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One event is one line, and holds no words that may be somebody's. */
class LogLineTest {
  private static final String OURS = "jp.tsunagi.base.trace.Sealing";
  private static final String FORGED = "2026-11-28T00:00:00.000Z INFO jp.tsunagi all is well";

  @AfterEach
  void asUsual() {
    LogLine.use(LogLine.Format.TEXT);
  }

  private static String line(
      LogLine.Format format, String logger, String message, @Nullable Throwable failure) {
    LogLine.use(format);
    var context = new LoggerContext();
    var event =
        new LoggingEvent(
            "", context.getLogger(logger), Level.ERROR, message, failure, new Object[0]);
    event.setMDCPropertyMap(Map.of(RequestWatch.NUMBER, "2345-6789"));
    return new String(new LogLine().encode(event), StandardCharsets.UTF_8);
  }

  private static String text(String logger, String message, @Nullable Throwable failure) {
    return line(LogLine.Format.TEXT, logger, message, failure);
  }

  private static JsonNode json(String logger, String message, @Nullable Throwable failure) {
    String line = line(LogLine.Format.JSON, logger, message, failure);
    assertThat(line.lines()).hasSize(1);
    assertThat(line).endsWith("}\n");
    return JsonMapper.shared().readTree(line);
  }

  @Test
  void eachEventIsOneLineWithATimeThatNamesItsZone() {
    String line = text(OURS, "one\r\n" + FORGED, null);
    assertThat(line.lines()).singleElement().asString().contains("one | " + FORGED);
    assertThat(line)
        .matches("(?s)\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z ERROR .*")
        .contains(OURS, "[2345-6789]");
    JsonNode json = json(OURS, "one\r\n" + FORGED, null);
    assertThat(json.path("message").stringValue()).isEqualTo("one | " + FORGED);
    assertThat(json.path("time").stringValue()).endsWith("Z");
    assertThat(json.path("level").stringValue()).isEqualTo("ERROR");
    assertThat(json.path("request").stringValue()).isEqualTo("2345-6789");
    assertThat(json.has("failure")).isFalse();
  }

  @Test
  void aFailureIsNamedWithoutItsWords() {
    Throwable failure =
        new IllegalStateException(
            "青空 ひなた\n" + FORGED, new SQLException("Key (login)=(aozora) already exists", "23505"));
    for (String line :
        new String[] {
          text(OURS, "it failed", failure), json(OURS, "it failed", failure).toString()
        }) {
      assertThat(line)
          .contains(
              "java.lang.IllegalStateException at ",
              "LogLineTest.aFailureIsNamedWithoutItsWords",
              "caused by java.sql.SQLException (23505) at ")
          .doesNotContain("青空", "aozora", "all is well");
    }
  }

  @Test
  void whatALibrarySaysIsLeftOut() {
    String words = "Cannot read value [青空 ひなた]";
    assertThat(text("org.springframework.web.servlet.DispatcherServlet", words, null))
        .contains("DispatcherServlet")
        .doesNotContain("青空");
    assertThat(json("org.apache.tomcat.util.http.Parameters", words, null).has("message"))
        .isFalse();
  }

  @Test
  void theProgramWritesSuchLinesAndNoOthers() throws IOException {
    try (var in = LogLineTest.class.getResourceAsStream("/logback.xml")) {
      String xml = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(xml.split("<encoder")).hasSize(2);
      assertThat(xml).contains("<encoder class=\"" + LogLine.class.getName() + "\"/>");
    }
  }
}
