package jp.tsunagi.record.sheet;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Compartments;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.record.file.Files;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.FormVersions;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.form.Writer;
import jp.tsunagi.record.item.Author;
import jp.tsunagi.record.item.ItemKind;
import jp.tsunagi.record.item.ItemState;
import jp.tsunagi.record.item.Items;
import jp.tsunagi.record.item.NewItem;
import jp.tsunagi.record.sheet.PartSql.Edit;
import jp.tsunagi.record.sheet.PartSql.Given;
import jp.tsunagi.record.sheet.PartSql.Part;
import jp.tsunagi.record.sheet.SaveOutcome.Both;
import jp.tsunagi.record.sheet.SaveOutcome.Refused;
import jp.tsunagi.record.sheet.SaveOutcome.Saved;
import org.springframework.stereotype.Component;

/** Saves a part of a draft. A part comes into being with its first answer. */
@Component
final class PartWriting {
  static final Duration ONE_SITTING = Duration.ofMinutes(15);

  private final FormVersions forms;
  private final Items items;
  private final Files files;
  private final Trace trace;

  PartWriting(FormVersions forms, Items items, Files files, Trace trace) {
    this.forms = forms;
    this.items = items;
    this.files = files;
    this.trace = trace;
  }

  SaveOutcome save(Tx tx, SheetId id, Draft draft) {
    Sheet sheet = SheetSql.hold(tx, id);
    FormDefinition form = forms.of(tx, sheet.form(), sheet.formVersion());
    Section section = form.section(draft.section()).orElseThrow(NotFound::new);
    Optional<SheetRefusal> refusal = refusal(tx, sheet, form, section);
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    return given(tx, sheet, section, draft)
        .map(given -> save(tx, sheet, section, draft, given))
        .orElseGet(() -> new Refused(SheetRefusal.Plain.NO_GUARDIAN));
  }

  private static Optional<SheetRefusal> refusal(
      Tx tx, Sheet sheet, FormDefinition form, Section section) {
    Optional<SheetRefusal> may = WriteRule.refusal(tx, sheet, form);
    if (may.isPresent()) {
      return may;
    }
    if (Actor.of(tx) instanceof Actor.Staff staff && !SheetSql.writes(tx, sheet, staff.staff())) {
      throw new NotFound();
    }
    if (Actor.of(tx) instanceof Actor.Guardian && section.writer() == Writer.ORGANISATION) {
      return Optional.of(SheetRefusal.Plain.NO_RIGHT);
    }
    if (section.category() == Category.LOCATION && Compartments.concealed(tx, sheet.child())) {
      // what stands there is not read, so that it would be lost
      return Optional.of(SheetRefusal.Plain.HIDDEN);
    }
    return sheet.state() == SheetState.DRAFT
        ? Optional.empty()
        : Optional.of(new SheetRefusal.NotNow(sheet.state()));
  }

  private SaveOutcome save(Tx tx, Sheet sheet, Section section, Draft draft, Given given) {
    Optional<Part> there = written(tx, sheet, section);
    if (there.filter(part -> !PartSql.readable(tx, part.item())).isPresent()) {
      return new Refused(SheetRefusal.Plain.OTHER_GUARDIAN);
    }
    if (there.isEmpty() && sheet.revision() == 1 && says(draft).isEmpty()) {
      trace.writeOnceIn(tx, ONE_SITTING, Entry.of(Action.SAVE_DRAFT).child(sheet.child()));
      return new Saved(0, tx.now(), List.of());
    }
    Part part = there.orElseGet(() -> begin(tx, sheet, section, given));
    List<Edit> edits = PartSql.editsAfter(tx, sheet, section.key(), draft.since());
    var result = Saving.merge(part.answers(), edits, draft);
    int version = result.was().isEmpty() ? part.version() : part.version() + 1;
    if (version > part.version()) {
      PartSql.save(tx, sheet, section.key(), result.merged(), version);
      files.hold(tx, part.item(), FileAnswers.in(result.merged()));
      PartSql.addEdits(tx, sheet, part, version, draft.page(), given, result.was());
    }
    if (version > part.version() || draft.said().isPresent()) {
      PartSql.given(tx, sheet, section.key(), given);
    }
    var entry = Entry.of(Action.SAVE_DRAFT).child(sheet.child()).item(part.item());
    trace.writeOnceIn(tx, ONE_SITTING, entry);
    return new Saved(version, tx.now(), both(tx, result, edits, draft));
  }

  /** The answers that say something; a page sent blank begins no part. */
  private static List<Answer> says(Draft draft) {
    return draft.entered().answers().byField().values().stream()
        .filter(answer -> answer instanceof Answer.Rows rows ? said(rows) : answer.given())
        .toList();
  }

  private static boolean said(Answer.Rows rows) {
    return rows.byId().values().stream()
        .flatMap(cells -> cells.byField().values().stream())
        .anyMatch(Answer::given);
  }

  private static List<Both> both(Tx tx, Saving.Result result, List<Edit> edits, Draft draft) {
    return result.clashes().stream()
        .map(clash -> {
          Optional<Edit> other = Saving.lastOther(edits, clash.address(), draft.page());
          String name =
              other
                  .filter(edit -> !Actor.of(tx).id().equals(Optional.of(edit.by().id())))
                  .map(edit -> PersonSql.name(tx, edit.by()))
                  .orElse("");
          return new Both(clash, name, other.map(Edit::at).orElse(tx.now()));
        })
        .toList();
  }

  /** The part that is being written, be it by somebody whose draft the actor may not see. */
  private static Optional<Part> written(Tx tx, Sheet sheet, Section section) {
    return tx.as(
        new Actor.Job(tx.tenant(), "sheet"), () -> PartSql.current(tx, sheet, section.key()));
  }

  /** A new part begins with what the last final revision says. */
  Part begin(Tx tx, Sheet sheet, Section section, Given given) {
    ItemId item =
        items.add(
            tx,
            new NewItem(
                sheet.child(),
                ItemKind.SHEET,
                section.category(),
                author(sheet, given),
                Optional.of(sheet.form() + "/" + section.key()),
                Optional.of(sheet.id()),
                sheet.revision(),
                ItemState.DRAFT,
                section.guardianReads(),
                tx.today(),
                Gist.NOTHING));
    Optional<Part> last =
        PartSql.all(tx, sheet).stream()
            .filter(part -> part.section().equals(section.key()))
            .filter(part -> part.state() == ItemState.FINAL)
            .reduce((_, later) -> later);
    Optional<Lifted> lifted =
        last.filter(part -> part.form(sheet) != sheet.formVersion())
            .map(part -> lifted(tx, sheet, part));
    Answers before =
        lifted.map(Lifted::answers).or(() -> last.map(Part::answers)).orElse(Answers.NONE);
    PartSql.add(tx, sheet, section.key(), item, given);
    PartSql.save(tx, sheet, section.key(), before, 0);
    files.hold(tx, item, FileAnswers.in(before));
    Part part =
        new Part(
            sheet.revision(),
            section.key(),
            item,
            before,
            0,
            ItemState.DRAFT,
            Optional.of(sheet.formVersion()));
    lifted.ifPresent(over -> keep(tx, sheet, part, last.orElseThrow().form(sheet), over));
    return part;
  }

  /** A part of an earlier version as the one takes it that the sheet is on. */
  private Lifted lifted(Tx tx, Sheet sheet, Part part) {
    return Lifted.of(
        forms.of(tx, sheet.form(), part.form(sheet)),
        part.section(),
        part.answers(),
        forms.of(tx, sheet.form(), sheet.formVersion()));
  }

  static void keep(Tx tx, Sheet sheet, Part part, int from, Lifted over) {
    Answers left = over.leftAnswers();
    if (!left.byField().isEmpty()) {
      LiftSql.keep(tx, sheet, part, from, left);
    }
  }

  /**
   * A family's sheet holds the family's own records. What a child or guardian told an organisation
   * for the organisation's sheet is the organisation's record of it, with the giver named.
   */
  private static Author author(Sheet sheet, Given given) {
    return sheet
        .organisation()
        .<Author>map(Author.Organisation::new)
        .orElseGet(() -> new Author.Guardian(new GuardianId(given.by())));
  }

  /** Whose words the section holds; empty when that was not said, or cannot be. */
  private static Optional<Given> given(Tx tx, Sheet sheet, Section section, Draft draft) {
    if (Actor.of(tx) instanceof Actor.Guardian guardian) {
      return Optional.of(
          new Given("GUARDIAN", guardian.guardian().value(), Optional.empty(), Optional.empty()));
    }
    Optional<UUID> typist = Actor.of(tx).id();
    if (draft.said().isPresent()) {
      Said said = draft.said().get();
      boolean possible =
          PersonSql.isGuardian(tx, sheet.child(), said.guardian())
              && !said.receivedOn().isAfter(tx.today());
      return possible
          ? Optional.of(
              new Given(
                  "GUARDIAN", said.guardian().value(), typist, Optional.of(said.receivedOn())))
          : Optional.empty();
    }
    return sheet
        .organisation()
        .map(at ->
            switch (section.writer()) {
              case PERSON -> new Given("PERSON", sheet.child().value(), typist, Optional.empty());
              case GUARDIAN -> PersonSql.guardianOrElse(tx, sheet.child(), at, typist);
              case ORGANISATION -> new Given("ORGANISATION", at.value(), typist, Optional.empty());
            })
        .or(() -> PersonSql.lastGiver(tx, sheet, section, typist));
  }
}
