package jp.tsunagi.record.sheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.FormVersions;
import org.springframework.stereotype.Component;

/**
 * What was written of a child before, by whomever: any sheet of which the writer may read a part,
 * beside the draft. Opening one is a reading like any other, and leaves its row.
 */
@Component
final class EarlierSheets {
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final SheetReading reading;
  private final FormVersions forms;
  private final Trace trace;

  EarlierSheets(SheetReading reading, FormVersions forms, Trace trace) {
    this.reading = reading;
    this.forms = forms;
    this.trace = trace;
  }

  /** The id that somebody sent, if it is one. */
  static Optional<SheetId> id(String sent) {
    return UUID_FORM.matcher(sent).matches() ? Optional.of(SheetId.of(sent)) : Optional.empty();
  }

  /** An earlier sheet, by its title. */
  record Known(Sheet sheet, String title) {}

  /** All but the one that is written, latest first; what never went beyond a draft is none. */
  List<Known> of(Tx tx, Sheet draft) {
    return reading.of(tx, draft.child()).stream()
        .filter(sheet -> !sheet.id().equals(draft.id()))
        .filter(sheet -> sheet.state() != SheetState.DRAFT || sheet.revision() > 1)
        .map(sheet ->
            new Known(
                sheet,
                SheetWords.title(tx, sheet, forms.of(tx, sheet.form(), sheet.formVersion()))))
        .toList();
  }

  /**
   * Opens one beside the draft.
   *
   * @throws NotFound when there is nothing of it that the writer may read, or it is another child's
   */
  ReadSheet open(Tx tx, Sheet draft, SheetId id) {
    ReadSheet read = reading.inUse(tx, id);
    boolean ofHere =
        read.sheet().child().equals(draft.child()) && !read.sheet().id().equals(draft.id());
    if (!ofHere || read.parts().isEmpty()) {
      throw new NotFound();
    }
    SheetController.viewed(tx, trace, read);
    return read;
  }

  /**
   * Its answers as far as the draft's form takes them: a text stays among the same readers. A goal
   * is the same goal within one form; from another it begins anew.
   */
  static Map<String, Answers> carried(ReadSheet earlier, ReadSheet draft) {
    Map<String, Answers> parts = new TreeMap<>(DraftView.carried(earlier, draft).parts());
    if (!earlier.form().key().equals(draft.form().key())) {
      parts.replaceAll((_, answers) -> anew(draft.form(), answers));
    }
    return parts;
  }

  private static Answers anew(FormDefinition form, Answers answers) {
    Answers fresh = Answers.NONE;
    for (var each : answers.byField().entrySet()) {
      Optional<Field> field = form.field(each.getKey());
      boolean rows = each.getValue() instanceof Answer.Rows;
      Answer value =
          rows && field.isPresent() ? anew(field.get(), each.getValue()) : each.getValue();
      fresh = fresh.with(Address.of(each.getKey()), value);
    }
    return fresh;
  }

  /** Rows of their own, without a mark of what becomes of a goal that was another one. */
  private static Answer anew(Field table, Answer answer) {
    TreeMap<String, Answers> rows = new TreeMap<>();
    for (Answers cells : ((Answer.Rows) answer).byId().values()) {
      Answers kept = Answers.NONE;
      for (Field column : table.columns()) {
        boolean own = column.head().ofBefore() == null && !(column instanceof Field.RollForward);
        if (own && cells.at(column.key()).given()) {
          kept = kept.with(Address.of(column.key()), cells.at(column.key()));
        }
      }
      rows.put(Id.fresh().toString(), kept);
    }
    return new Answer.Rows(rows);
  }
}
