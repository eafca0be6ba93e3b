package jp.tsunagi.work.plan;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Icon;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.StatusView;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.AnswerText;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.FormVersions;
import jp.tsunagi.record.form.GoalFate;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.sheet.SheetOutcome;
import jp.tsunagi.record.sheet.SheetState;
import jp.tsunagi.record.sheet.Sheets;
import jp.tsunagi.work.plan.EvaluationSql.Kind;
import jp.tsunagi.work.plan.EvaluationSql.Part;
import jp.tsunagi.work.plan.EvaluationSql.Sheet;
import org.springframework.stereotype.Component;

/**
 * A term's evaluations of a whole class in one grid (D2): what is typed is saved into each child's
 * own sheet, as if its page were open.
 */
@Component
final class Evaluations {
  /** What the button sends that opens every sheet shown. */
  static final String ALL = "all";

  private final FormVersions forms;
  private final Identities identities;
  private final Sheets sheets;

  Evaluations(FormVersions forms, Identities identities, Sheets sheets) {
    this.forms = forms;
    this.identities = identities;
    this.sheets = sheets;
  }

  /**
   * What one grid shows.
   *
   * @param kinds what can be chosen, each in words
   * @param kind empty when there is nothing to evaluate
   */
  record Grid(SequencedMap<Kind, String> kinds, Optional<Kind> kind, List<Sheet> sheets) {}

  /**
   * The sheets of the form and year asked for; otherwise of the first there is.
   *
   * @param asked {@code form:year} or {@code form:year:term}; what is not offered is not found
   */
  Grid grid(Tx tx, Actor.Staff actor, Optional<String> asked) {
    if (actor.with(Right.WRITE).isEmpty()) {
      throw new NotFound();
    }
    SequencedMap<Kind, String> kinds = new LinkedHashMap<>();
    EvaluationSql.kinds(tx, actor, FiscalYear.of(tx.today()).year() - 1)
        .forEach(kind ->
            forms
                .validIn(tx, kind.form(), kind.year())
                .filter(Evaluations::evaluates)
                .ifPresent(form -> kinds.put(kind, words(form, kind))));
    Optional<Kind> kind = kinds.keySet().stream().findFirst();
    if (asked.isPresent()) {
      kind = kinds.keySet().stream().filter(each -> word(each).equals(asked.get())).findFirst();
      if (kind.isEmpty()) {
        throw new NotFound();
      }
    }
    return new Grid(
        kinds, kind, kind.map(each -> EvaluationSql.sheets(tx, actor, each)).orElse(List.of()));
  }

  private static boolean evaluates(FormDefinition form) {
    return form.sections().stream()
        .flatMap(section -> section.questions().stream())
        .anyMatch(field -> field instanceof Field.Goals && !columns(field).isEmpty());
  }

  /** What starts anew each time and is said of the goal itself: its evaluation. */
  private static List<Field> columns(Field goals) {
    return goals.columns().stream()
        .filter(column -> !column.head().carryOver() && column.head().ofBefore() == null)
        .filter(column ->
            column instanceof Field.Choice
                || column instanceof Field.ShortText
                || column instanceof Field.LongText)
        .toList();
  }

  static String word(Kind kind) {
    String year = kind.form() + ":" + kind.year();
    return kind.term().isNone() ? year : year + ":" + kind.term().number();
  }

  /**
   * Opens final sheets that are shown for their evaluation: a 変更 of each, as far as the actor may.
   * All of them are those that the actor writes already; one alone makes the actor a writer of it.
   *
   * @param which {@link #ALL}, or the id of one sheet
   * @return how many were opened
   */
  int begin(Tx tx, Grid grid, String which) {
    Set<String> offered =
        page(tx, grid).children().stream()
            .flatMap(row -> Stream.ofNullable(row.begin()))
            .collect(Collectors.toSet());
    return (int)
        grid.sheets().stream()
            .filter(sheet -> offered.contains(sheet.id().toString()))
            .filter(
                sheet -> which.equals(ALL) ? sheet.writes() : which.equals(sheet.id().toString()))
            .filter(sheet -> begun(tx, sheet.id()))
            .count();
  }

  /** False where somebody else was faster. */
  private boolean begun(Tx tx, SheetId sheet) {
    try {
      return sheets.amendAndJoin(tx, sheet) instanceof SheetOutcome.Done;
    } catch (NotFound gone) {
      return false;
    }
  }

  EvaluationsPage page(Tx tx, Grid grid) {
    Map<SheetId, Map<String, Part>> parts =
        EvaluationSql.parts(tx, grid.sheets().stream().map(Sheet::id).toList());
    Map<ChildId, Identity> names = new HashMap<>();
    Set<ChildId> children = grid.sheets().stream().map(Sheet::child).collect(Collectors.toSet());
    identities.find(tx, children).forEach(each -> names.put(each.id(), each));
    Map<Integer, FormDefinition> versions = new HashMap<>();
    List<EvaluationsPage.Child> rows = new ArrayList<>();
    grid.sheets().stream()
        .filter(sheet -> names.containsKey(sheet.child()))
        .sorted(
            Comparator.comparing(sheet -> Objects.requireNonNull(names.get(sheet.child())).line()))
        .forEach(sheet -> {
          FormDefinition form =
              versions.computeIfAbsent(
                  sheet.formVersion(),
                  version -> forms.of(tx, grid.kind().orElseThrow().form(), version));
          child(
                  tx,
                  form,
                  sheet,
                  Objects.requireNonNull(names.get(sheet.child())),
                  parts.getOrDefault(sheet.id(), Map.of()))
              .ifPresent(rows::add);
        });
    Set<String> own =
        grid.sheets().stream()
            .filter(Sheet::writes)
            .map(sheet -> sheet.id().toString())
            .collect(Collectors.toSet());
    int begins =
        (int)
            rows.stream()
                .flatMap(row -> Stream.ofNullable(row.begin()))
                .filter(own::contains)
                .count();
    return new EvaluationsPage(
        EvaluationsController.URL,
        grid.kinds().entrySet().stream()
            .map(each ->
                new Option(
                    word(each.getKey()),
                    each.getValue(),
                    grid.kind().equals(Optional.of(each.getKey()))))
            .toList(),
        grid.kind().map(grid.kinds()::get).orElse(""),
        begins,
        grid.kind().map(Evaluations::word).orElse(""),
        rows);
  }

  private static String words(FormDefinition form, Kind kind) {
    return t(
        "plan.evaluations.kind",
        form.title().in(language()),
        kind.term().after(new FiscalYear(kind.year()).words().in(language()), form.cycle()));
  }

  /** A child with its goals; none when nothing of them may be read or none is in force. */
  private Optional<EvaluationsPage.Child> child(
      Tx tx, FormDefinition form, Sheet sheet, Identity who, Map<String, Part> own) {
    boolean open = sheet.state() == SheetState.DRAFT && sheet.writes();
    List<EvaluationsPage.Goal> goals = new ArrayList<>();
    List<EvaluationsPage.Hidden> hidden = new ArrayList<>();
    for (Section section : form.sections()) {
      Part part = own.get(section.key());
      int before = goals.size();
      if (part != null) {
        section.questions().stream()
            .filter(Field.Goals.class::isInstance)
            .forEach(field -> goals.addAll(goals(sheet, field, part.answers())));
      }
      if (part != null && goals.size() > before) {
        int since = part.revision() == sheet.revision() ? part.version() : 0;
        hidden.add(new EvaluationsPage.Hidden("since." + section.key(), String.valueOf(since)));
      }
    }
    if (goals.isEmpty()) {
      return Optional.empty();
    }
    hidden.add(new EvaluationsPage.Hidden("page", Id.fresh().toString()));
    hidden.add(new EvaluationsPage.Hidden("bare", prefix(sheet)));
    String url = "/sheets/" + sheet.id();
    return Optional.of(
        new EvaluationsPage.Child(
            "e-" + sheet.id(),
            who.view(),
            who.facts(tx.today(), language()),
            url,
            status(sheet),
            open ? url + "/draft" : null,
            hidden,
            sheet.state() == SheetState.FINAL ? sheet.id().toString() : null,
            goals));
  }

  /** What the ids of a sheet's fields begin with: rows of two sheets may be called alike. */
  private static String prefix(Sheet sheet) {
    return "e-" + sheet.id() + "-";
  }

  private static StatusView status(Sheet sheet) {
    boolean others = sheet.state() == SheetState.DRAFT && !sheet.writes();
    String word = t("plan.evaluations.state." + (others ? "OTHERS" : sheet.state()));
    Icon icon =
        switch (sheet.state()) {
          case DRAFT -> Icon.DRAFT;
          case IN_APPROVAL -> Icon.IN_APPROVAL;
          case FINAL -> Icon.FINAL;
          default -> Icon.WITH_GUARDIAN;
        };
    return new StatusView(icon, word, null, false);
  }

  private static List<EvaluationsPage.Goal> goals(Sheet sheet, Field field, Answers answers) {
    if (!(answers.at(field.key()) instanceof Answer.Rows(var rows))) {
      return List.of();
    }
    Optional<Field> goal = GoalFate.goal(field);
    List<EvaluationsPage.Goal> goals = new ArrayList<>();
    rows.forEach((id, cells) -> {
      String text = goal.map(column -> AnswerText.shown(column, cells.at(column.key()))).orElse("");
      if (!text.isBlank() && !GoalFate.closed(field, cells)) {
        goals.add(
            new EvaluationsPage.Goal(
                prefix(sheet) + id,
                text,
                columns(field).stream()
                    .map(column -> cell(sheet, field, id, column, cells.at(column.key())))
                    .toList()));
      }
    });
    return goals;
  }

  private static EvaluationsPage.Cell cell(
      Sheet sheet, Field goals, String row, Field column, Answer answer) {
    String name = Address.cell(goals.key(), row, column.key()).parameter();
    List<Option> options =
        column instanceof Field.Choice(_, var offered)
            ? offered.stream()
                .map(option ->
                    new Option(
                        option.key(),
                        option.label().in(language()),
                        answer.equals(new Answer.Choice(option.key()))))
                .toList()
            : List.of();
    int most =
        switch (column) {
          case Field.ShortText(_, int max) -> max;
          case Field.LongText(_, int max) -> max;
          default -> 0;
        };
    return new EvaluationsPage.Cell(
        prefix(sheet) + FieldView.of(name, "").id(),
        name,
        column.head().label().in(language()),
        options,
        most,
        options.isEmpty() ? AnswerText.typed(answer) : AnswerText.shown(column, answer));
  }
}
