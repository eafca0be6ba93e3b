package jp.tsunagi.record.idea;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /ideas/{id}}: one example, new or known; what becomes of it; one's own mark. */
@Controller
class IdeaController {
  private static final String PIECE = "HX-Request";

  private final Database database;
  private final Ideas ideas;
  private final KeepIdea keep;

  IdeaController(Database database, Ideas ideas, KeepIdea keep) {
    this.database = database;
    this.ideas = ideas;
    this.keep = keep;
  }

  @GetMapping("/ideas/new")
  @Permitted(Permission.STAFF)
  @Traced(Action.NONE)
  ModelAndView blank(Actor.Staff actor) {
    IdeaForm form = IdeaForm.blank(actor, Id.fresh());
    if (form.owners().isEmpty()) {
      throw new NotFound();
    }
    return Screen.of(form.page(IdeaListController.URL));
  }

  @PostMapping("/ideas")
  @Permitted(Permission.STAFF)
  @Traced(Action.IDEA)
  ModelAndView add(
      Actor.Staff actor, @RequestParam UUID id, @RequestParam MultiValueMap<String, String> typed) {
    IdeaDraft draft = IdeaDraft.of(id, new Typed(typed));
    KeepIdea.Outcome outcome = keep.add(actor, draft);
    return outcome.refusals().isEmpty()
        ? Screen.done(IdeaListController.URL, "idea.done." + outcome.state())
        : Screen.of(
            new IdeaForm(actor, draft, outcome.refusals(), null).page(IdeaListController.URL), 422);
  }

  @GetMapping("/ideas/{id}")
  @Permitted(Permission.STAFF)
  @Traced(Action.NONE)
  ModelAndView show(Actor.Staff actor, @PathVariable UUID id) {
    Idea there = changeable(actor, id);
    return Screen.of(
        new IdeaForm(actor, IdeaDraft.of(id, typed(there)), List.of(), there).page(url(id)));
  }

  private Idea changeable(Actor.Staff actor, UUID id) {
    Idea there = database.call(actor, tx -> ideas.find(tx, id));
    if (!IdeaRule.changes(actor, there)) {
      throw new NotFound();
    }
    return there;
  }

  private static String url(UUID id) {
    return IdeaListController.URL + "/" + id;
  }

  private static Typed typed(Idea there) {
    Map<String, List<String>> values = new TreeMap<>();
    values.put("kind", List.of(there.kind().name()));
    values.put("needs", Arrays.asList(Tags.names(there.tags().needs())));
    values.put("areas", Arrays.asList(Tags.names(there.tags().areas())));
    values.put("stages", Arrays.asList(Tags.names(there.tags().stages())));
    values.put("text", List.of(there.text()));
    values.put("place", List.of(String.valueOf(there.place())));
    there.organisation().ifPresent(at -> values.put("whose", List.of(at.toString())));
    return new Typed(values);
  }

  @PostMapping("/ideas/{id}")
  @Permitted(Permission.STAFF)
  @Traced(Action.IDEA)
  ModelAndView change(
      Actor.Staff actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
    IdeaDraft draft = IdeaDraft.of(id, new Typed(typed));
    KeepIdea.Outcome outcome = keep.change(actor, draft);
    return outcome.refusals().isEmpty()
        ? Screen.done(IdeaListController.URL, "idea.done.changed")
        : Screen.of(
            new IdeaForm(actor, draft, outcome.refusals(), changeable(actor, id)).page(url(id)),
            422);
  }

  @PostMapping("/ideas/{id}/state")
  @Permitted(Permission.STAFF)
  @Traced(Action.IDEA)
  ModelAndView become(Actor.Staff actor, @PathVariable UUID id, @RequestParam String to) {
    IdeaState next =
        Stream.of(IdeaState.values())
            .filter(state -> state.name().equals(to))
            .findFirst()
            .orElseThrow(NotFound::new);
    keep.become(actor, id, next);
    return Screen.done(IdeaListController.URL, "idea.done." + next);
  }

  @PostMapping(path = "/ideas/{id}/favourite")
  @Permitted(Permission.STAFF)
  @Traced(Action.IDEA)
  ModelAndView mark(
      Actor.Staff actor,
      @PathVariable UUID id,
      @RequestHeader(name = PIECE, defaultValue = "") String piece) {
    return marked(actor, id, true, piece);
  }

  @PostMapping(path = "/ideas/{id}/favourite/end")
  @Permitted(Permission.STAFF)
  @Traced(Action.IDEA)
  ModelAndView unmark(
      Actor.Staff actor,
      @PathVariable UUID id,
      @RequestHeader(name = PIECE, defaultValue = "") String piece) {
    return marked(actor, id, false, piece);
  }

  private ModelAndView marked(Actor.Staff actor, UUID id, boolean marked, String piece) {
    keep.mark(actor, id, marked);
    return piece.isEmpty()
        ? Screen.done(IdeaListController.URL, marked ? "idea.done.marked" : "idea.done.unmarked")
        : Screen.of(new IdeaStarPage(id.toString(), marked));
  }
}
