package jp.tsunagi.run.ledger;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import jp.tsunagi.base.calendar.DateReading;
import jp.tsunagi.base.calendar.DateWords;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.name.NameInput;
import jp.tsunagi.base.name.NamePart;

/** Why a row is not taken, with the cell that has to change. */
sealed interface Fault {
  /** Nothing stands there. */
  record Missing(Column column) implements Fault {}

  /** Family and given name, or their readings, are not apart. */
  record NotApart(Column column, String written) implements Fault {}

  /** A part of the name is refused. */
  record Name(NameInput.Fault fault) implements Fault {}

  /** No day. */
  record NoDay(Column column, String written, DateReading.Refusal why) implements Fault {}

  /** Several days. */
  record Days(Column column, String written, List<LocalDate> days) implements Fault {
    public Days {
      days = List.copyOf(days);
    }
  }

  /** Not a phone number. */
  record Phone(String written) implements Fault {}

  /** A word that is not among those known. */
  record Unknown(Column column, String written) implements Fault {}

  /** More characters than such a name has. */
  record Long(Column column, int most) implements Fault {}

  /** A day before the birth or after today. */
  record OutOfTime(Column column, String written) implements Fault {}

  /** The same child stands in another row. */
  record Twice(int number) implements Fault {}

  /** The child is on record already, and the reader knows it. */
  record OnRecord(ChildId child) implements Fault {}

  /** It cannot come in with a ledger; why is found out child by child. */
  record Elsewhere() implements Fault {}

  /** In the reader's words. */
  default String words() {
    return switch (this) {
      case Missing(var column) -> t("ledger.fault.missing", t("ledger.column." + column));
      case NotApart(var column, var written) ->
          t("ledger.fault.apart", t("ledger.column." + column), written);
      case Name(var fault) ->
          t(
              "ledger.fault.name",
              t(fault.field().key()),
              t(fault.refusal().key(), NamePart.LONGEST));
      case NoDay(var column, var written, var why) ->
          t("ledger.fault.day", t("ledger.column." + column), written, why.words().in(language()));
      case Days(var column, var written, var days) when days.size() == 1 ->
          t("ledger.fault.era", t("ledger.column." + column), written, list(days));
      case Days(var column, var written, var days) ->
          t("ledger.fault.days", t("ledger.column." + column), written, list(days));
      case Phone(var written) -> t("ledger.fault.phone", written);
      case Unknown(var column, var written) ->
          t("ledger.fault.unknown", t("ledger.column." + column), written);
      case Long(var column, var most) -> t("ledger.fault.long", t("ledger.column." + column), most);
      case OutOfTime(var column, var written) ->
          t("ledger.fault.time", t("ledger.column." + column), written);
      case Twice(var number) -> t("ledger.fault.twice", number);
      case OnRecord _ -> t("ledger.fault.known");
      case Elsewhere() -> t("ledger.fault.elsewhere");
    };
  }

  private static String list(List<LocalDate> days) {
    return days.stream()
        .map(day -> DateWords.full(day).in(language()))
        .collect(Collectors.joining(t("ledger.fault.or")));
  }
}
