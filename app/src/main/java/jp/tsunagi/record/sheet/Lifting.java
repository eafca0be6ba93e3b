package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.record.file.Files;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.Cycle;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.FormVersions;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.item.ItemState;
import jp.tsunagi.record.sheet.PartSql.Given;
import jp.tsunagi.record.sheet.PartSql.Part;
import org.springframework.stereotype.Component;

/**
 * 新しい様式に移す: a draft begun on an earlier version of its form goes on on the one in use (F5). Every
 * answer keeps its place by its key; what has none stays with its part and is shown. Parts that are
 * final stay on the version they became final on.
 */
@Component
public final class Lifting {
  private final FormVersions forms;
  private final SheetReading reading;
  private final PartWriting parts;
  private final Files files;
  private final Trace trace;

  Lifting(FormVersions forms, SheetReading reading, PartWriting parts, Files files, Trace trace) {
    this.forms = forms;
    this.reading = reading;
    this.parts = parts;
    this.files = files;
    this.trace = trace;
  }

  /** The version the draft can go on on; none when it is on the newest, or is no draft. */
  private Optional<FormDefinition> later(Tx tx, Sheet sheet) {
    FormDefinition now = forms.of(tx, sheet.form(), sheet.formVersion());
    int year = now.cycle() == Cycle.ONCE ? FiscalYear.of(tx.today()).year() : sheet.fiscalYear();
    return sheet.state() == SheetState.DRAFT
        ? forms.later(tx, sheet.form(), sheet.formVersion(), year)
        : Optional.empty();
  }

  /** The offer for a draft, with what would have no place. */
  public Optional<LiftView> offer(Tx tx, SheetId id) {
    return offer(tx, reading.draft(tx, id));
  }

  Optional<LiftView> offer(Tx tx, ReadSheet draft) {
    return later(tx, draft.sheet())
        .map(to ->
            new LiftView(
                t("sheet.lift.words", draft.sheet().formVersion(), to.version()),
                draft.parts().stream()
                    .filter(part -> draft.form().section(part.section().key()).isPresent())
                    .flatMap(part ->
                        Lifted.of(draft.form(), part.section().key(), part.answers(), to)
                            .left()
                            .stream())
                    .filter(left -> left.answer().given())
                    .map(left -> left.label().in(language()))
                    .distinct()
                    .toList()));
  }

  /** What of a draft has no place in the form it is on, with the words that asked for it. */
  public List<LineView> left(Tx tx, SheetId id) {
    return left(reading.draft(tx, id));
  }

  static List<LineView> left(ReadSheet draft) {
    List<LineView> left = new ArrayList<>();
    for (ReadSheet.Part part : draft.parts()) {
      left.addAll(LineView.left(part));
      if (draft.form().section(part.section().key()).isEmpty()) {
        left.addAll(LineView.of(part));
      }
    }
    return left;
  }

  /** Lifts the draft; on the newest version already, it stays as it is. */
  public SheetOutcome lift(Tx tx, SheetId id) {
    Sheet sheet = SheetSql.hold(tx, id);
    FormDefinition now = forms.of(tx, sheet.form(), sheet.formVersion());
    Optional<SheetRefusal> refusal = refusal(tx, sheet, now);
    if (refusal.isPresent()) {
      return new SheetOutcome.Refused(refusal.get());
    }
    later(tx, sheet).ifPresent(to -> lift(tx, sheet, to));
    trace.write(tx, Entry.of(Action.SAVE_DRAFT).child(sheet.child()).purpose("LIFTED"));
    return new SheetOutcome.Done(id, sheet.state());
  }

  private static Optional<SheetRefusal> refusal(Tx tx, Sheet sheet, FormDefinition form) {
    Optional<SheetRefusal> may = WriteRule.refusal(tx, sheet, form);
    if (may.isPresent()) {
      return may;
    }
    if (Actor.of(tx) instanceof Actor.Staff staff && !SheetSql.writes(tx, sheet, staff.staff())) {
      throw new NotFound();
    }
    if (sheet.state() != SheetState.DRAFT) {
      return Optional.of(new SheetRefusal.NotNow(sheet.state()));
    }
    return PartSql.allReadable(tx, sheet)
        ? Optional.empty()
        : Optional.of(SheetRefusal.Plain.OTHER_GUARDIAN);
  }

  private void lift(Tx tx, Sheet sheet, FormDefinition to) {
    Map<String, Part> latest = new TreeMap<>();
    PartSql.all(tx, sheet).stream()
        .filter(part -> !part.ended())
        .forEach(part -> latest.put(part.section(), part));
    Map<String, Integer> versions = new TreeMap<>();
    latest.forEach((section, part) -> versions.put(section, part.form(sheet)));
    tx.as(
        new Actor.Job(tx.tenant(), "sheet"),
        () -> {
          LiftSql.lift(tx, sheet, to.version());
          return true;
        });
    Sheet lifted = SheetSql.find(tx, sheet.id());
    Map<Part, Lifted> all = new java.util.LinkedHashMap<>();
    latest.forEach((section, part) ->
        all.put(
            part,
            Lifted.of(
                forms.of(tx, sheet.form(), versions.getOrDefault(section, sheet.formVersion())),
                section,
                part.answers(),
                to)));
    all.forEach((part, over) -> stay(tx, lifted, part, over, to, versions));
    all.forEach((part, over) ->
        over.elsewhere()
            .forEach(
                moved -> move(tx, lifted, part, to.section(moved.getKey()).orElseThrow(), moved)));
    SheetSql.addStep(
        tx, lifted, lifted.revision(), SheetMove.LIFTED, Optional.empty(), Optional.empty());
  }

  /** A part of the draft whose section goes on; what has no place in it is kept beside. */
  private static void stay(
      Tx tx,
      Sheet sheet,
      Part part,
      Lifted over,
      FormDefinition to,
      Map<String, Integer> versions) {
    boolean draft = part.revision() == sheet.revision() && part.state() == ItemState.DRAFT;
    if (draft && to.section(part.section()).isPresent()) {
      LiftSql.onto(tx, sheet, part, to.version(), over.answers());
      int from = versions.getOrDefault(part.section(), to.version());
      PartWriting.keep(tx, sheet, part, from, over);
    }
  }

  /** Answers whose field now stands in another section: they go there with who gave them. */
  private void move(
      Tx tx, Sheet sheet, Part from, Section section, Map.Entry<String, Answers> moved) {
    Given given = PartSql.given(tx, sheet, from);
    Part part =
        PartSql.current(tx, sheet, section.key())
            .orElseGet(() -> parts.begin(tx, sheet, section, given));
    Answers answers = part.answers();
    Map<Address, Answer> was = new TreeMap<>();
    for (var each : moved.getValue().byField().entrySet()) {
      if (!answers.at(each.getKey()).given()) {
        Address at = Address.of(each.getKey());
        was.put(at, answers.at(each.getKey()));
        answers = answers.with(at, each.getValue());
      }
    }
    int version = part.version() + 1;
    PartSql.save(tx, sheet, section.key(), answers, version);
    files.hold(tx, part.item(), FileAnswers.in(answers));
    PartSql.addEdits(tx, sheet, part, version, Id.fresh(), given, was);
  }
}
