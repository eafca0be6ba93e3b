package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Icon;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.RefusalView;
import jp.tsunagi.base.ui.StatusView;
import jp.tsunagi.people.child.Guardians;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.record.approval.ApprovalWords;
import jp.tsunagi.record.item.ItemState;
import jp.tsunagi.record.sheet.ReadSheet.Passed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of a sheet from what its reader may see and do. */
@Component
final class SheetView {
  private final SheetReading reading;
  private final Guardians guardians;
  private final Identities identities;
  private final SheetWay way;
  private final Approving approving;
  private final Remarks remarks;

  SheetView(
      SheetReading reading,
      Guardians guardians,
      Identities identities,
      SheetWay way,
      Approving approving,
      Remarks remarks) {
    this.reading = reading;
    this.guardians = guardians;
    this.identities = identities;
    this.way = way;
    this.approving = approving;
    this.remarks = remarks;
  }

  SheetPage page(Tx tx, ReadSheet read, @Nullable RefusalView refusal) {
    return page(tx, read, refusal, null, Noting.fresh(tx));
  }

  /** The page with what staff noted of an answer and has to be corrected. */
  SheetPage page(Tx tx, ReadSheet read, RefusalView refusal, Noting noting) {
    return page(tx, read, refusal, null, noting);
  }

  /** An earlier version says so at its head. */
  SheetPage version(Tx tx, ReadSheet read, int revision) {
    String words =
        reading.finals(tx, read).stream()
            .filter(step -> step.revision() == revision)
            .findFirst()
            .map(step -> version(tx, step))
            .orElseThrow(NotFound::new);
    return page(tx, read, null, words, Noting.fresh(tx));
  }

  private SheetPage page(
      Tx tx,
      ReadSheet read,
      @Nullable RefusalView refusal,
      @Nullable String version,
      Noting noting) {
    Sheet sheet = read.sheet();
    return new SheetPage(
        SheetHead.of(tx, sheet, read.form()),
        "/sheets/" + sheet.id(),
        status(tx, read),
        way.of(tx, read, inside(tx, read)),
        read.parts().stream().map(part -> PartView.of(tx, sheet, part)).toList(),
        happened(tx, read),
        versions(tx, read),
        version == null ? acts(tx, read, noting) : SheetPage.Acts.NONE,
        version == null ? approval(tx, read) : null,
        version == null ? approving.unseen(tx, sheet).map(ApprovalWords::post).orElse(null) : null,
        version == null ? occasions(tx, read) : List.of(),
        version == null && unanswered(tx, read),
        version == null ? remarks.open(tx, sheet) : List.of(),
        version == null && sheet.state() == SheetState.IN_APPROVAL && remarks.mayTalk(tx, sheet),
        version,
        refusal);
  }

  /** Whether the reader is of the place that writes the sheet. */
  static boolean inside(Tx tx, ReadSheet read) {
    return read.sheet().organisation().filter(tx.scope().organisations()::contains).isPresent()
        || read.parts().stream().anyMatch(ReadSheet.Part::own);
  }

  /** What the reader may decide about it; null where nothing is. */
  private @Nullable ApprovalView approval(Tx tx, ReadSheet read) {
    Sheet sheet = read.sheet();
    return approving
        .turn(tx, sheet)
        .map(turn ->
            new ApprovalView(
                ApprovalWords.post(turn.current().post()),
                turn.current().since().map(at -> SheetWords.day(tx, at)).orElse(""),
                turn.deputy(),
                turn.approves(),
                turn.own() && turn.approves(),
                turn.round().moment(),
                FieldView.of("note", t("sheet.approval.note")).most(MoveController.LONGEST),
                FieldView.of("to", t("sheet.approval.to")),
                back(turn),
                approving.isAgain(tx, sheet),
                approving.differs(tx, read)))
        .orElse(null);
  }

  /** What is noted on the form's way, and whether the reader may note it now. */
  private static List<OccasionView> occasions(Tx tx, ReadSheet read) {
    Sheet sheet = read.sheet();
    if (sheet.organisation().isEmpty() || !inside(tx, read)) {
      return List.of();
    }
    boolean writes =
        writes(tx, read)
            && (sheet.state() != SheetState.DRAFT
                || SheetSql.writes(tx, sheet, ((Actor.Staff) Actor.of(tx)).staff()));
    return read.form().route().occasions().stream()
        .map(occasion -> {
          SheetMove move = SheetMove.of(occasion);
          boolean may = writes && SheetGraph.after(sheet.state(), move).isPresent();
          return OccasionView.of(tx, read, occasion, may);
        })
        .toList();
  }

  /**
   * Whether the family was asked again without an answer, and the place may say that it goes on.
   */
  private static boolean unanswered(Tx tx, ReadSheet read) {
    List<SheetMove> moves =
        read.steps().stream()
            .filter(step -> step.revision() == read.sheet().revision())
            .map(Passed::move)
            .toList();
    return read.sheet().state() == SheetState.WITH_GUARDIAN
        && moves.contains(SheetMove.NOT_ANSWERED)
        && !moves.contains(SheetMove.USED_INSIDE)
        && writes(tx, read);
  }

  private static List<Option> back(Approving.Turn turn) {
    List<Option> back = new ArrayList<>();
    back.add(new Option("", t("sheet.approval.to.writers"), true));
    turn.round()
        .earlier()
        .forEach(step ->
            back.add(
                new Option(
                    String.valueOf(step.ordinal()), ApprovalWords.post(step.post()), false)));
    return back;
  }

  private static StatusView status(Tx tx, ReadSheet read) {
    boolean inside = inside(tx, read);
    SheetState state = SheetWay.told(read, inside);
    Icon icon =
        switch (state) {
          case DRAFT -> Icon.DRAFT;
          case IN_APPROVAL -> Icon.IN_APPROVAL;
          case WITH_GUARDIAN -> Icon.WITH_GUARDIAN;
          case FINAL -> Icon.FINAL;
          case DISCARDED -> Icon.ENDED;
        };
    Optional<Passed> last =
        inside || read.sheet().ofFamily()
            ? read.last()
            : read.steps().stream().filter(step -> step.move().closes()).reduce((_, next) -> next);
    String since = last.map(step -> SheetWords.day(tx, step.at())).orElse("");
    return new StatusView(icon, t("sheet.state." + state), since, false);
  }

  /** Why it was given back is between those who write it and those who decide. */
  private List<StepView> happened(Tx tx, ReadSheet read) {
    boolean near = approving.isNear(tx, read.sheet());
    boolean own = inside(tx, read);
    return read.steps().reversed().stream()
        .filter(
            step -> own || step.move() == SheetMove.CONFIRMED || step.move() == SheetMove.FINISHED)
        .map(step -> {
          StepView shown = StepView.of(tx, read.sheet(), step);
          return near || !step.move().inside() ? shown : shown.withoutNote();
        })
        .toList();
  }

  /** Every version that may be read, latest first; one alone needs no list. */
  private List<SheetPage.Version> versions(Tx tx, ReadSheet read) {
    List<Passed> finals = reading.finals(tx, read);
    String url = "/sheets/" + read.sheet().id();
    List<SheetPage.Version> versions = new ArrayList<>();
    for (int i = 0; i < finals.size() && finals.size() > 1; i++) {
      String to = "/comparison?from=" + finals.get(Math.max(0, i - 1)).revision();
      versions.addFirst(
          new SheetPage.Version(
              url + "?version=" + finals.get(i).revision(),
              version(tx, finals.get(i)),
              i == 0 ? null : url + to + "&to=" + finals.get(i).revision()));
    }
    return versions;
  }

  /** 第2版　5/14（木）. */
  static String version(Tx tx, Passed step) {
    return t("sheet.version", step.revision(), SheetWords.day(tx, step.at()));
  }

  private SheetPage.Acts acts(Tx tx, ReadSheet read, Noting noting) {
    Sheet sheet = read.sheet();
    Actor.Staff staff = (Actor.Staff) Actor.of(tx);
    boolean write = writes(tx, read);
    boolean draft = sheet.state() == SheetState.DRAFT && SheetSql.writes(tx, sheet, staff.staff());
    boolean waiting = write && sheet.state() == SheetState.WITH_GUARDIAN;
    boolean sent =
        write
            && sheet.state() == SheetState.IN_APPROVAL
            && SheetSql.writes(tx, sheet, staff.staff());
    boolean sealed = read.parts().stream().anyMatch(part -> part.state() == ItemState.FINAL);
    return new SheetPage.Acts(
        staff.may(Right.PRINT) && !read.parts().isEmpty(),
        write && draft,
        waiting || sent,
        write && sealed && sheet.state() == SheetState.FINAL,
        write && sheet.state() == SheetState.DISCARDED,
        Relocating.seat(tx, sheet, read.form()).isPresent(),
        waiting ? answer(tx, read) : null,
        waiting ? noting.form(deciding(tx, sheet)) : null);
  }

  /** Whether the reader may go on with it; where it rests, whether she or he may begin anew. */
  private static boolean writes(Tx tx, ReadSheet read) {
    Sheet sheet = read.sheet();
    boolean rests = sheet.state() == SheetState.FINAL || sheet.state() == SheetState.DISCARDED;
    return (rests
            ? WriteRule.refusal(tx, sheet, read.form(), SheetMove.AMENDMENT_STARTED)
            : WriteRule.refusal(tx, sheet, read.form()))
        .isEmpty();
  }

  /** Why it came back: the guardian's answer that was no confirmation, or a return. */
  static @Nullable StepView answer(Tx tx, ReadSheet read) {
    return read.last()
        .filter(last ->
            switch (last.move()) {
              case DISAGREED, ASKED_TO_TALK, PARTLY_AGREED, RETURNED -> true;
              default -> false;
            })
        .map(last -> StepView.of(tx, read.sheet(), last))
        .orElse(null);
  }

  /** The guardians who decide for the child today. */
  List<Option> deciding(Tx tx, Sheet sheet) {
    Set<GuardianId> named = named(tx, sheet);
    return guardians.of(tx, sheet.child()).stream()
        .filter(one -> one.decides(tx.today()))
        .map(one -> new Option(one.person().id().toString(), called(one, named), false))
        .toList();
  }

  /** The guardians whose names the reader may see; a place may write and not be told them. */
  private Set<GuardianId> named(Tx tx, Sheet sheet) {
    return Actor.of(tx) instanceof Actor.Staff staff
        ? guardians.seen(tx, staff, identities.get(tx, sheet.child())).stream()
            .map(one -> one.person().id())
            .collect(Collectors.toSet())
        : Set.of();
  }

  /** 青空 みなみ（母）, or 保護者（母） where the name is not for the reader. */
  private static String called(Guardians.Related one, Set<GuardianId> named) {
    String relation = t("sheet.relation." + one.is().relation());
    return named.contains(one.person().id())
        ? t("sheet.guardian", one.person().name(), relation)
        : t("sheet.guardian.unnamed", relation);
  }

  /** All guardians of the child, for whose words a paper holds. */
  List<Option> all(Tx tx, Sheet sheet, Optional<Said> chosen) {
    Set<GuardianId> named = named(tx, sheet);
    return guardians.of(tx, sheet.child()).stream()
        .map(one ->
            new Option(
                one.person().id().toString(),
                called(one, named),
                chosen.filter(said -> said.guardian().equals(one.person().id())).isPresent()))
        .toList();
  }
}
