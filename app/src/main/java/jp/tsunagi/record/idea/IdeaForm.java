package jp.tsunagi.record.idea;

import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.ui.FieldRefusal;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Typed;
import org.jspecify.annotations.Nullable;

/**
 * Makes the form of an example.
 *
 * @param there the example that is changed; null for a new one
 */
record IdeaForm(
    Actor.Staff actor, IdeaDraft draft, List<FieldRefusal> refusals, @Nullable Idea there) {

  static IdeaForm blank(Actor.Staff actor, UUID id) {
    return new IdeaForm(actor, IdeaDraft.of(id, Typed.NOTHING), List.of(), null);
  }

  IdeaPage page(String url) {
    boolean proposes = there == null && owners().stream().noneMatch(this::takenAtOnce);
    return new IdeaPage(
        url,
        draft.id().toString(),
        t(there != null ? "idea.change.title" : proposes ? "idea.propose.title" : "idea.new.title"),
        t(
            there != null
                ? "idea.change.submit"
                : proposes ? "idea.propose.submit" : "idea.new.submit"),
        field("whose").must(),
        there == null ? owners() : List.of(),
        field("kind").must(),
        IdeaWords.kinds(draft.typed().all("kind")),
        field("text").must().most(IdeaRules.LONGEST),
        field("needs"),
        IdeaWords.needs(draft.typed().all("needs")),
        field("areas"),
        areas(Area.Group.INDEPENDENCE),
        areas(Area.Group.DOMAINS),
        areas(Area.Group.ACCOMMODATION),
        field("stages"),
        IdeaWords.stages(draft.typed().all("stages")),
        field("place"),
        there == null || IdeaRule.keeps(actor, there.organisation()),
        refusals.stream().anyMatch(refusal -> refusal.field().equals("sure"))
            ? field("sure")
            : null);
  }

  private boolean takenAtOnce(Option owner) {
    return IdeaRule.keeps(
        actor,
        owner.value().isEmpty()
            ? Optional.empty()
            : IdeaRule.proposing(actor).keySet().stream()
                .filter(at -> at.toString().equals(owner.value()))
                .findFirst());
  }

  /** For whom it can be: the municipality, or an organisation one is at. */
  List<Option> owners() {
    String chosen = draft.typed().text("whose");
    List<Option> owners = new ArrayList<>();
    if (IdeaRule.keeps(actor, Optional.empty())) {
      owners.add(new Option("", t("idea.whose.all"), chosen.isEmpty()));
    }
    IdeaRule.proposing(actor)
        .forEach((at, name) ->
            owners.add(
                new Option(
                    at.toString(),
                    IdeaRule.keeps(actor, Optional.of(at)) ? name : t("idea.whose.proposed", name),
                    chosen.equals(at.toString()) || owners.isEmpty())));
    return owners;
  }

  private List<Option> areas(Area.Group group) {
    return IdeaWords.areas(group, draft.typed().all("areas"));
  }

  private FieldView field(String name) {
    return new Fields("idea.field.", "idea.hint.", draft.typed(), FieldRefusal.problems(refusals))
        .of(name);
  }
}
