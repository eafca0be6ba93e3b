package jp.tsunagi.run.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.run.monitor.LogLine;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Every route is asked with words of its own in its path, its query, its form and the headers; once
 * as it is, once while the program fails at it, once while the database does, with those words in
 * what is thrown. None of them comes into the log, in neither of its forms, with everything
 * switched on that any library can say (SECURITY: invariant 9).
 */
class LogTokensTest {
  /** What no word of the program or its libraries begins with. */
  private static final String MARK = "zqw";

  private static final Pattern ON_THE_PAGE = Pattern.compile("お問い合わせ番号：([2-9A-Z]{4}-[2-9A-Z]{4})");
  private static final Pattern RUBY = Pattern.compile("<rt>[^<]*</rt>|</?ruby>");

  private static volatile Fault fault = Fault.NONE;
  private static TestProgram program;
  private static TestTown.Worker counsellor;

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final List<Appender<ILoggingEvent>> usual = new ArrayList<>();
  private final Level level = root.getLevel();
  private final Kept kept = new Kept();
  private int words;

  private enum Fault {
    NONE,
    IN_THE_PROGRAM,
    IN_THE_DATABASE
  }

  /** The lines as they would be written, text and JSON. */
  private static final class Kept extends AppenderBase<ILoggingEvent> {
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final LogLine encoder = new LogLine();

    @Override
    protected synchronized void append(ILoggingEvent event) {
      for (LogLine.Format format : LogLine.Format.values()) {
        LogLine.use(format);
        lines.add(new String(encoder.encode(event), StandardCharsets.UTF_8));
      }
      LogLine.use(LogLine.Format.TEXT);
    }

    List<String> lines() {
      synchronized (lines) {
        return List.copyOf(lines);
      }
    }
  }

  /** Throws what was sent, as careless code would put it into the words of a failure. */
  private static final class Careless implements HandlerInterceptor {
    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      if (fault == Fault.IN_THE_PROGRAM && !request.getRequestURI().equals("/error")) {
        throw new IllegalStateException(
            "%s %s %s %s"
                .formatted(
                    request.getRequestURI(),
                    request.getQueryString(),
                    request.getParameterMap().toString() + request.getParameterMap().keySet(),
                    request.getHeader("User-Agent")));
      }
      return true;
    }
  }

  /** What PostgreSQL says when a row is there already. */
  private static final class Refusing implements ExecuteListener {
    @Override
    public void start(ExecuteContext context) {
      if (fault == Fault.IN_THE_DATABASE) {
        throw new DataAccessException(
            "SQL [insert into account (login) values ('" + MARK + "row')]",
            new SQLException("Detail: Key (login)=(" + MARK + "row) already exists.", "23505"));
      }
    }
  }

  @BeforeAll
  static void start() {
    program = TestProgram.start(LogTokensTest::register);
    TestTown town = program.newTown();
    var centre = town.organisation(OrganisationKind.CENTRE, "つなぎ児童発達支援センター");
    counsellor = town.worker(centre, PostKind.COUNSELLOR, "白石 なぎさ");
  }

  private static void register(GenericApplicationContext beans) {
    beans.registerBean("refusing", ExecuteListenerProvider.class, () -> Refusing::new);
    beans.registerBean(
        "careless",
        WebMvcConfigurer.class,
        () ->
            new WebMvcConfigurer() {
              @Override
              public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new Careless());
              }
            });
  }

  @AfterAll
  static void stop() {
    program.close();
  }

  @BeforeEach
  void listen() {
    root.iteratorForAppenders().forEachRemaining(usual::add);
    usual.forEach(root::detachAppender);
    kept.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
    kept.start();
    root.addAppender(kept);
  }

  @AfterEach
  void asUsual() {
    fault = Fault.NONE;
    root.setLevel(level);
    root.detachAppender(kept);
    usual.forEach(root::addAppender);
  }

  private String word(String where) {
    words++;
    return MARK + where + words;
  }

  private Visitor somebody(boolean signedIn) {
    Visitor visitor = program.visitor();
    if (signedIn) {
      visitor.signIn(counsellor);
    } else {
      visitor.get("/sign-in");
    }
    return visitor
        .header("User-Agent", word("agent"))
        .header("Accept-Language", word("language"))
        .header("X-Forwarded-For", word("proxy"))
        .header("Referer", "http://localhost/" + word("referer"))
        .header("X-Of-Nobody", word("header"));
  }

  private Visitor.Reply ask(Visitor visitor, Routes.Route route) {
    String path = route.path();
    while (path.contains("{")) {
      path = path.replaceFirst("\\{[^}]+}", word("path"));
    }
    String asked = path + "?" + word("name") + "=" + word("query");
    return route.method().equals("GET")
        ? visitor.get(asked)
        : visitor.post(asked, word("field"), word("value"), "login", word("login"));
  }

  /** Every route, by somebody signed in and by nobody; the answers. */
  private List<Visitor.Reply> askAll(Fault how) {
    List<Visitor.Reply> replies = new ArrayList<>();
    List<Routes.Route> routes = Routes.ofTheProgram().all();
    assertThat(routes).hasSizeGreaterThan(300);
    // whoever has signed in comes past the door, where most can fail
    for (boolean signedIn : how == Fault.NONE ? List.of(true, false) : List.of(true)) {
      fault = Fault.NONE;
      Visitor visitor = somebody(signedIn);
      fault = how;
      // what a library says of an ordinary request does not depend on the failure
      root.setLevel(how == Fault.NONE ? Level.DEBUG : Level.INFO);
      for (Routes.Route route : routes) {
        replies.add(ask(visitor.copy(), route));
      }
    }
    fault = Fault.NONE;
    root.setLevel(level);
    return replies;
  }

  private void nothingIsSaid() {
    assertThat(words).isGreaterThan(1_000);
    assertThat(kept.lines()).filteredOn(line -> line.contains(MARK)).isEmpty();
  }

  @Test
  void whatIsAskedIsNotInTheLog() {
    List<Visitor.Reply> replies = askAll(Fault.NONE);
    assertThat(replies).noneMatch(reply -> reply.status() >= 500);
    assertThat(kept.lines()).as("everything is listened to").hasSizeGreaterThan(10_000);
    nothingIsSaid();
    assertThat(replies)
        .as("absent and forbidden look the same")
        .filteredOn(reply -> reply.status() == 404)
        .isNotEmpty()
        .noneMatch(reply -> number(reply).isPresent());
  }

  @Test
  void whatFailsInTheProgramIsInTheLogByItsNumberAlone() {
    List<Visitor.Reply> failed = failed(Fault.IN_THE_PROGRAM);
    assertThat(failed).hasSizeGreaterThan(250);
    assertThat(kept.lines())
        .filteredOn(line -> line.contains("java.lang.IllegalStateException at "))
        .hasSizeGreaterThanOrEqualTo(failed.size());
  }

  @Test
  void whatFailsInTheDatabaseIsInTheLogByItsNumberAndState() {
    List<Visitor.Reply> failed = failed(Fault.IN_THE_DATABASE);
    assertThat(failed).hasSizeGreaterThan(250);
    assertThat(kept.lines())
        .filteredOn(line -> line.contains("java.sql.SQLException (23505)"))
        .hasSizeGreaterThanOrEqualTo(failed.size());
  }

  private List<Visitor.Reply> failed(Fault how) {
    List<Visitor.Reply> failed =
        askAll(how).stream().filter(reply -> reply.status() == 500).toList();
    assertThat(unlogged(failed)).isEmpty();
    nothingIsSaid();
    return failed;
  }

  /** Failures whose page has no number, or none that is in the log; a line follows its answer. */
  private List<String> unlogged(List<Visitor.Reply> failed) {
    List<String> missing = List.of();
    for (int times = 0; times < 100; times++) {
      String log =
          kept.lines().stream()
              .filter(line -> line.contains("a request failed with 500"))
              .collect(Collectors.joining());
      missing =
          failed.stream()
              .filter(reply -> number(reply).filter(log::contains).isEmpty())
              .map(Visitor.Reply::path)
              .toList();
      if (missing.isEmpty()) {
        return missing;
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    return missing;
  }

  private static Optional<String> number(Visitor.Reply reply) {
    return Stream.of(RUBY.matcher(reply.body()).replaceAll(""))
        .flatMap(page -> ON_THE_PAGE.matcher(page).results())
        .map(found -> found.group(1))
        .findFirst();
  }
}
