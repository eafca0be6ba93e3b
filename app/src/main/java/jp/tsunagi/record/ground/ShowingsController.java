package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.t;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.record.file.NewFile;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** {@code /children/{id}/showings}: what a person of age shows to its family, at a hub. */
@Controller
class ShowingsController {
  private final Database database;
  private final Identities children;
  private final Showings showings;
  private final ShowingWords words;
  private final ConsentDescription description;
  private final Scans scans;
  private final Trace trace;

  ShowingsController(
      Database database,
      Identities children,
      Showings showings,
      ShowingWords words,
      ConsentDescription description,
      Scans scans,
      Trace trace) {
    this.database = database;
    this.children = children;
    this.showings = showings;
    this.words = words;
    this.description = description;
    this.scans = scans;
    this.trace = trace;
  }

  @GetMapping("/children/{id}/showings")
  @Permitted(Permission.INTAKE)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(Actor.Staff actor, @PathVariable ChildId id) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              hub(tx, actor, id);
              Typed today = Typed.NOTHING.with("on", DateWords.brief(tx.today()));
              return page(tx, id, sent(tx, id, today, List.of()), null);
            }));
  }

  /** 404 for whoever is no hub that deals with the child, and while it is a minor. */
  private Seat hub(Tx tx, Actor.Staff actor, ChildId child) {
    children.get(tx, child);
    Seat seat = Objections.hub(tx, actor, child).orElseThrow(NotFound::new);
    showings.of(tx, child);
    return seat;
  }

  /** What was typed: the wish and the paper it stands on. */
  private record Sent(Typed typed, ShowingForm form, SignedPaper paper) {}

  private Sent sent(Tx tx, ChildId child, Typed typed, List<NewFile.Looked> looked) {
    var form = new ShowingForm(typed, words.choices(tx, child), tx.today());
    return new Sent(typed, form, new SignedPaper(typed, looked));
  }

  @PostMapping("/children/{id}/showings")
  @Permitted(Permission.INTAKE)
  @Traced({Action.SHOW_TO_FAMILY, Action.VIEW_CHILD})
  ModelAndView record(
      Actor.Staff actor,
      @PathVariable ChildId id,
      @RequestParam MultiValueMap<String, String> fields,
      @RequestParam(required = false) Optional<MultipartFile> scan) {
    List<NewFile.Looked> looked = scans.of(scan);
    return database.call(
        actor,
        tx -> {
          Seat seat = hub(tx, actor, id);
          Sent sent = sent(tx, id, new Typed(fields), looked);
          Optional<Showing.Wish> wish = sent.form().wish();
          if (sent.typed().text("step").equals("look")) {
            return Screen.of(
                page(tx, id, sent, wish.map(it -> words.preview(tx, id, it)).orElse(null)),
                wish.isPresent() ? 200 : 422);
          }
          Optional<Objections.Word> word = sent.paper().scanned(tx.today());
          if (wish.isPresent() && word.isPresent()) {
            showings
                .show(
                    tx,
                    sent.form().id(),
                    id,
                    wish.get(),
                    word.get(),
                    Optional.of(seat.organisation()))
                .ifPresent(why -> sent.form().wrong(field(why), t(why.key())));
            if (sent.form().sound()) {
              return Screen.done(url(id), "ground.showing.done");
            }
          }
          return Screen.of(page(tx, id, sent, null), 422);
        });
  }

  /** Where the words of a refusal stand. */
  private static String field(Showings.Refusal why) {
    return switch (why) {
      case NO_AUTHORITY -> "giver";
      case READER -> "reader";
      case PERIOD -> "until";
    };
  }

  @PostMapping("/children/{id}/showings/{showing}/end")
  @Permitted(Permission.INTAKE)
  @Traced({Action.SHOW_TO_FAMILY, Action.VIEW_CHILD})
  ModelAndView end(
      Actor.Staff actor,
      @PathVariable ChildId id,
      @PathVariable UUID showing,
      @RequestParam MultiValueMap<String, String> fields,
      @RequestParam(required = false) Optional<MultipartFile> scan) {
    List<NewFile> papers =
        scans.of(scan).stream()
            .flatMap(one ->
                one instanceof NewFile.Looked.Good(NewFile file) ? Stream.of(file) : Stream.of())
            .toList();
    Typed typed = new Typed(fields);
    return database.call(
        actor,
        tx -> {
          Seat seat = hub(tx, actor, id);
          Optional<String> problem = end(tx, seat, id, showing, typed, papers);
          if (problem.isEmpty()) {
            return Screen.done(url(id), "ground.showing.done.ended");
          }
          Typed again =
              Typed.NOTHING
                  .with("on", DateWords.brief(tx.today()))
                  .with("end", showing.toString())
                  .with("end.problem", problem.get());
          return Screen.of(page(tx, id, sent(tx, id, again, List.of()), null), 422);
        });
  }

  private Optional<String> end(
      Tx tx, Seat seat, ChildId child, UUID showing, Typed typed, List<NewFile> papers) {
    var giver = SignedPaper.guardian(typed.text("giver." + showing));
    if (papers.isEmpty()) {
      return Optional.of(t("ground.paper.scan.needed"));
    }
    if (giver.isEmpty()) {
      return Optional.of(t("ground.paper.giver.missing"));
    }
    var word =
        new Objections.Word(giver.get(), ConsentMeans.PAPER, tx.today(), Optional.empty(), papers);
    return showings
        .end(tx, child, showing, word, Optional.of(seat.organisation()))
        .map(why -> t(why.key()));
  }

  private static String url(ChildId child) {
    return "/children/" + child + "/showings";
  }

  private ShowingsPage page(
      Tx tx,
      ChildId id,
      Sent sent,
      ShowingWords.@org.jspecify.annotations.Nullable Preview preview) {
    trace.write(tx, Entry.of(Action.VIEW_CHILD).child(id).purpose("CONSENTS"));
    List<Option> givers =
        PaperPages.givers(
            tx,
            description.names(tx, id).guardians(),
            sent.typed().text("giver"),
            Optional.empty());
    List<ShowingsPage.Row> rows =
        words.lines(tx, id).stream().map(line -> row(id, line, sent.typed(), givers)).toList();
    ShowingForm.View form = sent.form().view();
    FieldView giver = field(sent, "giver").must();
    FieldView on = field(sent, "on").must();
    FieldView place = field(sent, "paper").must();
    FieldView scan = field(sent, "scan").must();
    return new ShowingsPage(
        children.get(tx, id),
        url(id),
        "/children/" + id + "/consents",
        rows,
        form,
        giver,
        givers,
        on,
        place,
        scan,
        Stream.concat(form.wrong().stream(), Stream.of(giver, on, place, scan)).toList(),
        preview);
  }

  private static FieldView field(Sent sent, String name) {
    return sent.paper().field(name, sent.form().problem(name));
  }

  private static ShowingsPage.Row row(
      ChildId child, ShowingWords.Line line, Typed typed, List<Option> givers) {
    boolean wrong = typed.text("end").equals(line.id());
    return new ShowingsPage.Row(
        line,
        line.holds() ? url(child) + "/" + line.id() + "/end" : null,
        FieldView.of("giver." + line.id(), t("ground.showing.end.giver"))
            .must()
            .error(wrong ? typed.text("end.problem") : null),
        givers);
  }
}
