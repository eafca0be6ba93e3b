package jp.tsunagi.people.child;

import static jp.tsunagi.base.ui.Text.language;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.base.calendar.DateReader;
import jp.tsunagi.base.calendar.DateReading;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Option;
import jp.tsunagi.base.ui.Typed;
import org.jspecify.annotations.Nullable;

/**
 * The field of a day: what was typed, how it is read, and the days to choose from when it can be
 * read in several ways.
 */
public record DayField(FieldView field, @Nullable String reading, List<Option> which) {
  public DayField {
    which = List.copyOf(which);
  }

  public static DayField of(Fields fields, String name, boolean must, DateReader reader) {
    Typed typed = fields.typed();
    FieldView field = must ? fields.must(name) : fields.of(name);
    if (typed.text(name).isEmpty()) {
      return new DayField(field, null, List.of());
    }
    String reading = DayInput.read(typed, name, reader).reading();
    return new DayField(field, reading.isEmpty() ? null : reading, which(typed, name, reader));
  }

  private static List<Option> which(Typed typed, String name, DateReader reader) {
    List<LocalDate> days =
        reader.read(typed.text(name)) instanceof DateReading.Ambiguous(var all, var _)
            ? all
            : List.of();
    String chosen = typed.text(DayInput.which(name));
    return days.stream()
        .map(day ->
            new Option(
                day.toString(), DateWords.full(day).in(language()), day.toString().equals(chosen)))
        .toList();
  }

  /** Name of the field that takes the choice. */
  public String whichName() {
    return DayInput.which(field.name());
  }
}
