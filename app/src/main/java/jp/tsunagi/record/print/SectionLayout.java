package jp.tsunagi.record.print;

import static jp.tsunagi.record.print.PrintWords.language;
import static jp.tsunagi.record.print.PrintWords.w;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.GoalFate;
import jp.tsunagi.record.form.Placeholder;
import jp.tsunagi.record.form.Section;

/**
 * One section of a 様式 with its answers as pieces of a paper, in the order of the form. Pure: the
 * same section and answers always give the same paper.
 */
public final class SectionLayout {
  /** Signed by the child itself: nobody stands between. */
  private static final String BY_THE_PERSON = "person-signature";

  private final Sources sources;
  private final List<Paper.Block> blocks = new ArrayList<>();
  private final List<Paper.Line> lines = new ArrayList<>();
  private final List<Paper.SignatureBox> signatures = new ArrayList<>();

  /**
   * What a section takes from elsewhere.
   *
   * @param facts of the child that are not already at the head of the paper
   * @param fillings of the places in statements
   * @param pictures by the id of their file, as far as they may be read
   * @param withRoom whether questions without an answer leave room to write; otherwise they are
   *     left out
   */
  public record Sources(
      Function<Field.Fact, Optional<String>> facts,
      Map<Placeholder, String> fillings,
      Map<String, Paper.Picture> pictures,
      boolean withRoom) {}

  private SectionLayout(Sources sources) {
    this.sources = sources;
  }

  /** The pieces of a section below its heading; none when there is nothing to show. */
  public static List<Paper.Block> blocks(Section section, Answers answers, Sources sources) {
    SectionLayout layout = new SectionLayout(sources);
    List<Field> fields = section.fields();
    int at = 0;
    while (at < fields.size()) {
      Optional<AspectGrid> grid = AspectGrid.at(fields, at);
      grid.ifPresent(table -> layout.add(table, answers));
      if (grid.isEmpty()) {
        layout.add(fields.get(at), answers.at(fields.get(at).key()));
      }
      at += grid.map(table -> table.fields().size()).orElse(1);
    }
    layout.flush();
    return List.copyOf(layout.blocks);
  }

  private void add(AspectGrid table, Answers answers) {
    table
        .block(answers, sources.withRoom(), w("print.grid.area"))
        .ifPresent(block -> {
          flush();
          blocks.add(block);
        });
  }

  private void add(Field field, Answer answer) {
    switch (field) {
      case Field.Fact fact ->
          sources
              .facts()
              .apply(fact)
              .ifPresent(value -> line(label(field), new Paper.Written(value, false)));
      case Field.Statement statement -> words(statement);
      case Field.Table _, Field.Goals _ -> table(field, answer);
      case Field.Signature signature -> sign(signature, answer);
      case Field.Attachment(_, int most) when answer instanceof Answer.Files(var ids) ->
          pictures(field, ids, most > 1);
      default -> {
        if (answer.given() || sources.withRoom()) {
          line(label(field), AnswerWords.value(field, answer));
        }
      }
    }
  }

  private void line(String label, Paper.Value value) {
    flushSignatures();
    lines.add(new Paper.Line(label, value));
  }

  private void pictures(Field field, List<String> ids, boolean wide) {
    List<Paper.Picture> found =
        ids.stream()
            .flatMap(id -> Optional.ofNullable(sources.pictures().get(id)).stream())
            .toList();
    if (!found.isEmpty()) {
      line(label(field), new Paper.Pictures(found, wide));
    }
  }

  private void words(Field.Statement statement) {
    flush();
    blocks.add(
        new Paper.Words(
            label(statement),
            statement.paragraphs().stream()
                .map(each -> Placeholder.fill(each.in(language()), sources.fillings()))
                .toList()));
  }

  private void table(Field field, Answer answer) {
    List<Answers> rows = new ArrayList<>();
    if (answer instanceof Answer.Rows(var byId)) {
      byId.values().stream().filter(cells -> !GoalFate.closed(field, cells)).forEach(rows::add);
    }
    TableColumns columns = TableColumns.of(field);
    if (rows.isEmpty() && sources.withRoom()) {
      rows.addAll(Collections.nCopies(columns.open(), Answers.NONE));
    }
    if (!rows.isEmpty()) {
      flush();
      blocks.add(columns.grid(label(field), rows, sources.withRoom()));
    }
  }

  private void sign(Field.Signature field, Answer answer) {
    if (answer instanceof Answer.Signature signed) {
      flushLines();
      signatures.add(signed(field, signed));
    } else if (sources.withRoom()) {
      flushLines();
      var hint = Optional.ofNullable(field.head().hint()).map(each -> each.in(language()));
      signatures.add(Paper.SignatureBox.open(label(field), hint, List.of(), role(field)));
    }
  }

  private static String role(Field field) {
    return field.key().equals(BY_THE_PERSON) ? "" : w("print.sign.relation");
  }

  private static Paper.SignatureBox signed(Field field, Answer.Signature signed) {
    var on = signed.on();
    var relation = signed.relation();
    return new Paper.SignatureBox(
        label(field),
        Optional.empty(),
        List.of(),
        role(field),
        signed.name(),
        relation == null ? "" : relation,
        on == null ? "" : AnswerWords.date(on),
        w("print.signed." + signed.by().name()));
  }

  private void flush() {
    flushLines();
    flushSignatures();
  }

  private void flushLines() {
    if (!lines.isEmpty()) {
      blocks.add(new Paper.Ruled(lines));
      lines.clear();
    }
  }

  private void flushSignatures() {
    if (!signatures.isEmpty()) {
      blocks.add(new Paper.Signatures(signatures));
      signatures.clear();
    }
  }

  private static String label(Field field) {
    return field.head().label().in(language());
  }
}
