package jp.tsunagi.record.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.record.approval.Approvals;
import jp.tsunagi.record.approval.Holders;
import jp.tsunagi.record.approval.Holders.Holder;
import jp.tsunagi.record.approval.Manner;
import jp.tsunagi.record.approval.Round;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.FormVersions;
import jp.tsunagi.record.sheet.SheetOutcome.Done;
import jp.tsunagi.record.sheet.SheetOutcome.Refused;
import jp.tsunagi.record.sheet.SheetSql.Decision;
import org.springframework.stereotype.Component;

/**
 * 決裁: what the posts of a sheet's route decide about it: 承認, 代決 in place of a holder who is away,
 * 差戻 to the writers or to an earlier post, 後閲. Nobody decides about an own draft unless nobody else
 * holds the post, and nobody about what was not opened.
 */
@Component
public final class Approving {
  private final FormVersions forms;
  private final SheetReading reading;
  private final Finishing finishing;
  private final Approvals approvals;
  private final Trace trace;

  Approving(
      FormVersions forms,
      SheetReading reading,
      Finishing finishing,
      Approvals approvals,
      Trace trace) {
    this.forms = forms;
    this.reading = reading;
    this.finishing = finishing;
    this.approvals = approvals;
    this.trace = trace;
  }

  /**
   * What somebody may decide just now.
   *
   * @param seat from which
   * @param deputy whether it is another post's turn, in whose place this one may decide
   * @param own whether it is the person's own draft
   * @param alone whether everybody who holds the post whose turn it is writes the sheet
   * @param whole whether nothing of the sheet is hidden from the person
   */
  public record Turn(
      Round round, Seat seat, boolean deputy, boolean own, boolean alone, boolean whole) {
    /** The post whose turn it is. */
    public Round.Step current() {
      return round.current().orElseThrow();
    }

    /** Whether it may be approved, be it about an own draft. */
    public boolean approves() {
      return !own || (alone && !deputy);
    }
  }

  /** What the actor may decide about the sheet now; none for whoever has no say in it. */
  public Optional<Turn> turn(Tx tx, Sheet sheet) {
    if (sheet.state() != SheetState.IN_APPROVAL || !(Actor.of(tx) instanceof Actor.Staff staff)) {
      return Optional.empty();
    }
    FormDefinition form = forms.of(tx, sheet.form(), sheet.formVersion());
    Optional<Round> running =
        approvals.running(tx, sheet.id()).filter(round -> round.current().isPresent());
    return running.flatMap(round -> turn(tx, sheet, form, staff, round));
  }

  private static Optional<Turn> turn(
      Tx tx, Sheet sheet, FormDefinition form, Actor.Staff staff, Round round) {
    String post = round.current().orElseThrow().post();
    List<Holder> holders = Holders.all(tx, Finishing.of(tx, sheet, form));
    List<Holder> mine =
        holders.stream()
            .filter(holder -> holder.staff().equals(staff.staff()) && round.names(holder.post()))
            .filter(holder -> seat(staff, holder).isPresent())
            .toList();
    Optional<Holder> direct =
        mine.stream().filter(holder -> holder.post().equals(post)).findFirst();
    return direct
        .or(() -> mine.stream().findFirst())
        .map(holder ->
            new Turn(
                round,
                seat(staff, holder).orElseThrow(),
                direct.isEmpty(),
                SheetSql.writes(tx, sheet, staff.staff()),
                alone(tx, sheet, post, holders),
                holder.whole()));
  }

  private static Optional<Seat> seat(Actor.Staff staff, Holder holder) {
    return staff
        .reading()
        .filter(seat -> seat.assignment().equals(holder.assignment()))
        .findFirst();
  }

  /** Nobody is left who could decide about what a colleague wrote. */
  private static boolean alone(Tx tx, Sheet sheet, String post, List<Holder> holders) {
    return holders.stream()
        .filter(holder -> holder.whole() && holder.post().equals(post))
        .allMatch(holder -> SheetSql.writes(tx, sheet, holder.staff()));
  }

  /** Somebody with a say in it looks at it: from now on it may be decided about. */
  void opened(Tx tx, Sheet sheet) {
    turn(tx, sheet)
        .ifPresent(turn ->
            approvals.open(
                tx,
                Finishing.of(tx, sheet, forms.of(tx, sheet.form(), sheet.formVersion())),
                turn.round(),
                ((Actor.Staff) Actor.of(tx)).staff()));
  }

  /** Whether the actor has looked at it since it came to the post whose turn it is. */
  boolean isOpened(Tx tx, Sheet sheet, Turn turn) {
    return approvals.isOpened(tx, sheet.id(), turn.round(), ((Actor.Staff) Actor.of(tx)).staff());
  }

  /**
   * 承認, or 代決 where it is another post's turn. After the last post the sheet goes on: to the family
   * where the form asks it, else it is final.
   *
   * @param deputy whether the actor means to decide in place of another
   * @param note why in place of another; else what goes along with it
   */
  public SheetOutcome approve(Tx tx, SheetId id, boolean deputy, Optional<String> note) {
    return approve(tx, id, deputy, note, Optional.empty());
  }

  /**
   * The same from a page.
   *
   * @param moment of the round that the page showed: what came since has to be looked at first
   */
  SheetOutcome approve(
      Tx tx, SheetId id, boolean deputy, Optional<String> note, Optional<String> moment) {
    Sheet sheet = SheetSql.hold(tx, id);
    Optional<Turn> turn = turn(tx, sheet);
    Optional<SheetRefusal> refusal = refusal(tx, sheet, turn, deputy, note);
    if (refusal.isEmpty() && !isOf(moment, turn)) {
      return new Refused(SheetRefusal.Plain.NOT_OPENED);
    }
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    Turn now = turn.orElseThrow();
    Manner manner = now.deputy() ? Manner.DEPUTY : now.own() ? Manner.ALONE : Manner.HOLDER;
    var staff = ((Actor.Staff) Actor.of(tx)).staff();
    String post = now.current().post();
    SheetSql.addDecision(
        tx, sheet, SheetMove.APPROVED, new Decision(Optional.of(post), Optional.of(manner), note));
    approvals.decide(tx, id, now.round(), staff, manner, note);
    trace.write(tx, Entry.of(Action.APPROVE_SHEET).child(sheet.child()).seat(now.seat()));
    if (approvals.running(tx, id).isPresent()) {
      return new Done(id, SheetState.IN_APPROVAL);
    }
    ApprovedSql.keep(tx, sheet);
    FormDefinition form = forms.of(tx, sheet.form(), sheet.formVersion());
    boolean asks = Way.asksGuardian(tx, form);
    SheetMove on = asks ? SheetMove.SENT_TO_GUARDIAN : SheetMove.FINISHED;
    return finishing.carry(tx, sheet, form, on, Optional.empty());
  }

  private Optional<SheetRefusal> refusal(
      Tx tx, Sheet sheet, Optional<Turn> turn, boolean deputy, Optional<String> note) {
    if (sheet.state() != SheetState.IN_APPROVAL) {
      return Optional.of(new SheetRefusal.NotNow(sheet.state()));
    }
    if (turn.isEmpty() || turn.get().deputy() != deputy) {
      return Optional.of(SheetRefusal.Plain.NOT_YOUR_TURN);
    }
    if (!turn.get().approves()) {
      return Optional.of(SheetRefusal.Plain.OWN_DRAFT);
    }
    if (!turn.get().whole() || !PartSql.allReadable(tx, sheet)) {
      return Optional.of(SheetRefusal.Plain.NOT_WHOLE);
    }
    if (!isOpened(tx, sheet, turn.get())) {
      return Optional.of(SheetRefusal.Plain.NOT_OPENED);
    }
    return deputy && note.isEmpty() ? Optional.of(SheetRefusal.Plain.NO_REASON) : Optional.empty();
  }

  /** Whether a page shows what there is to decide about now. */
  private static boolean isOf(Optional<String> moment, Optional<Turn> turn) {
    return moment.isEmpty() || moment.equals(turn.map(Turn::round).map(Round::moment));
  }

  /** The sheet must be one of which the actor reads something; otherwise it is not found. */
  void mustRead(Tx tx, SheetId id) {
    reading.opened(tx, reading.inUse(tx, id));
  }

  /** 差戻: to the writers, or to an earlier post of the route; never without a reason. */
  public SheetOutcome giveBack(
      Tx tx, SheetId id, Optional<Integer> ordinal, Optional<String> reason) {
    return giveBack(tx, id, ordinal, reason, Optional.empty());
  }

  /**
   * The same from a page.
   *
   * @param moment of the round that the page showed
   */
  SheetOutcome giveBack(
      Tx tx,
      SheetId id,
      Optional<Integer> ordinal,
      Optional<String> reason,
      Optional<String> moment) {
    Sheet sheet = SheetSql.hold(tx, id);
    Optional<Turn> turn = turn(tx, sheet);
    if (sheet.state() != SheetState.IN_APPROVAL) {
      return new Refused(new SheetRefusal.NotNow(sheet.state()));
    }
    if (turn.isEmpty() || turn.get().deputy()) {
      return new Refused(SheetRefusal.Plain.NOT_YOUR_TURN);
    }
    if (!isOf(moment, turn)) {
      return new Refused(SheetRefusal.Plain.NOT_OPENED);
    }
    if (reason.isEmpty()) {
      return new Refused(SheetRefusal.Plain.NO_REASON);
    }
    Turn now = turn.get();
    if (ordinal.isPresent()
        && now.round().earlier().stream().noneMatch(step -> step.ordinal() == ordinal.get())) {
      return new Refused(SheetRefusal.Plain.NOT_YOUR_TURN);
    }
    var decision = new Decision(Optional.of(now.current().post()), Optional.empty(), reason);
    trace.write(tx, Entry.of(Action.APPROVE_SHEET).child(sheet.child()).seat(now.seat()));
    if (ordinal.isPresent()) {
      int to = ordinal.get();
      approvals.sendBack(tx, id, now.round(), to);
      SheetSql.addDecision(tx, sheet, SheetMove.SENT_BACK, decision);
      return new Done(id, SheetState.IN_APPROVAL);
    }
    FormDefinition form = forms.of(tx, sheet.form(), sheet.formVersion());
    ApprovedSql.keep(tx, sheet);
    approvals.end(tx, id);
    return finishing.decided(tx, sheet, form, SheetMove.RETURNED, decision);
  }

  /** Whether the actor writes the sheet, or had a say in the last round of it. */
  boolean isNear(Tx tx, Sheet sheet) {
    if (!(Actor.of(tx) instanceof Actor.Staff staff) || sheet.organisation().isEmpty()) {
      return false;
    }
    return SheetSql.writes(tx, sheet, staff.staff())
        || approvals
            .last(tx, sheet.id(), sheet.revision())
            .filter(round ->
                staff
                    .reading()
                    .filter(seat -> seat.organisation().equals(sheet.organisation().get()))
                    .anyMatch(seat -> round.names(seat.post())))
            .isPresent();
  }

  /** A post of the actor in whose place somebody decided and that has not seen it yet. */
  Optional<String> unseen(Tx tx, Sheet sheet) {
    return Actor.of(tx) instanceof Actor.Staff staff && sheet.organisation().isPresent()
        ? ApprovalsSql.unseen(tx, staff, sheet)
        : Optional.empty();
  }

  /** 後閲: the holder has seen what was decided in his place. */
  public SheetOutcome see(Tx tx, SheetId id) {
    Sheet sheet = SheetSql.hold(tx, id);
    ReadSheet read = reading.inUse(tx, id);
    String post = unseen(tx, sheet).orElseThrow(NotFound::new);
    if (read.parts().isEmpty()) {
      throw new NotFound();
    }
    approvals.see(tx, id, post, ((Actor.Staff) Actor.of(tx)).staff());
    trace.write(tx, Entry.of(Action.APPROVE_SHEET).child(sheet.child()));
    return new Done(id, sheet.state());
  }

  /**
   * What is different from what those who decide had before them last: in this revision, else what
   * was final before it. Empty where they had nothing yet, or nothing is different.
   */
  List<SheetComparison.Changed> differs(Tx tx, ReadSheet read) {
    Sheet sheet = read.sheet();
    Map<String, Answers> approved = ApprovedSql.of(tx, sheet);
    if (approved.isEmpty()) {
      return sheet.revision() == 1
          ? List.of()
          : SheetComparison.between(
              tx, reading.revision(tx, sheet.id(), sheet.revision() - 1), read);
    }
    List<ReadSheet.Part> then = new ArrayList<>();
    for (ReadSheet.Part part : read.parts()) {
      boolean open = part.revision() == sheet.revision();
      Optional.ofNullable(approved.get(part.section().key()))
          .map(part::saying)
          .or(() -> open ? Optional.empty() : Optional.of(part))
          .ifPresent(then::add);
    }
    return SheetComparison.between(tx, new ReadSheet(sheet, read.form(), then, read.steps()), read);
  }

  /** Whether those who decide had it before them already. */
  boolean isAgain(Tx tx, Sheet sheet) {
    return sheet.revision() > 1 || !ApprovedSql.of(tx, sheet).isEmpty();
  }
}
