package jp.tsunagi.record.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.calendar.DateReader;
import jp.tsunagi.base.calendar.DateReading;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.child.Guardians;
import jp.tsunagi.record.file.Uploads;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.Entered;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.idea.Ideas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a press on the writing screen does: save every section, then what the button says. */
@Component
final class Drafting {
  private final Sheets sheets;
  private final SheetReading reading;
  private final SheetWriting writing;
  private final EarlierSheets earlier;
  private final Ideas ideas;
  private final Guardians guardians;
  private final Remarks remarks;

  Drafting(
      Sheets sheets,
      SheetReading reading,
      SheetWriting writing,
      EarlierSheets earlier,
      Ideas ideas,
      Guardians guardians,
      Remarks remarks) {
    this.sheets = sheets;
    this.reading = reading;
    this.writing = writing;
    this.earlier = earlier;
    this.ideas = ideas;
    this.guardians = guardians;
    this.remarks = remarks;
  }

  /**
   * What came of it.
   *
   * @param next where to go when nothing stands in the way
   * @param done key of what is said there; empty for nothing
   * @param noting what was noted of a guardian's answer, or null
   * @param either fields that were written and ticked, by section
   */
  record Result(
      List<SaveOutcome.Both> both,
      Optional<SheetRefusal> refusal,
      String next,
      String done,
      @Nullable Noting noting,
      Map<String, SortedMap<Address, Entered.Either>> either) {
    Result(List<SaveOutcome.Both> both, Optional<SheetRefusal> refusal, String next, String done) {
      this(both, refusal, next, done, null, Map.of());
    }

    static Result to(String next, String done) {
      return new Result(List.of(), Optional.empty(), next, done);
    }
  }

  Result save(Tx tx, ReadSheet draft, @Nullable String only, Typing typing, Uploads files) {
    List<SaveOutcome.Both> both = new ArrayList<>();
    Map<String, SortedMap<Address, Entered.Either>> either = new TreeMap<>();
    Optional<Said> said =
        draft.sheet().ofFamily() ? said(tx, draft, typing.parameters()) : Optional.empty();
    for (Section section : draft.form().sections()) {
      if (typing.touches(section)) {
        switch (writing.save(tx, draft, section, typing, said)) {
          case SaveOutcome.Saved saved -> {
            both.addAll(saved.both());
            if (!saved.either().isEmpty()) {
              either.put(section.key(), saved.either());
            }
          }
          case SaveOutcome.Refused(var why) -> {
            return new Result(both, Optional.of(why), "", "");
          }
        }
      }
    }
    for (Section section : draft.form().sections()) {
      var refused = writing.attach(tx, draft, section, typing, files, said);
      if (refused.isPresent()) {
        return new Result(both, refused, "", "");
      }
    }
    if (!either.isEmpty()) {
      return new Result(both, Optional.of(undecided(draft, either)), "", "", null, either);
    }
    String here = "/sheets/" + draft.sheet().id() + "/draft" + (only == null ? "" : "/" + only);
    typing.one("copy").ifPresent(what -> copy(tx, draft, what));
    typing.uuid("settled").ifPresent(remark -> remarks.settle(tx, draft.sheet().id(), remark));
    typing.uuid("idea").ifPresent(idea -> ideas.used(tx, idea));
    if (!both.isEmpty() || typing.one("then").isEmpty()) {
      String at = here + more(typing) + place(typing, files);
      return new Result(both, Optional.empty(), at, done(tx, draft, typing));
    }
    return then(tx, draft, only, typing, files, here);
  }

  private static SheetRefusal undecided(
      ReadSheet draft, Map<String, SortedMap<Address, Entered.Either>> either) {
    List<Missing> fields = new ArrayList<>();
    for (Section section : draft.form().sections()) {
      var open = either.getOrDefault(section.key(), Collections.emptySortedMap());
      fields.addAll(Faults.undecided(section, SheetWriting.answers(draft, section), open));
    }
    return new SheetRefusal.Undecided(fields);
  }

  /** What was typed into the sections of this page and cannot be taken as an answer. */
  private List<Missing> wrong(Tx tx, ReadSheet opened, Typing typing) {
    ReadSheet draft = reading.draft(tx, opened.sheet().id());
    return draft.form().sections().stream()
        .filter(typing::touches)
        .flatMap(section ->
            Faults.written(section, SheetWriting.answers(draft, section), tx.today()).stream())
        .toList();
  }

  /** With the right side as it was; after 足す one blank row more, there. */
  private static String more(Typing typing) {
    String side =
        typing
            .one("side")
            .map(SideTab::of)
            .filter(tab -> tab != SideTab.WISHES)
            .map(tab -> "?side=" + tab.word())
            .orElse("");
    return side
        + typing
            .one("add")
            .filter(field -> field.matches("[a-z0-9-]{1,40}"))
            .map(field -> (side.isEmpty() ? "?" : "&") + "more=" + field + "#f-answer-" + field)
            .orElse("");
  }

  /** Back to the field whose button was pressed. */
  private static String place(Typing typing, Uploads files) {
    return Stream.of("remove", "restore", "without", "copy")
        .flatMap(name -> typing.one(name).stream())
        .map(value -> Address.parse(value.substring(value.indexOf(':') + 1)).field())
        .filter(field -> !field.equals("all"))
        .findFirst()
        .or(() -> files.byField().keySet().stream().findFirst())
        .filter(field -> field.matches("[a-z0-9-]{1,40}"))
        .map(field -> "#f-answer-" + field)
        .orElse("");
  }

  private String done(Tx tx, ReadSheet draft, Typing typing) {
    if (typing.one("add").isPresent()) {
      return "";
    }
    if (typing.one("copy").isPresent()) {
      return "sheet.copied";
    }
    return wrong(tx, draft, typing).isEmpty() ? "sheet.saved" : "sheet.saved.wrong";
  }

  private Result then(
      Tx tx, ReadSheet draft, @Nullable String only, Typing typing, Uploads files, String here) {
    String then = typing.one("then").orElseThrow();
    String sheet = "/sheets/" + draft.sheet().id();
    if (then.startsWith("section:")) {
      String key = then.substring("section:".length());
      String next = draft.form().section(key).isPresent() ? sheet + "/draft/" + key : here;
      List<Missing> wrong = only == null ? List.of() : wrong(tx, draft, typing);
      return wrong.isEmpty()
          ? Result.to(next, "")
          : new Result(List.of(), Optional.of(new SheetRefusal.Wrong(wrong)), next, "");
    }
    if (then.equals("note")) {
      return noted(tx, draft, typing, files, here);
    }
    SheetOutcome outcome =
        switch (then) {
          case "submit" -> sheets.submit(tx, draft.sheet().id());
          case "send" -> sheets.send(tx, draft.sheet().id());
          case "finish" -> sheets.finish(tx, draft.sheet().id());
          case "discard" -> sheets.discard(tx, draft.sheet().id());
          default -> throw new NotFound();
        };
    return switch (outcome) {
      case SheetOutcome.Done _ -> Result.to(sheet, "sheet.done." + then);
      case SheetOutcome.Refused(var why) -> new Result(List.of(), Optional.of(why), here, "");
    };
  }

  /** What the guardian already answered on paper or in a talk. */
  private Result noted(Tx tx, ReadSheet draft, Typing typing, Uploads files, String here) {
    Noting noting = Noting.read(tx, typing, files);
    String sheet = "/sheets/" + draft.sheet().id();
    return switch (sheets.note(tx, draft.sheet().id(), noting)) {
      case SheetOutcome.Done(_, var state) ->
          Result.to(state == SheetState.DRAFT ? here : sheet, noting.done());
      case SheetOutcome.Refused(var why) ->
          new Result(List.of(), Optional.of(why), here, "", noting, Map.of());
    };
  }

  /**
   * Earlier words into fields that are still open: one field, or all that carry over; of the sheet
   * that is named before the field, else of last year's.
   */
  private void copy(Tx tx, ReadSheet opened, String what) {
    ReadSheet draft = reading.draft(tx, opened.sheet().id());
    Optional<SheetId> chosen = EarlierSheets.id(what.split(":", 2)[0]);
    Optional<ReadSheet> before =
        chosen
            .map(id -> earlier.open(tx, draft.sheet(), id))
            .or(() -> reading.before(tx, draft.sheet()));
    if (before.isEmpty()) {
      return;
    }
    String field = what.substring(what.indexOf(':') + 1);
    EarlierSheets.carried(before.get(), draft)
        .forEach((key, answers) -> {
          Answers open = open(SheetWriting.answers(draft, section(draft, key)), answers, field);
          if (!open.byField().isEmpty()) {
            int since = SheetWriting.since(draft, section(draft, key));
            var copied = Draft.of(key, new Entered(open, Set.of()), since);
            sheets.save(tx, draft.sheet().id(), copied);
          }
        });
  }

  private static Section section(ReadSheet draft, String key) {
    return draft.form().section(key).orElseThrow();
  }

  static Answers open(Answers now, Answers before, String what) {
    Answers open = Answers.NONE;
    for (var each : before.byField().entrySet()) {
      boolean wanted = what.equals("all") || what.equals(each.getKey());
      boolean blank = !now.at(each.getKey()).given() || blankRows(now.at(each.getKey()));
      if (wanted && blank && each.getValue().given()) {
        open = open.with(Address.of(each.getKey()), each.getValue());
      }
    }
    return open;
  }

  private static boolean blankRows(Answer answer) {
    return answer instanceof Answer.Rows(var rows) && rows.isEmpty();
  }

  /** Whose words are typed in: as the page says, else as before, else the one called first. */
  Optional<Said> said(Tx tx, ReadSheet draft, Map<String, List<String>> parameters) {
    Typing typing = new Typing(parameters);
    Optional<ReadSheet.Part> last =
        draft.parts().stream()
            .filter(part -> part.revision() == draft.sheet().revision())
            .filter(part -> part.giverKind().equals("GUARDIAN"))
            .reduce((_, later) -> later);
    Optional<GuardianId> guardian =
        typing
            .uuid("said.guardian")
            .map(GuardianId::new)
            .or(() -> last.map(part -> new GuardianId(part.giver())))
            .or(() ->
                guardians.of(tx, draft.sheet().child()).stream()
                    .findFirst()
                    .map(first -> first.person().id()));
    LocalDate on =
        typing
            .one("said.on")
            .flatMap(text -> day(tx, text))
            .or(() -> last.flatMap(ReadSheet.Part::receivedOn))
            .orElse(tx.today());
    return guardian.map(id -> new Said(id, on));
  }

  static Optional<LocalDate> day(Tx tx, String typed) {
    return DateReader.anyDay(tx.today()).read(typed) instanceof DateReading.Read(var day)
        ? Optional.of(day)
        : Optional.empty();
  }
}
