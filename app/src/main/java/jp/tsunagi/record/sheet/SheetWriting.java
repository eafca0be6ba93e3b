package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.language;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.calendar.DateReader;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.TwoTexts;
import jp.tsunagi.record.file.Uploads;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.AnswerCheck;
import jp.tsunagi.record.form.AnswerProblem;
import jp.tsunagi.record.form.AnswerText;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.Entered;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.form.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** Showing a section to whoever writes it, and taking in what the page sends back. */
@Component
public final class SheetWriting {
  private final Sheets sheets;
  private final SheetReading reading;
  private final Attaching attaching;
  private final Receiving receiving;

  SheetWriting(Sheets sheets, SheetReading reading, Attaching attaching, Receiving receiving) {
    this.sheets = sheets;
    this.reading = reading;
    this.attaching = attaching;
    this.receiving = receiving;
  }

  /**
   * A section of a draft, ready to be filled in. What may not be written is not found.
   *
   * @param more field that gets one more blank row
   */
  public PartForm form(Tx tx, SheetId id, String section, Optional<String> more) {
    ReadSheet draft = open(tx, id);
    var shown = new Shown(Id.fresh(), List.of(), more.orElse(null));
    return form(tx, draft, asked(draft, section), shown);
  }

  /**
   * The same after saving: fields in which two people wrote are shown with both texts and the
   * reader's own inside, fields that were written and ticked with both.
   */
  public PartForm form(Tx tx, SheetId id, String section, SaveOutcome.Saved saved) {
    ReadSheet draft = open(tx, id);
    var either = Map.of(section, saved.either());
    var shown = new Shown(Id.fresh(), saved.both(), null, false, null, either);
    return form(tx, draft, asked(draft, section), shown);
  }

  /** Fields of a section that were written and ticked, each with what is to be done. */
  public SheetRefusal undecided(
      Tx tx, SheetId id, String section, SortedMap<Address, Entered.Either> either) {
    ReadSheet draft = open(tx, id);
    Section asked = asked(draft, section);
    return new SheetRefusal.Undecided(Faults.undecided(asked, answers(draft, asked), either));
  }

  /** The same for whoever comes from what is missing before it can be handed in: it is marked. */
  public PartForm checked(Tx tx, SheetId id, String section) {
    ReadSheet draft = open(tx, id);
    return form(
        tx, draft, asked(draft, section), new Shown(Id.fresh(), List.of(), null).strictly());
  }

  /** What of a section is saved as typed and cannot be taken as an answer. */
  public List<Missing> wrong(Tx tx, SheetId id, String section) {
    ReadSheet draft = open(tx, id);
    Section asked = asked(draft, section);
    return Faults.written(asked, answers(draft, asked), tx.today());
  }

  /** A section of the form of a draft that the actor may write. */
  public Section section(Tx tx, SheetId id, String section) {
    return asked(open(tx, id), section);
  }

  private static Section asked(ReadSheet draft, String section) {
    return draft.form().section(section).orElseThrow(NotFound::new);
  }

  /** The next step of a draft that nobody has begun; else the first that is not complete. */
  public static Optional<SectionStep> resume(List<SectionStep> steps) {
    return steps.stream()
        .filter(step -> step.answered() == 0 && step.of() > 0)
        .findFirst()
        .or(() -> steps.stream().filter(step -> !step.complete()).findFirst());
  }

  /** The sections of a long form, with how far each is. */
  public List<SectionStep> steps(Tx tx, SheetId id) {
    return steps(open(tx, id), tx.today());
  }

  /**
   * The files that came with a page for that sheet, before its transaction; looked at only for
   * whoever may write it.
   */
  public Uploads files(Actor actor, SheetId id, MultiValueMap<String, MultipartFile> sent) {
    return receiving.files(actor, id, sent);
  }

  /**
   * Saves what a page with that section sent: names as {@code PartForm.jte} gives them, by autosave
   * or with the page's button.
   */
  public SaveOutcome save(
      Tx tx,
      SheetId id,
      String section,
      Map<String, List<String>> parameters,
      Optional<Said> said) {
    return save(tx, id, section, parameters, Uploads.NONE, said);
  }

  /** The same with the files that came along; a file that is refused loses nothing of the text. */
  public SaveOutcome save(
      Tx tx,
      SheetId id,
      String section,
      Map<String, List<String>> parameters,
      Uploads uploads,
      Optional<Said> said) {
    ReadSheet draft = open(tx, id);
    Section asked = asked(draft, section);
    Typing typing = new Typing(parameters);
    SaveOutcome outcome = save(tx, draft, asked, typing, said);
    return outcome instanceof SaveOutcome.Refused
        ? outcome
        : attaching
            .all(tx, id, asked, typing, uploads, said)
            .<SaveOutcome>map(SaveOutcome.Refused::new)
            .orElse(outcome);
  }

  /** Files of a section, in or out, after its text was saved. */
  Optional<SheetRefusal> attach(
      Tx tx, ReadSheet draft, Section section, Typing typing, Uploads files, Optional<Said> said) {
    return attaching.all(tx, draft.sheet().id(), section, typing, files, said);
  }

  /**
   * How a page shows a section once more.
   *
   * @param strict what is missing before it can be final is marked too
   * @param noting what staff noted of a guardian's answer, or null
   * @param either fields with something written and a tick, by section; of the two one is to go
   */
  record Shown(
      UUID page,
      List<SaveOutcome.Both> both,
      @Nullable String more,
      boolean strict,
      @Nullable Noting noting,
      Map<String, SortedMap<Address, Entered.Either>> either) {
    Shown(UUID page, List<SaveOutcome.Both> both, @Nullable String more) {
      this(page, both, more, false, null, Map.of());
    }

    Shown strictly() {
      return new Shown(page, both, more, true, noting, either);
    }

    SortedMap<Address, Entered.Either> either(Section section) {
      return either.getOrDefault(section.key(), Collections.emptySortedMap());
    }
  }

  ReadSheet open(Tx tx, SheetId id) {
    ReadSheet draft = reading.draft(tx, id);
    reading.opened(tx, draft);
    return draft;
  }

  static List<SectionStep> steps(ReadSheet draft, LocalDate today) {
    return draft.form().sections().stream().map(section -> step(draft, section, today)).toList();
  }

  private static SectionStep step(ReadSheet draft, Section section, LocalDate today) {
    Answers answers = answers(draft, section);
    return new SectionStep(
        section.key(),
        section.title().in(language()),
        answered(section, answers),
        section.questions().size(),
        Faults.written(section, answers, today).size());
  }

  private static int answered(Section section, Answers answers) {
    return (int)
        section.questions().stream().filter(each -> answers.at(each.key()).given()).count();
  }

  static Answers answers(ReadSheet draft, Section section) {
    return draft.part(section.key()).map(ReadSheet.Part::answers).orElse(Answers.NONE);
  }

  PartForm form(Tx tx, ReadSheet draft, Section section, Shown shown) {
    Answers saved = answers(draft, section);
    var either = shown.either(section);
    Answers answers = written(mine(saved, section, shown.both()), either);
    Map<Address, Answer> ticks = new TreeMap<>();
    either.forEach((at, each) -> ticks.put(at, each.tick()));
    Map<String, String> facts = ChildFacts.of(tx, draft.sheet(), section);
    var questions =
        new Questions(
            answers,
            facts,
            tx.today(),
            problems(section, answers, shown.strict(), either),
            ticks,
            two(section, shown),
            draft.part(section.key()).map(ReadSheet.Part::files).orElse(List.of()),
            shown.more());
    var givers = new GiverWords(tx, draft.sheet());
    return new PartForm(
        section.key(),
        section.title().in(language()),
        Optional.ofNullable(section.intro()).map(SheetWriting::text).orElse(null),
        ReaderSql.sentence(tx, draft.sheet(), List.of(section)),
        shown.page().toString(),
        since(draft, section),
        answered(section, saved),
        section.fields().stream()
            .map(field ->
                questions
                    .of(field)
                    .who(
                        draft
                            .part(section.key())
                            .map(part -> givers.of(part, field.key()))
                            .orElse("")))
            .toList(),
        draft.part(section.key()).map(givers::of).orElse(""),
        removed(tx, draft, section).stream()
            .map(row ->
                new PartForm.Removed(
                    Address.of(row.address().field()).parameter(),
                    row.words(section),
                    row.address().toString()))
            .toList());
  }

  private static List<RemovedRow> removed(Tx tx, ReadSheet draft, Section section) {
    boolean tables = section.questions().stream().anyMatch(it -> !it.columns().isEmpty());
    return tables && since(draft, section) > 0
        ? RemovedRow.of(
            section,
            answers(draft, section),
            PartSql.editsAfter(tx, draft.sheet(), section.key(), 0))
        : List.of();
  }

  /** While both texts are shown the field holds the reader's own, as it was typed. */
  private static Answers mine(Answers saved, Section section, List<SaveOutcome.Both> both) {
    Answers mine = saved;
    for (SaveOutcome.Both each : both) {
      Address at = each.clash().address();
      if (!at.isRow() && section.field(at).isPresent()) {
        mine = mine.with(at, each.clash().mine());
      }
    }
    return mine;
  }

  /** Where something was written and ticked the field holds what was written. */
  private static Answers written(Answers answers, SortedMap<Address, Entered.Either> either) {
    Answers written = answers;
    for (var each : either.entrySet()) {
      written = written.with(each.getKey(), each.getValue().content());
    }
    return written;
  }

  private static String text(Wording wording) {
    return wording.in(language());
  }

  /** A part carried over from an earlier revision has no version in this one yet. */
  static int since(ReadSheet draft, Section section) {
    return draft
        .part(section.key())
        .filter(part -> part.revision() == draft.sheet().revision())
        .map(ReadSheet.Part::version)
        .orElse(0);
  }

  private static Map<Address, AnswerProblem> problems(
      Section section, Answers answers, boolean strict, SortedMap<Address, Entered.Either> either) {
    Map<Address, AnswerProblem> problems = new TreeMap<>();
    either.keySet().forEach(at -> problems.put(at, AnswerProblem.either(at)));
    (strict ? AnswerCheck.toFinal(section, answers) : AnswerCheck.draft(section, answers))
        .forEach(problem -> problems.putIfAbsent(problem.address(), problem));
    return problems;
  }

  static Map<Address, TwoTexts> two(Section section, Shown shown) {
    Map<Address, TwoTexts> two = new HashMap<>();
    for (SaveOutcome.Both both : shown.both()) {
      Address at = both.clash().address();
      section.field(at).ifPresent(field -> two.put(at, two(field, both)));
    }
    return two;
  }

  private static TwoTexts two(Field field, SaveOutcome.Both both) {
    return new TwoTexts(
        both.clash().address().parameter(),
        both.other(),
        SheetWords.time(both.at()),
        AnswerText.shown(field, both.clash().mine()),
        AnswerText.shown(field, both.clash().saved()));
  }

  SaveOutcome save(Tx tx, ReadSheet draft, Section section, Typing typing, Optional<Said> said) {
    Answers saved = answers(draft, section);
    Entered entered =
        Entered.from(section, typing.answers(section, saved), DateReader.anyDay(tx.today()))
            .settled(saved);
    SortedMap<Address, Entered.Either> either = entered.either();
    entered = Pressed.taking(section, Pressed.withoutFiles(section, entered), typing);
    entered = puttingBack(tx, draft, section, entered, typing);
    Set<Address> insist = new HashSet<>();
    Optional<Typing.Settled> settled =
        typing.settled().filter(it -> section.field(it.address()).isPresent());
    if (settled.isPresent()) {
      entered = Pressed.settled(entered, saved, settled.get());
      insist.add(settled.get().address());
    }
    SaveOutcome outcome =
        sheets.save(
            tx,
            draft.sheet().id(),
            new Draft(section.key(), entered, typing.since(section), typing.page(), insist, said));
    return outcome instanceof SaveOutcome.Saved done ? done.asking(either) : outcome;
  }

  /** The button that has a removed row back. */
  private static Entered puttingBack(
      Tx tx, ReadSheet draft, Section section, Entered entered, Typing typing) {
    Optional<String> wanted = typing.one("restore");
    Answers answers = entered.answers();
    for (RemovedRow row : wanted.isEmpty() ? List.<RemovedRow>of() : removed(tx, draft, section)) {
      if (wanted.get().equals(row.address().toString())) {
        String id = String.valueOf(row.address().row());
        answers = answers.withRow(row.address().field(), id, row.cells());
      }
    }
    return new Entered(answers, entered.removedRows());
  }
}
