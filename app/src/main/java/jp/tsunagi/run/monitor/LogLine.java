package jp.tsunagi.run.monitor;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonWriter;

/**
 * One line for each event, as text or as JSON. What others put into words may hold what a visitor
 * sent or what stands in a row, so their words are left out: of libraries their name alone, of
 * failures the class, the state that the database gave, and where it happened.
 */
public final class LogLine extends EncoderBase<ILoggingEvent> {
  /** Whose words hold nothing of anybody: our own, and those about starting and stopping. */
  private static final List<String> SPEAKERS =
      List.of(
          "jp.tsunagi.",
          "org.springframework.boot.",
          "org.springframework.context.support.DefaultLifecycleProcessor");

  private static final Pattern LINE_ENDS = Pattern.compile("[\\r\\n\\u0085\\u2028\\u2029]+");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  private static final JsonWriter<ILoggingEvent> JSON =
      JsonWriter.of(event -> {
        event.add("time", LogLine::time);
        event.add("level", of -> of.getLevel().toString());
        event.add("logger", ILoggingEvent::getLoggerName);
        event.add("message", LogLine::words).whenNotNull();
        event.add("request", LogLine::request).whenNotNull();
        event.add("failure", LogLine::failure).whenNotNull();
      });

  private static volatile Format format = Format.TEXT;

  /** How a line looks. */
  public enum Format {
    /** For people. */
    TEXT,
    /** For programs that collect logs. */
    JSON
  }

  /** From now on every line looks like that. */
  public static void use(Format wanted) {
    format = wanted;
  }

  /** How lines look now. */
  public static Format format() {
    return format;
  }

  @Override
  public byte[] headerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    String line = format == Format.JSON ? JSON.writeToString(event) : text(event);
    return (line + "\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] footerBytes() {
    return new byte[0];
  }

  private static String text(ILoggingEvent event) {
    StringBuilder line = new StringBuilder();
    line.append(time(event)).append(' ').append(event.getLevel());
    line.append(' ').append(event.getLoggerName());
    add(line, " [", request(event), "]");
    add(line, " ", words(event), "");
    add(line, " | ", failure(event), "");
    return line.toString();
  }

  private static void add(StringBuilder line, String before, @Nullable String what, String after) {
    if (what != null) {
      line.append(before).append(what).append(after);
    }
  }

  private static String time(ILoggingEvent event) {
    return TIME.format(event.getInstant());
  }

  private static @Nullable String request(ILoggingEvent event) {
    return event.getMDCPropertyMap().get(RequestWatch.NUMBER);
  }

  private static @Nullable String words(ILoggingEvent event) {
    String logger = event.getLoggerName();
    return SPEAKERS.stream().anyMatch(logger::startsWith)
        ? LINE_ENDS.matcher(event.getFormattedMessage()).replaceAll(" | ")
        : null;
  }

  private static @Nullable String failure(ILoggingEvent event) {
    return event.getThrowableProxy() == null ? null : Failure.words(event.getThrowableProxy());
  }
}
