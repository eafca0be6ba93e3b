package jp.tsunagi.work.retention;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.ListFile;
import jp.tsunagi.base.ui.PagerView;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.TakeOut;
import jp.tsunagi.base.ui.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /retention/disposals}: what waits for a second person, and the record of what is gone. */
@Controller
class DisposalsController {
  static final String URL = "/retention/disposals";
  static final int PAGE = 20;

  private final Database database;
  private final Disposals disposals;
  private final RetentionWords words;
  private final Trace trace;

  DisposalsController(Database database, Disposals disposals, RetentionWords words, Trace trace) {
    this.database = database;
    this.disposals = disposals;
    this.words = words;
    this.trace = trace;
  }

  @GetMapping("/retention/disposals")
  @Permitted(Permission.STAFF)
  @Traced(Action.NONE)
  ModelAndView show(Actor.Staff actor, @RequestParam Optional<UUID> after) {
    return Screen.of(database.call(actor, tx -> page(tx, actor, after)));
  }

  /** Goes on where it was broken off. */
  @PostMapping("/retention/disposals/{id}/continuation")
  @Permitted(Permission.STAFF)
  @Traced(Action.DISPOSE)
  ModelAndView goOn(Actor.Staff actor, @PathVariable UUID id) {
    disposals.carryOut(actor, id);
    return Screen.done(URL, "retention.done.disposed");
  }

  @PostMapping("/retention/disposals/file")
  @Permitted(Permission.EXPORT)
  @Traced(Action.EXPORT)
  ModelAndView file(Actor.Staff actor, @RequestParam MultiValueMap<String, String> asked) {
    String purpose =
        TakeOut.Purpose.of(new Typed(asked).text("purpose")).orElseThrow(NotFound::new).name();
    return database.call(
        actor,
        tx -> {
          Expiry.seats(actor);
          List<Disposal> all =
              disposals.shown(
                  tx, actor, disposals.decided(tx, actor, Optional.empty(), Integer.MAX_VALUE));
          trace.write(tx, Entry.of(Action.EXPORT).purpose(purpose).about("retention.disposals"));
          return ListFile.of(
              t("retention.record"),
              Stream.of(
                      "number",
                      "place",
                      "kind",
                      "year",
                      "rule",
                      "records",
                      "children",
                      "disposed",
                      "kept",
                      "proposed",
                      "decided",
                      "why")
                  .map(head -> t("retention.head." + head))
                  .toList(),
              words.entries(tx, all).stream()
                  .flatMap(one -> one.lines().stream().map(line -> cells(one, line)))
                  .toList());
        });
  }

  private static List<String> cells(DisposalsPage.Entry one, DisposalsPage.Line line) {
    return List.of(
        one.number(),
        one.place(),
        line.kind(),
        line.year(),
        line.rule(),
        String.valueOf(line.records()),
        String.valueOf(line.children()),
        String.valueOf(line.disposed()),
        String.valueOf(line.kept()),
        one.proposed(),
        one.decided(),
        one.why());
  }

  private DisposalsPage page(Tx tx, Actor.Staff actor, Optional<UUID> after) {
    Expiry.seats(actor);
    List<Disposal> waiting = disposals.waiting(tx, actor);
    List<DisposalsPage.Entry> entries = words.entries(tx, waiting);
    List<Disposal> found = disposals.decided(tx, actor, after, PAGE + 1);
    List<Disposal> shown = found.subList(0, Math.min(PAGE, found.size()));
    return new DisposalsPage(
        IntStream.range(0, waiting.size())
            .mapToObj(at ->
                new DisposalsPage.Waiting(
                    entries.get(at),
                    Disposals.decides(actor, waiting.get(at))
                        ? URL + "/" + waiting.get(at).id()
                        : null))
            .toList(),
        words.entries(tx, disposals.shown(tx, actor, shown)),
        new PagerView(
            after.isPresent() ? URL : null,
            found.size() > shown.size() ? URL + "?after=" + shown.getLast().id() : null,
            null),
        new TakeOut(URL + "/file", List.of()));
  }
}
