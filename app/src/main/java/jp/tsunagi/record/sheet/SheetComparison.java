package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.file.Files.Attached;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.AnswerText;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.Change;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.PartComparison;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.sheet.ReadSheet.Part;

/**
 * What became different from one version of a sheet to a later one: what was, what is, who wrote it
 * (A4). Only parts that may be read in both are compared; of one's own a part that was not there
 * before counts as new.
 */
public final class SheetComparison {
  private final List<Part> before;
  private final List<Part> after;
  private final GiverWords givers;

  private SheetComparison(List<Part> before, List<Part> after, GiverWords givers) {
    this.before = before;
    this.after = after;
    this.givers = givers;
  }

  /**
   * A section in which something is different.
   *
   * @param who wrote in it last
   */
  public record Changed(String key, String title, String who, List<Line> lines) {}

  /**
   * One answer, or a whole row that came or went.
   *
   * @param was empty when nothing stood there
   * @param is empty when nothing stands there any more
   */
  public record Line(String label, String was, String is) {
    /** Both texts word by word. */
    public WordDiff.Pieces pieces() {
      return WordDiff.between(was, is);
    }
  }

  /** The sections with something different, in the order of the form. */
  public static List<Changed> between(Tx tx, ReadSheet before, ReadSheet after) {
    return new SheetComparison(before.parts(), after.parts(), new GiverWords(tx, after.sheet()))
        .changes();
  }

  private List<Changed> changes() {
    List<Changed> changes = new ArrayList<>();
    for (Part now : after) {
      Optional<Part> then =
          before.stream()
              .filter(part -> part.section().key().equals(now.section().key()))
              .findFirst();
      List<Line> lines = then.isPresent() || now.own() ? lines(then, now) : List.of();
      if (!lines.isEmpty()) {
        Section section = now.section();
        changes.add(
            new Changed(section.key(), section.title().in(language()), givers.of(now), lines));
      }
    }
    return changes;
  }

  private static List<Line> lines(Optional<Part> before, Part after) {
    Answers then = before.map(Part::answers).orElse(Answers.NONE);
    List<Attached> files = new ArrayList<>(after.files());
    before.ifPresent(part -> files.addAll(part.files()));
    return PartComparison.between(after.section(), then, after.answers()).stream()
        .map(change -> line(after.section(), change, files, then, after.answers()))
        .toList();
  }

  private static Line line(
      Section section, Change change, List<Attached> files, Answers then, Answers now) {
    Address at = change.address();
    Field field = section.field(at).orElseThrow();
    String label = label(section, at, then, now);
    return switch (change) {
      case Change.Added(_, var after) -> new Line(label, "", text(field, after, files));
      case Change.Removed(_, var was) -> new Line(label, text(field, was, files), "");
      case Change.Changed(_, var was, var after) ->
          new Line(label, text(field, was, files), text(field, after, files));
    };
  }

  /** 目標 2：評価: which row it is, by its place. */
  private static String label(Section section, Address at, Answers then, Answers now) {
    Field whole = section.field(at.field()).orElseThrow();
    String name = whole.head().label().in(language());
    String row = at.row();
    if (row == null) {
      return name;
    }
    String numbered = t("sheet.row", name, place(at.field(), row, then, now));
    String column =
        section
            .field(at)
            .filter(_ -> !at.isRow())
            .map(it -> it.head().label().in(language()))
            .orElse("");
    return column.isEmpty() ? numbered : numbered + t("sheet.row.of", column);
  }

  private static int place(String field, String row, Answers then, Answers now) {
    Answers in = now.at(Address.row(field, row)) instanceof Answer.NotAsked ? then : now;
    return in.at(field) instanceof Answer.Rows(var rows) ? rows.headMap(row).size() + 1 : 1;
  }

  private static String text(Field field, Answer answer, List<Attached> files) {
    return switch (answer) {
      case Answer.Rows(var rows) ->
          rows.values().stream()
              .map(cells -> cells(field, cells))
              .collect(Collectors.joining("\n"));
      case Answer.Files(var ids) ->
          FileAnswers.among(files, ids).stream()
              .map(Attached::name)
              .distinct()
              .collect(Collectors.joining("\n"));
      default -> AnswerText.shown(field, answer);
    };
  }

  private static String cells(Field table, Answers cells) {
    return table.columns().stream()
        .map(column -> AnswerText.shown(column, cells.at(column.key())))
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining("\n"));
  }
}
