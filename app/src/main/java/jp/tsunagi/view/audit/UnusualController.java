package jp.tsunagi.view.audit;

import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Link;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.view.audit.AuditSubject.Kind;
import jp.tsunagi.view.audit.UnusualSql.Found;
import jp.tsunagi.view.audit.UnusualSql.Looked;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /audit/unusual}: what is unusual in a month, and that somebody looked at it. */
@Controller
class UnusualController {
  private static final String URL = "/audit/unusual";
  private static final int MONTHS = 6;
  private static final int LONGEST = 400;

  private final Database database;
  private final Identities identities;
  private final Trace trace;

  UnusualController(Database database, Identities identities, Trace trace) {
    this.database = database;
    this.identities = identities;
    this.trace = trace;
  }

  /** What was sent and is not taken. */
  private record Refused(String key, String note, String problem) {}

  @GetMapping("/audit/unusual")
  @Permitted(Permission.AUDIT)
  @Traced(Action.VIEW_TRACE)
  ModelAndView show(Actor.Staff actor, @RequestParam(defaultValue = "") String month) {
    return Screen.of(database.call(actor, tx -> page(tx, month(tx, month), Optional.empty())));
  }

  @PostMapping("/audit/unusual")
  @Permitted(Permission.AUDIT)
  @Traced({Action.ADMINISTER, Action.VIEW_TRACE})
  ModelAndView look(
      Actor.Staff actor,
      @RequestParam(defaultValue = "") String month,
      @RequestParam String key,
      @RequestParam Map<String, String> sent) {
    String note = sent.getOrDefault("note." + key, "").strip();
    return database.call(
        actor,
        tx -> {
          YearMonth of = month(tx, month);
          Found found =
              UnusualSql.found(tx, days(of)).stream()
                  .filter(one -> key(one).equals(key))
                  .findFirst()
                  .orElseThrow(NotFound::new);
          if (note.isEmpty() || note.codePointCount(0, note.length()) > LONGEST) {
            Refused refused = new Refused(key, note, t("audit.problem.note", LONGEST));
            return Screen.of(page(tx, of, Optional.of(refused)), 422);
          }
          UnusualSql.look(tx, found.key(), actor.staff(), note);
          trace.write(
              tx,
              Entry.of(Action.ADMINISTER)
                  .about("audit.looked " + found.key().rule() + " " + found.key().actor()));
          return Screen.done(URL + "?month=" + of, "audit.unusual.done");
        });
  }

  /** This month, or one of the last ones. */
  private static YearMonth month(Tx tx, String asked) {
    YearMonth now = YearMonth.from(tx.today());
    try {
      YearMonth month = asked.isEmpty() ? now : YearMonth.parse(asked);
      return month.isAfter(now) || month.isBefore(now.minusMonths(MONTHS - 1L)) ? now : month;
    } catch (DateTimeParseException _) {
      return now;
    }
  }

  private static Period days(YearMonth month) {
    return Period.through(month.atDay(1), month.atEndOfMonth());
  }

  /** By what the form tells which finding is meant. */
  private static String key(Found found) {
    var key = found.key();
    return key.rule()
        + "_"
        + key.actor()
        + "_"
        + key.child().map(ChildId::toString).orElse("")
        + "_"
        + key.day();
  }

  private UnusualPage page(Tx tx, YearMonth month, Optional<Refused> refused) {
    List<Found> found = UnusualSql.found(tx, days(month));
    Map<UnusualSql.Key, Looked> looked = UnusualSql.looked(tx, days(month));
    Map<ChildId, String> names = names(tx, found);
    trace.write(tx, Entry.of(Action.VIEW_TRACE).children(names.keySet()).about("audit.unusual"));
    YearMonth now = YearMonth.from(tx.today());
    List<Found> ordered =
        found.stream()
            .sorted(Comparator.comparing((Found one) -> looked.containsKey(one.key())))
            .toList();
    return new UnusualPage(
        month.toString(),
        IntStream.range(0, MONTHS)
            .mapToObj(now::minusMonths)
            .map(one ->
                new Link(
                    URL + "?month=" + one,
                    t("audit.month", one.getYear(), one.getMonthValue()),
                    one.equals(month)))
            .toList(),
        (int) found.stream().filter(one -> !looked.containsKey(one.key())).count(),
        ordered.stream()
            .map(one -> row(one, Optional.ofNullable(looked.get(one.key())), names, refused))
            .toList());
  }

  private Map<ChildId, String> names(Tx tx, List<Found> found) {
    List<ChildId> children =
        found.stream().flatMap(one -> one.key().child().stream()).distinct().toList();
    Set<ChildId> concealed = Compartments.concealed(tx);
    return tx.as(AuditSql.job(tx), () -> identities.find(tx, children)).stream()
        .filter(child -> !concealed.contains(child.id()))
        .collect(
            Collectors.toMap(
                child -> child.id(), child -> child.view().family() + " " + child.view().given()));
  }

  private static UnusualPage.Row row(
      Found found, Optional<Looked> looked, Map<ChildId, String> names, Optional<Refused> refused) {
    var key = found.key();
    String sent = key(found);
    LocalDate day = key.day();
    Optional<Refused> wrong = refused.filter(one -> one.key().equals(sent));
    String days = "?from=" + DateWords.brief(day) + "&to=" + DateWords.brief(day.plusDays(1));
    return new UnusualPage.Row(
        sent,
        t("audit.unusual.rule." + key.rule(), found.much()),
        AuditWords.day(day),
        new Link(new AuditSubject(Kind.STAFF, key.actor()).url() + days, found.name()),
        key.child()
            .filter(names::containsKey)
            .map(child ->
                new Link(
                    new AuditSubject(Kind.CHILD, child.value()).url() + days,
                    String.valueOf(names.get(child))))
            .orElse(null),
        looked
            .map(one ->
                t(
                    "audit.unusual.looked",
                    one.by(),
                    AuditWords.when(one.at().toInstant()),
                    one.note()))
            .orElse(null),
        looked.isPresent()
            ? null
            : FieldView.of("note." + sent, t("audit.field.note"))
                .must()
                .most(LONGEST)
                .value(wrong.map(Refused::note).orElse(""))
                .error(wrong.map(Refused::problem).orElse(null)));
  }
}
