package jp.tsunagi.record.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.record.approval.ApprovalRoutes;
import jp.tsunagi.record.approval.Approvals;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.FormVersions;
import jp.tsunagi.record.form.Occasion;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.sheet.PartSql.Part;
import jp.tsunagi.record.sheet.SheetOutcome.Done;
import jp.tsunagi.record.sheet.SheetOutcome.Refused;
import org.springframework.stereotype.Component;

/** Moves a sheet along its graph: decide, lay the parts down, keep the step, leave the row. */
@Component
final class Finishing {
  private final FormVersions forms;
  private final LayDown layDown;
  private final SignedPaper papers;
  private final ApprovalRoutes routes;
  private final Approvals approvals;
  private final Trace trace;

  Finishing(
      FormVersions forms,
      LayDown layDown,
      SignedPaper papers,
      ApprovalRoutes routes,
      Approvals approvals,
      Trace trace) {
    this.forms = forms;
    this.layDown = layDown;
    this.papers = papers;
    this.routes = routes;
    this.approvals = approvals;
    this.trace = trace;
  }

  SheetOutcome move(Tx tx, SheetId id, SheetMove move, Optional<Confirmation> answer) {
    if (move == SheetMove.RESTORED) {
      // before the sheet itself, as a start does: neither waits for the other for ever
      SheetSql.oneStart(tx, SheetSql.find(tx, id).child());
    }
    Sheet sheet = SheetSql.hold(tx, id);
    FormDefinition form = forms.of(tx, sheet.form(), sheet.formVersion());
    Optional<SheetRefusal> refusal = refusal(tx, sheet, form, move, answer);
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    if (sheet.state() == SheetState.IN_APPROVAL) {
      ApprovedSql.keep(tx, sheet);
    }
    Done done = carry(tx, sheet, form, move, answer);
    if (move == SheetMove.SUBMITTED) {
      approvals.begin(tx, of(tx, sheet, form));
    } else if (sheet.state() == SheetState.IN_APPROVAL) {
      approvals.end(tx, sheet.id());
    }
    return done;
  }

  /** Whom the posts of its place decide about. */
  static Approvals.Of of(Tx tx, Sheet sheet, FormDefinition form) {
    return new Approvals.Of(
        sheet.id(),
        sheet.child(),
        sheet.organisation().orElseThrow(),
        sheet.revision(),
        WriteRule.categories(form),
        HandOn.after(tx, sheet));
  }

  /** Whether the sheet is decided about before it goes further. */
  boolean asksApproval(Tx tx, Sheet sheet, FormDefinition form) {
    return sheet.organisation().filter(at -> routes.asked(tx, at, form)).isPresent();
  }

  /** Makes a move that nothing stands against. */
  Done carry(
      Tx tx, Sheet sheet, FormDefinition form, SheetMove move, Optional<Confirmation> answer) {
    SheetState to = SheetGraph.after(sheet.state(), move).orElseThrow();
    int revision = layDown.go(tx, sheet, form, move, to);
    SheetSql.move(tx, sheet, to, revision);
    int stepOf = move == SheetMove.REVISION_DROPPED ? sheet.revision() : revision;
    Optional<ItemId> paper = answer.flatMap(given -> papers.keep(tx, sheet, form, given));
    SheetSql.addStep(tx, sheet, stepOf, move, answer, paper);
    trace.write(tx, Entry.of(action(move)).child(sheet.child()));
    return new Done(sheet.id(), to);
  }

  /** 会議, 説明, 交付: what took place on a day, with whom. */
  SheetOutcome note(Tx tx, SheetId id, SheetMove move, LocalDate on, String people) {
    Sheet sheet = SheetSql.hold(tx, id);
    FormDefinition form = forms.of(tx, sheet.form(), sheet.formVersion());
    Optional<SheetRefusal> refusal =
        first(
            writers(tx, sheet, form, move),
            () -> inState(tx, sheet, move),
            () -> dated(tx, sheet, on));
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    SheetSql.addNoted(tx, sheet, move, on, people);
    trace.write(tx, Entry.of(Action.SAVE_DRAFT).child(sheet.child()));
    return new Done(id, sheet.state());
  }

  /** What must have taken place before the sheet goes further, and was not noted yet. */
  static List<Occasion> ahead(Tx tx, Sheet sheet, FormDefinition form) {
    return form.route().occasions().stream()
        .filter(Occasion::first)
        .filter(one -> !SheetSql.hasStep(tx, sheet, sheet.revision(), SheetMove.of(one)))
        .toList();
  }

  /** The same for what somebody of the place decided, who has left the row of the trace already. */
  Done decided(
      Tx tx, Sheet sheet, FormDefinition form, SheetMove move, SheetSql.Decision decision) {
    SheetState to = SheetGraph.after(sheet.state(), move).orElseThrow();
    SheetSql.move(tx, sheet, to, layDown.go(tx, sheet, form, move, to));
    SheetSql.addDecision(tx, sheet, move, decision);
    return new Done(sheet.id(), to);
  }

  private static Action action(SheetMove move) {
    return switch (move) {
      case CONFIRMED, DISAGREED, ASKED_TO_TALK, PARTLY_AGREED, NOT_ANSWERED -> Action.CONFIRM_SHEET;
      case FINISHED, SENT_TO_GUARDIAN, SUBMITTED -> Action.FINISH_SHEET;
      default -> Action.SAVE_DRAFT;
    };
  }

  private Optional<SheetRefusal> refusal(
      Tx tx, Sheet sheet, FormDefinition form, SheetMove move, Optional<Confirmation> answer) {
    return first(
        mayAct(tx, sheet, form, move, answer),
        () -> inState(tx, sheet, move),
        () -> onTheWay(tx, sheet, form, move),
        () -> answer.flatMap(given -> answered(tx, sheet, given)),
        () -> explained(tx, sheet, form, move, answer),
        () -> complete(tx, sheet, form, move));
  }

  @SafeVarargs
  private static Optional<SheetRefusal> first(
      Optional<SheetRefusal> one, java.util.function.Supplier<Optional<SheetRefusal>>... others) {
    Optional<SheetRefusal> found = one;
    for (var next : others) {
      found = found.isPresent() ? found : next.get();
    }
    return found;
  }

  /** A guardian answers in the portal for oneself; everything else is the writers' side. */
  private static Optional<SheetRefusal> mayAct(
      Tx tx, Sheet sheet, FormDefinition form, SheetMove move, Optional<Confirmation> answer) {
    boolean portal = answer.filter(it -> it.means() == Confirmation.Means.PORTAL).isPresent();
    if (Actor.of(tx) instanceof Actor.Guardian guardian && answer.isPresent()) {
      boolean own = portal && answer.get().guardian().equals(guardian.guardian());
      boolean waiting = sheet.state() == SheetState.WITH_GUARDIAN;
      return own && waiting
          ? Optional.empty()
          : Optional.of(new SheetRefusal.NotNow(sheet.state()));
    }
    return portal ? Optional.of(SheetRefusal.Plain.NO_RIGHT) : writers(tx, sheet, form, move);
  }

  private static Optional<SheetRefusal> writers(
      Tx tx, Sheet sheet, FormDefinition form, SheetMove move) {
    Optional<SheetRefusal> may = WriteRule.refusal(tx, sheet, form, move);
    boolean draft =
        (sheet.state() == SheetState.DRAFT || sheet.state() == SheetState.IN_APPROVAL)
            && move != SheetMove.RESTORED;
    if (may.isEmpty()
        && draft
        && Actor.of(tx) instanceof Actor.Staff staff
        && !SheetSql.writes(tx, sheet, staff.staff())) {
      throw new jp.tsunagi.base.access.NotFound();
    }
    return may;
  }

  private static Optional<SheetRefusal> inState(Tx tx, Sheet sheet, SheetMove move) {
    if (move == SheetMove.RESTORED && SheetSql.another(tx, sheet)) {
      return Optional.of(SheetRefusal.Plain.ANOTHER_OPEN);
    }
    boolean decided = sheet.state() == SheetState.IN_APPROVAL && move != SheetMove.PULLED_BACK;
    boolean leads = SheetGraph.after(sheet.state(), move).isPresent() && !decided;
    boolean fits =
        switch (move) {
          case DISCARDED -> sheet.revision() == 1;
          case REVISION_DROPPED -> sheet.revision() > 1;
          case RESTORED -> restorable(tx, sheet);
          default -> true;
        };
    return leads && fits ? Optional.empty() : Optional.of(new SheetRefusal.NotNow(sheet.state()));
  }

  private static boolean restorable(Tx tx, Sheet sheet) {
    int last = SheetSql.lastRevision(tx, sheet);
    return sheet.state() == SheetState.DISCARDED
        || SheetSql.hasStep(tx, sheet, last, SheetMove.REVISION_DROPPED);
  }

  private Optional<SheetRefusal> onTheWay(Tx tx, Sheet sheet, FormDefinition form, SheetMove move) {
    boolean leaves = move == SheetMove.FINISHED || move == SheetMove.SENT_TO_GUARDIAN;
    boolean seals = move == SheetMove.CONFIRMED && sheet.state() == SheetState.DRAFT;
    if ((leaves || seals) && asksApproval(tx, sheet, form)) {
      return Optional.of(SheetRefusal.Plain.APPROVAL_FIRST);
    }
    if ((leaves || seals || move == SheetMove.SUBMITTED)
        && sheet.state() == SheetState.DRAFT
        && !ahead(tx, sheet, form).isEmpty()) {
      return Optional.of(new SheetRefusal.OccasionFirst(ahead(tx, sheet, form)));
    }
    return switch (move) {
      case SUBMITTED -> mayBeSubmitted(tx, sheet, form);
      case FINISHED ->
          Way.asksGuardian(tx, form)
              ? Optional.of(SheetRefusal.Plain.GUARDIAN_FIRST)
              : Optional.empty();
      case SENT_TO_GUARDIAN, CONFIRMED, DISAGREED, ASKED_TO_TALK, PARTLY_AGREED, NOT_ANSWERED ->
          Way.asksGuardian(tx, form)
              ? Optional.empty()
              : Optional.of(SheetRefusal.Plain.NO_GUARDIAN_STEP);
      default -> Optional.empty();
    };
  }

  private Optional<SheetRefusal> mayBeSubmitted(Tx tx, Sheet sheet, FormDefinition form) {
    if (!asksApproval(tx, sheet, form)) {
      return Optional.of(SheetRefusal.Plain.NO_APPROVAL_STEP);
    }
    return approvals.anybody(tx, of(tx, sheet, form))
        ? Optional.empty()
        : Optional.of(SheetRefusal.Plain.NO_APPROVER);
  }

  private static Optional<SheetRefusal> dated(Tx tx, Sheet sheet, LocalDate on) {
    if (on.isAfter(tx.today())) {
      return Optional.of(SheetRefusal.Plain.DAY_AHEAD);
    }
    // a sheet may be typed in long after it was signed, but nobody signs it two years ahead
    return on.isBefore(new FiscalYear(sheet.fiscalYear()).previous().start())
        ? Optional.of(SheetRefusal.Plain.DAY_BEFORE)
        : Optional.empty();
  }

  private static Optional<SheetRefusal> answered(Tx tx, Sheet sheet, Confirmation answer) {
    Optional<SheetRefusal> day = dated(tx, sheet, answer.on());
    if (day.isPresent()) {
      return day;
    }
    return WriteRule.decides(tx, sheet.child(), answer.guardian().value())
        ? Optional.empty()
        : Optional.of(SheetRefusal.Plain.NO_GUARDIAN);
  }

  /** Where the form says so, staff note an agreement only after the plan was explained. */
  private static Optional<SheetRefusal> explained(
      Tx tx, Sheet sheet, FormDefinition form, SheetMove move, Optional<Confirmation> answer) {
    boolean noted =
        move == SheetMove.CONFIRMED
            && answer.filter(it -> it.means() != Confirmation.Means.PORTAL).isPresent();
    return noted
            && form.route().occasions().contains(Occasion.EXPLAINED)
            && !SheetSql.hasStep(tx, sheet, sheet.revision(), SheetMove.EXPLAINED)
        ? Optional.of(SheetRefusal.Plain.EXPLAIN_FIRST)
        : Optional.empty();
  }

  private Optional<SheetRefusal> complete(Tx tx, Sheet sheet, FormDefinition form, SheetMove move) {
    boolean leaves =
        sheet.state() == SheetState.DRAFT
            && (move == SheetMove.SENT_TO_GUARDIAN
                || move == SheetMove.SUBMITTED
                || move == SheetMove.CONFIRMED
                || move == SheetMove.FINISHED);
    if (leaves && !PartSql.allReadable(tx, sheet)) {
      return Optional.of(SheetRefusal.Plain.OTHER_GUARDIAN);
    }
    List<Missing> missing = leaves ? missing(tx, sheet, form) : List.of();
    if (!missing.isEmpty()) {
      return Optional.of(new SheetRefusal.Incomplete(missing));
    }
    return leaves && isBlank(tx, sheet, form)
        ? Optional.of(SheetRefusal.Plain.BLANK)
        : Optional.empty();
  }

  private boolean isBlank(Tx tx, Sheet sheet, FormDefinition form) {
    List<Part> parts = PartSql.all(tx, sheet);
    return form.sections().stream()
        .allMatch(section -> latest(tx, sheet, form, parts, section).isBlank());
  }

  /** What is missing or wrong, in the order of the form. */
  List<Missing> missing(Tx tx, Sheet sheet, FormDefinition form) {
    List<Part> parts = PartSql.all(tx, sheet);
    List<Missing> missing = new ArrayList<>();
    for (Section section : form.sections()) {
      missing.addAll(Faults.toFinal(section, latest(tx, sheet, form, parts, section), tx.today()));
    }
    return missing;
  }

  /** What stands there now, as the version of the form takes it that the sheet is on. */
  private Answers latest(
      Tx tx, Sheet sheet, FormDefinition form, List<Part> parts, Section section) {
    return parts.stream()
        .filter(part -> part.section().equals(section.key()))
        .filter(part -> part.state() != jp.tsunagi.record.item.ItemState.WITHDRAWN)
        .reduce((_, later) -> later)
        .map(part ->
            part.form(sheet) == form.version()
                ? part.answers()
                : Lifted.of(
                        forms.of(tx, sheet.form(), part.form(sheet)),
                        section.key(),
                        part.answers(),
                        form)
                    .answers())
        .orElse(Answers.NONE);
  }
}
