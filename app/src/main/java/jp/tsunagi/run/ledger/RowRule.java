package jp.tsunagi.run.ledger;

import static jp.tsunagi.base.ui.Text.in;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.tsunagi.base.calendar.DateReader;
import jp.tsunagi.base.calendar.DateReading;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.name.NameInput;
import jp.tsunagi.base.name.PersonName;
import jp.tsunagi.people.child.Relation;
import jp.tsunagi.people.child.Sex;
import jp.tsunagi.run.ledger.Sheet.Line;
import jp.tsunagi.work.programme.Programmes;

/** Understands one row of a ledger, or says everything that is wrong with it. Pure. */
final class RowRule {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000]+");
  private static final Pattern BETWEEN = Pattern.compile("[,\\u3001\\u30FB/\\uFF0F\\uFF0C\\n]+");
  private static final Pattern BRACKETS =
      Pattern.compile("(?<before>.*?)\\s*[(\\uFF08](?<within>.*?)[)\\uFF09]\\s*");
  private static final Pattern PHONE = Pattern.compile("[0+][\\d-]{8,18}");
  private static final int YEARS = 30;

  private final Line line;
  private final LocalDate today;
  private final List<Fault> faults = new ArrayList<>();

  private RowRule(Line line, LocalDate today) {
    this.line = line;
    this.today = today;
  }

  /** A row, understood or not. */
  sealed interface Outcome {
    record Understood(Taken taken) implements Outcome {}

    record Bad(Line line, List<Fault> faults) implements Outcome {
      public Bad {
        faults = List.copyOf(faults);
      }
    }
  }

  static Outcome read(Line line, LocalDate today) {
    return new RowRule(line, today).read();
  }

  private Outcome read() {
    Optional<PersonName> name = name();
    Optional<LocalDate> birth = day(Column.BIRTH);
    Optional<Sex> sex = word(Column.SEX, Sex.values(), Sex.UNSTATED);
    Optional<Taken.Guardian> guardian = guardian();
    Optional<Taken.Consent> consent = consent(birth);
    List<String> programmes = programmes();
    if (!faults.isEmpty()) {
      return new Outcome.Bad(line, faults);
    }
    return new Outcome.Understood(
        new Taken(
            line.number(),
            name.orElseThrow(),
            birth.orElseThrow(),
            sex.orElseThrow(),
            given(Column.ADDRESS),
            guardian.orElseThrow(),
            programmes,
            given(Column.STAFF),
            consent));
  }

  private List<String> programmes() {
    List<String> names =
        BETWEEN
            .splitAsStream(line.text(Column.PROGRAMME))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .distinct()
            .toList();
    names.stream()
        .filter(name -> name.codePointCount(0, name.length()) > Programmes.LONGEST_NAME)
        .forEach(name -> faults.add(new Fault.Long(Column.PROGRAMME, Programmes.LONGEST_NAME)));
    return names;
  }

  private Optional<String> given(Column column) {
    return Optional.of(line.text(column)).filter(text -> !text.isBlank());
  }

  private Optional<PersonName> name() {
    List<String> written = parts(Column.NAME);
    List<String> kana = parts(Column.KANA);
    if (written.size() != 2 || kana.size() != 2) {
      return Optional.empty();
    }
    return switch (NameInput.of(
            written.getFirst(), kana.getFirst(), written.getLast(), kana.getLast())
        .read()) {
      case NameInput.Result.Accepted(var accepted) -> Optional.of(accepted);
      case NameInput.Result.Refused(var refused) -> {
        refused.forEach(fault -> faults.add(new Fault.Name(fault)));
        yield Optional.empty();
      }
    };
  }

  private List<String> parts(Column column) {
    String text = line.text(column).strip();
    if (text.isEmpty()) {
      faults.add(new Fault.Missing(column));
      return List.of();
    }
    List<String> parts = List.of(BLANKS.split(text, 2));
    if (parts.size() < 2) {
      faults.add(new Fault.NotApart(column, text));
    }
    return parts;
  }

  private Optional<LocalDate> day(Column column) {
    String written = line.text(column);
    if (written.isBlank()) {
      faults.add(new Fault.Missing(column));
      return Optional.empty();
    }
    return day(column, written);
  }

  private Optional<LocalDate> day(Column column, String written) {
    Period plausible = Period.through(today.minusYears(YEARS), today);
    return switch (DayCell.read(written, plausible)) {
      case DateReading.Read(var day) -> Optional.of(day);
      case DateReading.Ambiguous(var days, var _) -> refuse(new Fault.Days(column, written, days));
      case DateReading.ReadMonth _ ->
          refuse(new Fault.NoDay(column, written, DateReading.Refusal.UNREADABLE));
      case DateReading.NotADate(var why) -> refuse(new Fault.NoDay(column, written, why));
    };
  }

  private <T> Optional<T> refuse(Fault fault) {
    faults.add(fault);
    return Optional.empty();
  }

  /** One of the words that the messages give for each value, in any of their languages. */
  private <E extends Enum<E>> Optional<E> word(Column column, E[] values, E blank) {
    String written = plain(line.text(column));
    return written.isEmpty() ? Optional.of(blank) : word(column, values, written, true);
  }

  private <E extends Enum<E>> Optional<E> word(
      Column column, E[] values, String written, boolean must) {
    Optional<E> found =
        Arrays.stream(values)
            .filter(value ->
                Arrays.stream(in(Locale.JAPANESE, "ledger.word." + column + "." + value).split(","))
                    .anyMatch(written::equals))
            .findFirst();
    return found.isEmpty() && must ? refuse(new Fault.Unknown(column, line.text(column))) : found;
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }

  private Optional<Taken.Guardian> guardian() {
    String written = line.text(Column.GUARDIAN).strip();
    if (written.isEmpty()) {
      return refuse(new Fault.Missing(Column.GUARDIAN));
    }
    var brackets = BRACKETS.matcher(written);
    boolean within = brackets.matches();
    String name = within ? brackets.group("before") : written;
    String relation =
        plain(
            line.text(Column.RELATION).isBlank() && within
                ? brackets.group("within")
                : line.text(Column.RELATION));
    Relation is =
        word(Column.RELATION, Relation.ofOthers(), relation, false).orElse(Relation.OTHER);
    return Optional.of(new Taken.Guardian(name, is, phone()));
  }

  private Optional<String> phone() {
    String plain =
        plain(line.text(Column.PHONE)).replaceAll("[\\u2010-\\u2015\\u2212\\u30FC() ]", "-");
    if (plain.isEmpty()) {
      return Optional.empty();
    }
    return PHONE.matcher(plain).matches()
        ? Optional.of(plain)
        : refuse(new Fault.Phone(line.text(Column.PHONE)));
  }

  private Optional<Taken.Consent> consent(Optional<LocalDate> birth) {
    String written = line.text(Column.CONSENT_DAY).strip();
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Map.Entry<String, String> parts = dayAndGiver(written);
    Optional<LocalDate> day = day(Column.CONSENT_DAY, parts.getKey());
    if (day.isPresent() && birth.filter(day.get()::isBefore).isPresent()) {
      return refuse(new Fault.OutOfTime(Column.CONSENT_DAY, written));
    }
    Optional<String> giver =
        given(Column.CONSENT_GIVER)
            .or(() -> Optional.of(parts.getValue()).filter(text -> !text.isBlank()));
    return day.map(on -> new Taken.Consent(on, giver));
  }

  /** A day alone, or a day with a name behind it. */
  private Map.Entry<String, String> dayAndGiver(String written) {
    DateReader reader = DateReader.anyDay(today);
    String[] words = BLANKS.split(written, 2);
    boolean whole = !(reader.read(written) instanceof DateReading.NotADate);
    return whole || words.length < 2 ? Map.entry(written, "") : Map.entry(words[0], words[1]);
  }
}
