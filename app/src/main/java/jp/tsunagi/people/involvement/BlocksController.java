package jp.tsunagi.people.involvement;

import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Permission;
import jp.tsunagi.base.access.Permitted;
import jp.tsunagi.base.database.BlockId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.trace.Traced;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Screen;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.child.ChildHead;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.people.involvement.BlockForm.Kind;
import jp.tsunagi.people.involvement.BlockRule.Whom;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.people.staff.Colleagues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /children/{child}/blocks}: who must not see a child (F2). */
@Controller
class BlocksController {
  private final Database database;
  private final Identities identities;
  private final Organisations organisations;
  private final Blocks blocks;
  private final Trace trace;

  BlocksController(
      Database database,
      Identities identities,
      Organisations organisations,
      Blocks blocks,
      Trace trace) {
    this.database = database;
    this.identities = identities;
    this.organisations = organisations;
    this.blocks = blocks;
    this.trace = trace;
  }

  @GetMapping("/children/{child}/blocks")
  @Permitted(Permission.STAFF)
  @Traced(Action.VIEW_CHILD)
  ModelAndView show(Actor.Staff actor, @PathVariable ChildId child) {
    return Screen.of(database.call(actor, tx -> viewed(tx, actor, child, null, Typed.NOTHING)));
  }

  /** Sets a block; staff are looked for by name first, which changes nothing. */
  @PostMapping("/children/{child}/blocks")
  @Permitted(Permission.STAFF)
  @Traced(Action.CHANGE_INVOLVEMENT)
  ModelAndView set(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @RequestParam MultiValueMap<String, String> sent) {
    BlockForm form = BlockForm.sent(new Typed(sent));
    return database.call(actor, tx -> set(tx, actor, child, form));
  }

  private ModelAndView set(Tx tx, Actor.Staff actor, ChildId child, BlockForm form) {
    identities.get(tx, child);
    var whom = form.whom(actor, found(tx, actor, child, form), organisations.open(tx));
    var reason = form.reason();
    var note = form.note();
    if (form.sound()) {
      blocks
          .set(tx, actor, child, form.id(), whom.orElseThrow(), reason.orElseThrow(), note)
          .ifPresent(form::refused);
    }
    return form.sound()
        ? done(actor, child, whom.orElseThrow())
        : Screen.of(viewed(tx, actor, child, form, Typed.NOTHING), 422);
  }

  /** Whoever keeps himself away does not see the child's pages any more. */
  private static ModelAndView done(Actor.Staff actor, ChildId child, Whom whom) {
    return whom.equals(Whom.of(actor.staff()))
        ? Screen.done("/day", "involvement.block.done.self")
        : Screen.done(url(child), "involvement.block.done");
  }

  private static String url(ChildId child) {
    return "/children/" + child + "/blocks";
  }

  @PostMapping("/children/{child}/blocks/{id}/end")
  @Permitted(Permission.INTAKE)
  @Traced(Action.CHANGE_INVOLVEMENT)
  ModelAndView lift(
      Actor.Staff actor,
      @PathVariable ChildId child,
      @PathVariable BlockId id,
      @RequestParam MultiValueMap<String, String> sent) {
    Typed typed = new Typed(sent);
    String why = typed.text(why(id));
    boolean sound = !why.isEmpty() && why.codePointCount(0, why.length()) <= BlockForm.LONGEST;
    return database.call(
        actor,
        tx -> {
          identities.get(tx, child);
          if (!sound) {
            Typed said = typed.with("lift", id.toString());
            return Screen.of(viewed(tx, actor, child, null, said), 422);
          }
          blocks.lift(tx, actor, child, id, why);
          return Screen.done(url(child), "involvement.block.lifted");
        });
  }

  private static String why(BlockId id) {
    return "why." + id;
  }

  private static List<Colleagues.Somebody> found(
      Tx tx, Actor.Staff actor, ChildId child, BlockForm form) {
    return form.person().isEmpty() || !BlockSql.running(tx, child, actor)
        ? List.of()
        : Colleagues.named(tx, form.person());
  }

  private BlocksPage viewed(
      Tx tx, Actor.Staff actor, ChildId child, @Nullable BlockForm sent, Typed lifting) {
    Identity identity = identities.get(tx, child);
    trace.write(tx, Entry.of(Action.VIEW_CHILD).child(child).purpose(Category.INVOLVEMENT.name()));
    boolean hub = BlockSql.running(tx, child, actor);
    List<BlocksPage.Line> lines =
        hub
            ? BlockSql.of(tx, child).stream().map(line -> line(child, line, lifting)).toList()
            : List.of();
    return new BlocksPage(
        ChildHead.of(tx, actor, identity, "blocks"),
        hub,
        lines,
        forms(tx, actor, child, hub, Optional.ofNullable(sent)));
  }

  private List<BlocksPage.Form> forms(
      Tx tx, Actor.Staff actor, ChildId child, boolean hub, Optional<BlockForm> sent) {
    List<Organisation> places = hub ? organisations.open(tx) : List.of();
    List<BlocksPage.Form> forms = new ArrayList<>();
    for (Kind kind : hub ? Arrays.asList(Kind.values()) : List.of(Kind.SELF)) {
      BlockForm form = sent.filter(it -> it.is(kind)).orElseGet(() -> BlockForm.blank(kind));
      forms.add(form.view(url(child), found(tx, actor, child, form), places));
    }
    return forms;
  }

  private static BlocksPage.Line line(ChildId child, BlockSql.Line line, Typed lifting) {
    boolean holds = line.to().isEmpty();
    boolean wrong = lifting.text("lift").equals(line.id().toString());
    return new BlocksPage.Line(
        line.name(),
        words(Stream.of(t("involvement.block.reason." + line.reason())), line.note()),
        EnrolmentFields.day(line.from()),
        line.setBy(),
        words(line.to().stream().map(EnrolmentFields::day), line.liftedNote(), line.liftedBy()),
        holds ? url(child) + "/" + line.id() + "/end" : null,
        holds
            ? FieldView.of(why(line.id()), t("involvement.block.field.why"))
                .value(lifting.text(why(line.id())))
                .error(wrong ? t("involvement.block.problem.why", BlockForm.LONGEST) : null)
                .must()
            : null);
  }

  @SafeVarargs
  private static String words(Stream<String> first, Optional<String>... more) {
    return Stream.concat(first, Arrays.stream(more).flatMap(Optional::stream))
        .collect(Collectors.joining("\u3000"));
  }
}
