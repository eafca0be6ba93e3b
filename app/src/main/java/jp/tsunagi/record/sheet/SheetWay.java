package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.Step;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.approval.ApprovalRoutes;
import jp.tsunagi.record.approval.ApprovalWords;
import jp.tsunagi.record.approval.Approvals;
import jp.tsunagi.record.approval.Holders;
import jp.tsunagi.record.approval.Manner;
import jp.tsunagi.record.approval.Round;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.sheet.ReadSheet.Passed;
import org.springframework.stereotype.Component;

/**
 * 下書き（森田）→ 特支CO（緑川）→ 教頭 → 校長 → 保護者の確認 → 確定: the way of a sheet, where it stands, and by whom and
 * when it was passed. Of the posts in it only the place itself is told.
 */
@Component
final class SheetWay {
  private final ApprovalRoutes routes;
  private final Approvals approvals;

  SheetWay(ApprovalRoutes routes, Approvals approvals) {
    this.routes = routes;
    this.approvals = approvals;
  }

  /** Whether the sheet is decided about before it goes further, by the posts of its place. */
  boolean asksApproval(Tx tx, Sheet sheet, FormDefinition form) {
    return sheet.organisation().filter(at -> routes.asked(tx, at, form)).isPresent();
  }

  /**
   * The way.
   *
   * @param inside whether the reader is of the place and may know who decides there
   */
  List<Step> of(Tx tx, ReadSheet read, boolean inside) {
    Sheet sheet = read.sheet();
    List<Step> steps = new ArrayList<>();
    SheetState state = told(read, inside);
    boolean draft = state == SheetState.DRAFT || state == SheetState.DISCARDED;
    boolean decided = inside && sheet.organisation().isPresent();
    steps.add(new Step(writing(tx, read, decided), draft ? Step.State.NOW : Step.State.DONE));
    if (decided) {
      steps.addAll(posts(tx, sheet, read.form()));
    }
    if (Way.asksGuardian(tx, read.form())) {
      steps.add(
          step(
              SheetState.WITH_GUARDIAN,
              state == SheetState.WITH_GUARDIAN
                  ? Step.State.NOW
                  : state == SheetState.FINAL ? Step.State.DONE : Step.State.AHEAD));
    }
    steps.add(
        step(SheetState.FINAL, state == SheetState.FINAL ? Step.State.DONE : Step.State.AHEAD));
    return steps;
  }

  /**
   * The state as a reader is told it: whoever is not of the place reads nothing but what was final,
   * and learns of nothing that is under way there since.
   */
  static SheetState told(ReadSheet read, boolean inside) {
    if (inside || read.sheet().ofFamily()) {
      return read.sheet().state();
    }
    boolean closed = read.steps().stream().anyMatch(step -> step.move().closes());
    return closed ? SheetState.FINAL : SheetState.DRAFT;
  }

  private static Step step(SheetState state, Step.State at) {
    return new Step(t("sheet.state." + state), at);
  }

  /** Who sent it on, else who began it. */
  private static String writing(Tx tx, ReadSheet read, boolean named) {
    String word = t("sheet.state.DRAFT");
    Optional<String> who =
        read.steps().stream()
            .filter(step -> step.revision() == read.sheet().revision())
            .filter(step -> step.move() == SheetMove.SUBMITTED || step.move().opens())
            .reduce((_, later) -> later)
            .filter(step -> step.actorKind().equals("STAFF"))
            .flatMap(Passed::actor)
            .flatMap(id -> name(tx, id));
    return named && who.isPresent() ? t("sheet.way.by", word, who.get()) : word;
  }

  /** Of a sheet that was sent the route it was sent on; before that the one of today. */
  private List<Step> posts(Tx tx, Sheet sheet, FormDefinition form) {
    Optional<Round> last = approvals.last(tx, sheet.id(), sheet.revision());
    boolean sent = sheet.state() != SheetState.DRAFT && sheet.state() != SheetState.DISCARDED;
    if (sent) {
      return last.map(round -> passed(tx, round)).orElse(List.of());
    }
    return asksApproval(tx, sheet, form)
        ? ahead(tx, sheet, form, sheet.organisation().orElseThrow())
        : List.of();
  }

  private List<Step> ahead(Tx tx, Sheet sheet, FormDefinition form, OrganisationId place) {
    Map<String, List<Holders.Holder>> holders = Holders.of(tx, Finishing.of(tx, sheet, form));
    List<Step> steps = new ArrayList<>();
    for (PostKind post : routes.of(tx, place)) {
      List<Holders.Holder> held = holders.getOrDefault(post.name(), List.of());
      String word = ApprovalWords.post(post.name());
      String text =
          held.isEmpty()
              ? t("sheet.way.vacant", word)
              : held.size() == 1 ? t("sheet.way.by", word, brief(held.getFirst().name())) : word;
      steps.add(new Step(text, Step.State.AHEAD));
    }
    return steps;
  }

  private static List<Step> passed(Tx tx, Round round) {
    Optional<Integer> now = round.current().map(Round.Step::ordinal);
    return round.steps().stream()
        .map(step ->
            new Step(
                words(tx, step),
                step.manner().isPresent()
                    ? Step.State.DONE
                    : now.filter(it -> it == step.ordinal()).isPresent()
                        ? Step.State.NOW
                        : Step.State.AHEAD))
        .toList();
  }

  private static String words(Tx tx, Round.Step step) {
    String post = ApprovalWords.post(step.post());
    if (step.manner().filter(Manner.VACANT::equals).isPresent()) {
      return t("sheet.way.vacant", post);
    }
    String who = step.by().flatMap(id -> name(tx, id)).orElse("");
    String when = step.decided().map(at -> SheetWords.day(tx, at)).orElse("");
    return step.manner()
        .map(manner ->
            manner == Manner.DEPUTY
                ? t("sheet.way.deputy", post, who, when)
                : t("sheet.way.by", post, t("sheet.way.who", who, when)))
        .orElse(post);
  }

  private static Optional<String> name(Tx tx, UUID staff) {
    return PersonSql.staff(tx, staff).map(SheetWay::brief);
  }

  /** The family name: what stands before the blank. */
  static String brief(String name) {
    return name.split("[ \u3000]", 2)[0];
  }
}
