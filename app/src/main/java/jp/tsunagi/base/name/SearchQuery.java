package jp.tsunagi.base.name;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.tsunagi.base.calendar.DateReader;
import jp.tsunagi.base.calendar.DateReading;

/**
 * What somebody typed to find a child: kana, kanji, a birth date ({@code R3.4.2}, {@code 030402}),
 * the last four digits of a phone, or several of them with blanks between, in any order.
 *
 * <p>A child is found when <b>every</b> term has <b>some</b> key of the child in <b>one</b> of its
 * ranges. Readings and single characters are found from the beginning of family or given name;
 * writings of two kanji and more anywhere. In SQL the first term gives the candidates, the others
 * are {@code EXISTS} on the same table.
 *
 * @param terms empty when nothing can be looked for
 * @param names the folded words among them, for {@link #rank}
 */
public record SearchQuery(List<Term> terms, List<String> names) {
  /** How many characters a search takes. */
  public static final int LONGEST = 60;

  /** How many words of them. */
  private static final int MOST = 6;

  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000,\\u3001\\uFF0C]+");
  private static final Set<DateReading.Refusal> NO_BIRTH =
      EnumSet.of(
          DateReading.Refusal.NO_SUCH_DAY,
          DateReading.Refusal.OUTSIDE,
          DateReading.Refusal.YEARS_DISAGREE);
  private static final Pattern PHONE = Pattern.compile("\\d{4}|0\\d{9,10}");
  private static final Pattern HYPHENS =
      Pattern.compile("[-\\u2010-\\u2015\\u2212\\u30FC\\uFF0D()]");

  /** One of the ranges must hold a key of the child. */
  public record Term(List<KeyRange> anyOf) {
    public Term {
      anyOf = List.copyOf(anyOf);
    }
  }

  public SearchQuery {
    terms = List.copyOf(terms);
    names = List.copyOf(names);
  }

  /**
   * What of a text is looked for: the boxes take no more, and no query may grow with its reader.
   */
  public static String taken(String text) {
    return text.codePointCount(0, text.length()) > LONGEST
        ? text.substring(0, text.offsetByCodePoints(0, LONGEST))
        : text;
  }

  /**
   * Never refuses: what is nothing else is looked for as a name.
   *
   * @param today decides what two digits of a year can mean
   */
  public static SearchQuery parse(String text, LocalDate today) {
    var reading = new Reading(DateReader.births(today));
    String asked = taken(text);
    if (!reading.date(asked)) {
      BLANKS.splitAsStream(asked).limit(MOST).forEach(reading::word);
    }
    return new SearchQuery(reading.terms, reading.names);
  }

  /** Why a text that is written as a birth date cannot be one; empty for everything else. */
  public static Optional<DateReading.Refusal> doubt(String text, LocalDate today) {
    return DateReader.births(today).read(text) instanceof DateReading.NotADate(var refusal)
            && NO_BIRTH.contains(refusal)
        ? Optional.of(refusal)
        : Optional.empty();
  }

  public boolean isEmpty() {
    return terms.isEmpty();
  }

  /** Whether a child with these keys is found: the rule the SQL follows. */
  public boolean finds(Set<String> keys) {
    return !isEmpty()
        && terms.stream()
            .allMatch(term -> term.anyOf().stream().anyMatch(range -> hit(range, keys)));
  }

  /** Order of hits: 0 the first word begins the whole name, 1 the given name, 2 found elsewhere. */
  public int rank(Set<String> keys) {
    if (names.isEmpty() || begins(SearchKeys.WHOLE, keys)) {
      return 0;
    }
    return begins(SearchKeys.GIVEN, keys) ? 1 : 2;
  }

  /** Keys by which the first word begins a whole name, and a given name: ranks 0 and 1. */
  public List<KeyRange> beginnings() {
    return names.isEmpty()
        ? List.of()
        : List.of(
            KeyRange.startingWith(SearchKeys.WHOLE + names.getFirst()),
            KeyRange.startingWith(SearchKeys.GIVEN + names.getFirst()));
  }

  /** Whether so much was typed that it narrows a list: a date, a phone, two kana or one kanji. */
  public boolean isEnough() {
    return names.size() < terms.size()
        || names.stream()
            .anyMatch(word ->
                word.codePointCount(0, word.length()) > 1
                    || word.codePoints().anyMatch(Folding::isKanji));
  }

  private boolean begins(String kind, Set<String> keys) {
    return hit(KeyRange.startingWith(kind + names.getFirst()), keys);
  }

  private static boolean hit(KeyRange range, Set<String> keys) {
    return keys.stream().anyMatch(range::contains);
  }

  /** The terms read so far. */
  private static final class Reading {
    private final DateReader dates;
    private final List<Term> terms = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    Reading(DateReader dates) {
      this.dates = dates;
    }

    private void word(String word) {
      if (!phone(word) && !date(word)) {
        name(word);
      }
    }

    private boolean phone(String word) {
      var number = HYPHENS.matcher(word).replaceAll("");
      var isPhone = PHONE.matcher(SearchKeys.digits(number)).matches() && allDigits(number);
      if (isPhone) {
        SearchKeys.phone(number).map(KeyRange::exactly).ifPresent(this::add);
      }
      return isPhone;
    }

    private static boolean allDigits(String text) {
      return text.codePoints().allMatch(Character::isDigit);
    }

    private boolean date(String text) {
      switch (dates.read(text)) {
        case DateReading.Read(var day) -> days(List.of(day));
        case DateReading.Ambiguous(var days, var _) -> days(days);
        case DateReading.ReadMonth(var month) -> month(month);
        case DateReading.NotADate _ -> {
          return false;
        }
      }
      return true;
    }

    private void days(List<LocalDate> days) {
      terms.add(new Term(days.stream().map(SearchKeys::birth).map(KeyRange::exactly).toList()));
    }

    private void month(YearMonth month) {
      add(KeyRange.startingWith(SearchKeys.BIRTH + month));
    }

    private void name(String word) {
      var folded = Folding.fold(word);
      if (folded.isEmpty()) {
        return;
      }
      names.add(folded);
      var kanjiEnd = endOfKanji(folded);
      if (kanjiEnd == 0) {
        terms.add(beginning(folded, Folding.endsInOpenV(word)));
        return;
      }
      writing(folded.substring(0, kanjiEnd));
      if (kanjiEnd < folded.length()) {
        terms.add(afterKanji(folded, kanjiEnd));
      }
    }

    private void writing(String folded) {
      var pairs = SearchKeys.pairs(folded);
      if (pairs.isEmpty()) {
        terms.add(beginning(folded, false));
      }
      pairs.forEach(pair -> add(KeyRange.exactly(pair)));
    }

    private void add(KeyRange range) {
      terms.add(new Term(List.of(range)));
    }

    private static int endOfKanji(String folded) {
      var end = folded.length();
      while (end > 0 && !Folding.isKanji(folded.codePointBefore(end))) {
        end -= Character.charCount(folded.codePointBefore(end));
      }
      return end;
    }

    private static Term beginning(String folded, boolean openV) {
      return new Term(
          List.of(
              range(SearchKeys.WHOLE + folded, openV), range(SearchKeys.GIVEN + folded, openV)));
    }

    /** Kana behind kanji: the reading of the given name, or written so. */
    private static Term afterKanji(String folded, int kanjiEnd) {
      var kana = folded.substring(kanjiEnd);
      var neighbour = Character.toString(folded.codePointBefore(kanjiEnd));
      var beside = neighbour + Character.toString(kana.codePointAt(0));
      return new Term(
          List.of(
              KeyRange.startingWith(SearchKeys.GIVEN + kana),
              KeyRange.exactly(SearchKeys.INSIDE + beside)));
    }

    private static KeyRange range(String prefix, boolean openV) {
      if (!openV) {
        return KeyRange.startingWith(prefix);
      }
      var before = prefix.substring(0, prefix.length() - 1);
      return new KeyRange(
          before + FoldingTable.text("v.first"), before + FoldingTable.text("v.beyond"));
    }
  }
}
