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
import jp.tsunagi.base.database.GuardianId;
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

/** {@code /children/{id}/objections}: what a family does not want to be shared, at a hub. */
@Controller
class ObjectionsController {
  private final Database database;
  private final Identities children;
  private final Objections objections;
  private final ObjectionWords words;
  private final ConsentDescription description;
  private final Scans scans;
  private final Trace trace;

  ObjectionsController(
      Database database,
      Identities children,
      Objections objections,
      ObjectionWords words,
      ConsentDescription description,
      Scans scans,
      Trace trace) {
    this.database = database;
    this.children = children;
    this.objections = objections;
    this.words = words;
    this.description = description;
    this.scans = scans;
    this.trace = trace;
  }

  @GetMapping("/children/{id}/objections")
  @Permitted(Permission.INTAKE)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(Actor.Staff actor, @PathVariable ChildId id) {
    return Screen.of(
        database.call(
            actor,
            tx -> {
              hub(tx, actor, id);
              Typed today = Typed.NOTHING.with("on", DateWords.brief(tx.today()));
              return page(tx, id, new ObjectionPaper(today, List.of(), words.places(tx, id)));
            }));
  }

  /** 404 for whoever is no hub that deals with the child. */
  private Seat hub(Tx tx, Actor.Staff actor, ChildId child) {
    children.get(tx, child);
    return Objections.hub(tx, actor, child).orElseThrow(NotFound::new);
  }

  @PostMapping("/children/{id}/objections")
  @Permitted(Permission.INTAKE)
  @Traced({Action.OBJECT, Action.VIEW_CHILD})
  ModelAndView record(
      Actor.Staff actor,
      @PathVariable ChildId id,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(required = false) Optional<MultipartFile> scan) {
    List<NewFile.Looked> looked = scans.of(scan);
    Typed typed = new Typed(sent);
    return database.call(
        actor,
        tx -> {
          Seat seat = hub(tx, actor, id);
          ObjectionPaper paper = new ObjectionPaper(typed, looked, words.places(tx, id));
          Optional<Objection.Wish> wish = paper.form().wish();
          if (typed.text("step").equals("look")) {
            List<Readers.Line> losses =
                wish.map(it -> description.readers().lostBy(tx, id, it)).orElse(List.of());
            return Screen.of(
                page(tx, id, paper.losing(wish.map(_ -> losses))), wish.isPresent() ? 200 : 422);
          }
          Optional<Objections.Word> word = paper.word(tx.today());
          if (wish.isPresent() && word.isPresent()) {
            objections
                .object(
                    tx,
                    paper.form().id(),
                    id,
                    wish.get(),
                    word.get(),
                    Optional.of(seat.organisation()))
                .ifPresent(why -> paper.form().wrong("giver", t(why.key())));
            if (paper.form().sound()) {
              return Screen.done(url(id), "ground.objection.done");
            }
          }
          return Screen.of(page(tx, id, paper), 422);
        });
  }

  @PostMapping("/children/{id}/objections/{objection}/end")
  @Permitted(Permission.INTAKE)
  @Traced({Action.OBJECT, Action.VIEW_CHILD})
  ModelAndView lift(
      Actor.Staff actor,
      @PathVariable ChildId id,
      @PathVariable UUID objection,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(required = false) Optional<MultipartFile> scan) {
    List<NewFile.Looked> looked = scans.of(scan);
    Typed typed = new Typed(sent);
    return database.call(
        actor,
        tx -> {
          Seat seat = hub(tx, actor, id);
          var giver = SignedPaper.guardian(typed.text("giver." + objection));
          Optional<NewFile> paper = looked.stream().flatMap(one -> good(one).stream()).findFirst();
          Optional<String> problem =
              paper.isEmpty()
                  ? Optional.of(t("ground.objection.lift.scan.missing"))
                  : giver
                      .map(it -> lift(tx, id, objection, it, paper.get(), seat))
                      .orElseGet(() -> Optional.of(t("ground.paper.giver.missing")));
          if (problem.isEmpty()) {
            return Screen.done(url(id), "ground.objection.done.lifted");
          }
          Typed again =
              Typed.NOTHING
                  .with("on", DateWords.brief(tx.today()))
                  .with("lift", objection.toString())
                  .with("lift.problem", problem.get());
          return Screen.of(
              page(tx, id, new ObjectionPaper(again, List.of(), words.places(tx, id))), 422);
        });
  }

  private static Optional<NewFile> good(NewFile.Looked looked) {
    return looked instanceof NewFile.Looked.Good(NewFile file)
        ? Optional.of(file)
        : Optional.empty();
  }

  private Optional<String> lift(
      Tx tx, ChildId child, UUID objection, GuardianId giver, NewFile paper, Seat seat) {
    var word =
        new Objections.Word(
            giver, ConsentMeans.PAPER, tx.today(), Optional.empty(), List.of(paper));
    return objections
        .lift(tx, child, objection, word, Optional.of(seat.organisation()))
        .map(why -> t(why.key()));
  }

  private static String url(ChildId child) {
    return "/children/" + child + "/objections";
  }

  private ObjectionsPage page(Tx tx, ChildId id, ObjectionPaper paper) {
    trace.write(tx, Entry.of(Action.VIEW_CHILD).child(id).purpose("CONSENTS"));
    var guardians = description.names(tx, id).guardians();
    List<Option> givers =
        PaperPages.givers(tx, guardians, paper.typed().text("giver"), Optional.empty());
    List<ObjectionsPage.Row> rows =
        words.lines(tx, id, objections.of(tx, id)).stream()
            .map(line -> row(id, line, paper.typed(), givers))
            .toList();
    ObjectionForm.View form = paper.form().view();
    FieldView giver = paper.field("giver").must();
    FieldView on = paper.field("on").must();
    FieldView place = paper.field("paper").must();
    FieldView scan = paper.field("scan");
    return new ObjectionsPage(
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
        paper.losses().orElse(null));
  }

  private static ObjectionsPage.Row row(
      ChildId child, ObjectionWords.Line line, Typed typed, List<Option> givers) {
    boolean wrong = typed.text("lift").equals(line.id());
    return new ObjectionsPage.Row(
        line,
        line.holds() ? url(child) + "/" + line.id() + "/end" : null,
        FieldView.of("giver." + line.id(), t("ground.objection.lift.giver"))
            .must()
            .error(wrong ? typed.text("lift.problem") : null),
        givers);
  }
}
