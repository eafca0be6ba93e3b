package jp.tsunagi.record.sheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.record.form.AttachedTo;
import jp.tsunagi.record.form.Cycle;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.FormVersions;
import jp.tsunagi.record.form.Occasion;
import jp.tsunagi.record.sheet.SheetOutcome.Done;
import jp.tsunagi.record.sheet.SheetOutcome.Refused;
import org.springframework.stereotype.Component;

/**
 * What can be done with a sheet, for staff and guardians alike; the actor of the transaction acts.
 * Every action decides, saves and leaves its row of the trace. What the actor may not see at all is
 * not found; everything else that cannot be done comes back as a {@link SheetRefusal}.
 */
@Component
public final class Sheets {
  private final FormVersions forms;
  private final PartWriting parts;
  private final Finishing finishing;
  private final Trace trace;

  Sheets(FormVersions forms, PartWriting parts, Finishing finishing, Trace trace) {
    this.forms = forms;
    this.parts = parts;
    this.finishing = finishing;
    this.trace = trace;
  }

  /**
   * Starts a sheet, or leads to the one that is there: one per child, form, place and fiscal year,
   * of a form for each term one per term too (個人票: one per child), also when two start it at once.
   * Of a form that may be written several times a year it leads to the one that is not final yet,
   * and begins the next when there is none. A colleague who starts it becomes one of its writers.
   */
  public SheetOutcome start(Tx tx, NewSheet wanted) {
    Optional<FormDefinition> form = forms.validIn(tx, wanted.form(), wanted.fiscalYear());
    if (form.isEmpty()) {
      WriteRule.seen(tx, wanted.child());
      return new Refused(SheetRefusal.Plain.NOT_USED);
    }
    Optional<SheetRefusal> refusal = Starting.refusal(tx, wanted, form.get());
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    SheetSql.oneStart(tx, wanted.child());
    Sheet sheet =
        there(tx, wanted, form.get())
            .orElseGet(() -> begin(tx, SheetSql.counted(tx, wanted, form.get()), form.get()));
    if (Actor.of(tx) instanceof Actor.Staff staff && sheet.state() == SheetState.DRAFT) {
      SheetSql.addWriter(tx, sheet, staff.staff());
    }
    trace.write(tx, Entry.of(Action.SAVE_DRAFT).child(sheet.child()));
    return new Done(sheet.id(), sheet.state());
  }

  private static Optional<Sheet> there(Tx tx, NewSheet wanted, FormDefinition form) {
    if (SheetSql.isCounted(form)) {
      return SheetSql.open(tx, wanted);
    }
    boolean everyYear = form.cycle() != Cycle.ONCE;
    return SheetSql.same(tx, wanted, everyYear, form.attachedTo() == AttachedTo.HANDOVER);
  }

  /** A new sheet knows its writer and its day; whoever begins it is its first writer. */
  private Sheet begin(Tx tx, NewSheet wanted, FormDefinition form) {
    Sheet sheet = SheetSql.add(tx, wanted, form);
    SheetSql.addStep(tx, sheet, 1, SheetMove.STARTED, Optional.empty(), Optional.empty());
    if (Actor.of(tx) instanceof Actor.Staff staff) {
      SheetSql.addWriter(tx, sheet, staff.staff());
      Prefilling.of(tx, sheet, form).forEach(draft -> parts.save(tx, sheet.id(), draft));
    }
    return sheet;
  }

  /** Saves one part of a draft; two writers are merged field by field. */
  public SaveOutcome save(Tx tx, SheetId id, Draft draft) {
    return parts.save(tx, id, draft);
  }

  /** 決裁に出す: to the posts of the place that decide about it. */
  public SheetOutcome submit(Tx tx, SheetId id) {
    return finishing.move(tx, id, SheetMove.SUBMITTED, Optional.empty());
  }

  /** 保護者に送る: in use inside from now on, and with the guardian for confirmation. */
  public SheetOutcome send(Tx tx, SheetId id) {
    return finishing.move(tx, id, SheetMove.SENT_TO_GUARDIAN, Optional.empty());
  }

  /** 引き戻す: back to the draft. */
  public SheetOutcome pullBack(Tx tx, SheetId id) {
    return finishing.move(tx, id, SheetMove.PULLED_BACK, Optional.empty());
  }

  /**
   * 保護者が確認した: in the portal by the guardian; on paper or orally as staff note it. Final from then
   * on (A7).
   */
  public SheetOutcome confirm(Tx tx, SheetId id, Confirmation answer) {
    return finishing.move(tx, id, SheetMove.CONFIRMED, Optional.of(answer));
  }

  /** ここが違います: the sheet stays where it is, the organisation sees what differs. */
  public SheetOutcome disagree(Tx tx, SheetId id, Confirmation answer) {
    return finishing.move(tx, id, SheetMove.DISAGREED, Optional.of(answer));
  }

  /** What staff noted of the guardian's answer: one of the three. */
  SheetOutcome note(Tx tx, SheetId id, Noting noting) {
    return noting.wrong()
        ? new Refused(new SheetRefusal.NotNoted(noting.faults()))
        : finishing.move(tx, id, noting.move(), Optional.of(noting.answer()));
  }

  /** 変更, by somebody who writes the sheet from then on. */
  public SheetOutcome amendAndJoin(Tx tx, SheetId id) {
    return joined(tx, amend(tx, id));
  }

  /** Whoever takes a sheet back into work writes it from then on. */
  static SheetOutcome joined(Tx tx, SheetOutcome outcome) {
    if (outcome instanceof SheetOutcome.Done(var id, _)
        && Actor.of(tx) instanceof Actor.Staff staff) {
      SheetSql.addWriter(tx, SheetSql.find(tx, id), staff.staff());
    }
    return outcome;
  }

  /** 会議, 説明, 交付: what took place on that day, with these people. */
  public SheetOutcome note(Tx tx, SheetId id, Occasion occasion, LocalDate on, String people) {
    return finishing.note(tx, id, SheetMove.of(occasion), on, people);
  }

  /** The family has not answered, and the place goes on with the sheet inside. */
  public SheetOutcome useInside(Tx tx, SheetId id) {
    return finishing.move(tx, id, SheetMove.USED_INSIDE, Optional.empty());
  }

  /** 話したい. */
  public SheetOutcome askToTalk(Tx tx, SheetId id, Confirmation answer) {
    return finishing.move(tx, id, SheetMove.ASKED_TO_TALK, Optional.of(answer));
  }

  /** 確定する, where the form asks no guardian. */
  public SheetOutcome finish(Tx tx, SheetId id) {
    return finishing.move(tx, id, SheetMove.FINISHED, Optional.empty());
  }

  /** 訂正: something was wrong. */
  public SheetOutcome correct(Tx tx, SheetId id) {
    return finishing.move(tx, id, SheetMove.CORRECTION_STARTED, Optional.empty());
  }

  /** 変更: something is different now. */
  public SheetOutcome amend(Tx tx, SheetId id) {
    return finishing.move(tx, id, SheetMove.AMENDMENT_STARTED, Optional.empty());
  }

  /** 取りやめる: a first draft is put aside, a revision dropped; both can be undone. */
  public SheetOutcome discard(Tx tx, SheetId id) {
    Sheet sheet = SheetSql.find(tx, id);
    boolean first = sheet.revision() == 1;
    var move = first ? SheetMove.DISCARDED : SheetMove.REVISION_DROPPED;
    return finishing.move(tx, id, move, Optional.empty());
  }

  /** 元に戻す. */
  public SheetOutcome restore(Tx tx, SheetId id) {
    return finishing.move(tx, id, SheetMove.RESTORED, Optional.empty());
  }

  /** What is still missing or wrong before the next step, in the order of the form. */
  public List<Missing> missing(Tx tx, SheetId id) {
    Sheet sheet = SheetSql.find(tx, id);
    return finishing.missing(tx, sheet, forms.of(tx, sheet.form(), sheet.formVersion()));
  }

  /** The answer a guardian gives in the portal today. */
  public static Confirmation inPortal(Tx tx, GuardianId guardian, Optional<String> note) {
    return new Confirmation(guardian, Confirmation.Means.PORTAL, tx.today(), note);
  }
}
