package jp.tsunagi.record.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one field's answer from the parameters of a page. What cannot be read is kept as typed. */
final class AnswerReader {
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,12}(\\.\\d{1,9})?");
  private static final Pattern SMALL_NUMBER = Pattern.compile("\\d{1,4}");
  private static final Pattern ROW_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private final DateAnswers dates;
  private final Map<Address, Answer> ticked = new TreeMap<>();

  AnswerReader(DateAnswers dates) {
    this.dates = dates;
  }

  /** Where something was written and わからない or 答えたくない is ticked too: the tick. */
  Map<Address, Answer> ticked() {
    return ticked;
  }

  /**
   * Not asked when the page has no parameter of that name. Of content with a ticked 答えたくない the
   * content; the tick is noted, for what stood there before decides.
   */
  Answer read(Field field, Parameters at) {
    if (!field.asked() || !at.asked()) {
      return new Answer.NotAsked();
    }
    var content = content(field, at);
    var tick = tick(at.at("state").values());
    if (tick instanceof Answer.Empty) {
      return content;
    }
    if (blank(content)) {
      return tick;
    }
    ticked.put(at.address(), tick);
    return content;
  }

  /** Both ticked, which no page with scripts sends: whoever does not want to tell is not asked. */
  private static Answer tick(List<String> states) {
    if (states.contains("declined")) {
      return new Answer.Declined();
    }
    return states.contains("unknown") ? new Answer.Unknown() : new Answer.Empty();
  }

  /** Nothing written; the blank row that every table offers is nothing either. */
  private static boolean blank(Answer content) {
    return Answers.NONE.with(Address.of("field"), content).isBlank();
  }

  private Answer content(Field field, Parameters at) {
    return switch (field) {
      case Field.ShortText _, Field.LongText _ -> typed(at.typed(), Answer.Text::new);
      case Field.Date _ -> date(at);
      case Field.Age _ -> age(at);
      case Field.Choice _ -> typed(at.narrow(), Answer.Choice::new);
      case Field.Choices _ -> choices(at);
      case Field.RollForward _ -> fate(at.values());
      case Field.Quantity quantity -> typed(at.narrow(), typed -> number(typed, quantity.unit()));
      case Field.Score _ -> typed(at.narrow(), typed -> number(typed, null));
      case Field.Table(var _, var columns, var _) -> rows(columns, at);
      case Field.Goals(var _, var columns, var _) -> rows(columns, at);
      case Field.Person _ -> typed(at.typed(), name -> new Answer.Person(name, id(at)));
      case Field.Organisation _ -> typed(at.typed(), name -> new Answer.Organisation(name, id(at)));
      case Field.Attachment _ -> files(at.values());
      case Field.Signature _ -> typed(at.typed(), name -> signature(name, at));
      case Field.Fact _, Field.Statement _ -> new Answer.NotAsked();
    };
  }

  private static Answer typed(String typed, Function<String, Answer> answer) {
    return typed.isBlank() ? new Answer.Empty() : answer.apply(typed);
  }

  /** 3,010g: the unit that stands behind the field may have been typed too. */
  private static Answer number(String typed, @Nullable Wording unit) {
    var plain = withoutUnit(typed, unit).replace(",", "");
    return NUMBER.matcher(plain).matches()
        ? new Answer.Quantity(new BigDecimal(plain))
        : new Answer.Unread(typed);
  }

  private static String withoutUnit(String typed, @Nullable Wording unit) {
    return unit == null
        ? typed
        : unit.byLanguage().values().stream()
            .filter(typed::endsWith)
            .findFirst()
            .map(behind -> typed.substring(0, typed.length() - behind.length()).strip())
            .orElse(typed);
  }

  private Answer date(Parameters at) {
    var typed = at.narrow().isEmpty() ? joined(at) : at.narrow();
    return typed(
        typed, text -> dates.read(text).<Answer>map(date -> date).orElse(unread(at, text)));
  }

  /** Three small boxes give the same as one: year, month and day, the later ones may be blank. */
  private static String joined(Parameters at) {
    var parts =
        new ArrayList<>(
            List.of(at.at("year").narrow(), at.at("month").narrow(), at.at("day").narrow()));
    while (!parts.isEmpty() && parts.getLast().isEmpty()) {
      parts.removeLast();
    }
    return String.join("-", parts);
  }

  private static Answer unread(Parameters at, String text) {
    return new Answer.Unread(at.typed().isBlank() ? text : at.typed());
  }

  private static Answer age(Parameters at) {
    var years = at.at("years").narrow();
    var months = at.at("months").narrow();
    if (years.isEmpty() && months.isEmpty()) {
      return new Answer.Empty();
    }
    var inMonths = small(years).flatMap(y -> small(months).map(m -> 12 * y + m));
    return inMonths
        .filter(all -> all <= 1440)
        .<Answer>map(Answer.Age::new)
        .orElseGet(() -> new Answer.Unread(years + "-" + months));
  }

  private static Optional<Integer> small(String typed) {
    if (typed.isEmpty()) {
      return Optional.of(0);
    }
    return SMALL_NUMBER.matcher(typed).matches()
        ? Optional.of(Integer.valueOf(typed))
        : Optional.empty();
  }

  private static Answer choices(Parameters at) {
    var keys = new TreeSet<>(at.values());
    return keys.isEmpty() ? new Answer.Empty() : new Answer.Choices(keys);
  }

  /** That a goal was taken over is sent along; what was chosen of it follows. */
  private static Answer fate(List<String> values) {
    return values.isEmpty() ? new Answer.Empty() : new Answer.Choice(values.getLast());
  }

  private static Answer files(List<String> ids) {
    return ids.isEmpty() ? new Answer.Empty() : new Answer.Files(ids);
  }

  private Answer rows(List<Field> columns, Parameters at) {
    var rows = new TreeMap<String, Answers>();
    for (var id : at.parts()) {
      if (ROW_ID.matcher(id).matches() && !id.equals("state")) {
        rows.put(id, cells(columns, at.at(id)));
      }
    }
    return rows.isEmpty() ? new Answer.Empty() : new Answer.Rows(rows);
  }

  private Answers cells(List<Field> columns, Parameters row) {
    var cells = new TreeMap<String, Answer>();
    for (var column : columns) {
      var answer = read(column, row.at(column.key()));
      if (!(answer instanceof Answer.NotAsked)) {
        cells.put(column.key(), answer);
      }
    }
    return new Answers(cells);
  }

  private static @Nullable String id(Parameters at) {
    return orNull(at.at("id").narrow());
  }

  private Answer signature(String name, Parameters at) {
    var on = dates.read(at.at("on").narrow()).filter(date -> date.day() != null);
    var day = on.map(date -> LocalDate.parse(DateText.of(date))).orElse(null);
    var by = at.at("by").narrow();
    return new Answer.Signature(name, orNull(at.at("relation").typed().strip()), day, signedBy(by));
  }

  private static Answer.SignedBy signedBy(String by) {
    return switch (by) {
      case "PORTAL" -> Answer.SignedBy.PORTAL;
      case "ORALLY" -> Answer.SignedBy.ORALLY;
      default -> Answer.SignedBy.PAPER;
    };
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
