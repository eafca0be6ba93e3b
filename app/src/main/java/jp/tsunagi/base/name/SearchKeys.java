package jp.tsunagi.base.name;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The rows by which a child is found: {@code child_key(tenant, key, child)}, {@code key COLLATE
 * "C"}. Every lookup is {@code key >= ? and key < ?}, because row level security keeps LIKE and
 * trigrams off the indexes.
 *
 * <p>The first letter of a key is its kind; the rest is {@linkplain Folding folded}:
 *
 * <table>
 * <caption>Kinds of keys, each for the reading and for the writing</caption>
 * <tr><td>n<td>family, given, middle name in one; also family, middle, given. Its beginnings are the family name
 * <tr><td>g<td>given name before family name; the middle name by itself
 * <tr><td>f<td>the family name by itself, for equality (households)
 * <tr><td>b<td>two neighbouring characters of a writing with kanji: finds inside
 * <tr><td>d<td>birth date, d2021-04-02; a month is d2021-04
 * <tr><td>p<td>last four digits of a phone
 * </table>
 *
 * Prefixes need no rows: they are ranges. Reading and writing share a kind, since one is kana and
 * the other mostly is not; where both are kana they are the same row. A name of four kanji has
 * about nine rows. The 通称 has its own.
 */
public final class SearchKeys {
  static final String WHOLE = "n";
  static final String GIVEN = "g";
  static final String FAMILY = "f";
  static final String INSIDE = "b";
  static final String BIRTH = "d";
  static final String PHONE = "p";
  private static final int LAST_DIGITS = 4;

  private SearchKeys() {}

  /** All rows of a name, its 通称 included. */
  public static Set<String> of(PersonName name) {
    var keys = new LinkedHashSet<String>();
    add(name, NamePart::kana, keys);
    add(name, NamePart::written, keys);
    if (name.hasCommon()) {
      add(name.common(), NamePart::kana, keys);
      add(name.common(), NamePart::written, keys);
    }
    return keys;
  }

  /** The row of a birth date. */
  public static String birth(LocalDate date) {
    return BIRTH + date;
  }

  /** The row of a phone number; none below four digits. */
  public static Optional<String> phone(String number) {
    var digits = digits(number);
    return digits.length() < LAST_DIGITS
        ? Optional.empty()
        : Optional.of(PHONE + digits.substring(digits.length() - LAST_DIGITS));
  }

  /** Whether a range looks for a telephone. */
  public static boolean isPhone(KeyRange range) {
    return range.from().startsWith(PHONE);
  }

  /** The digits of the telephone a range looks for: the last four. */
  public static String phoneDigits(KeyRange range) {
    return range.from().substring(PHONE.length());
  }

  /** Two names with this in common read alike: what the same-name warning looks up. */
  public static String sameReading(PersonName name) {
    return WHOLE + Folding.fold(name.family().kana() + name.given().kana());
  }

  /** Whether a child with these keys bears, or bore, that given name behind some family name. */
  public static boolean sameGivenReading(Set<String> keys, PersonName name) {
    var given = GIVEN + Folding.fold(name.given().kana());
    return keys.contains(given)
        || keys.stream()
            .filter(key -> key.startsWith(FAMILY))
            .anyMatch(family -> keys.contains(given + family.substring(FAMILY.length())));
  }

  /** Where the keys lie by which two readings of a name are compared; no others need be read. */
  public static List<KeyRange> compared() {
    return List.of(
        KeyRange.startingWith(FAMILY), KeyRange.startingWith(GIVEN), KeyRange.startingWith(WHOLE));
  }

  /** The form in which text is compared and found; the same for all ways of writing a reading. */
  public static String fold(String text) {
    return Folding.fold(text);
  }

  static String digits(String text) {
    var digits = new StringBuilder();
    text.codePoints()
        .filter(Character::isDigit)
        .forEach(digit -> digits.append(Character.digit(digit, 10)));
    return digits.toString();
  }

  private static void add(PersonName name, Function<NamePart, String> form, Set<String> keys) {
    var family = form.apply(name.family());
    var given = form.apply(name.given());
    var middle = form.apply(name.middle());
    add(WHOLE, family + given + middle, keys);
    add(GIVEN, given + middle + family, keys);
    add(FAMILY, family, keys);
    if (!middle.isEmpty()) {
      add(WHOLE, family + middle + given, keys);
      add(GIVEN, given + family, keys);
      add(GIVEN, middle, keys);
      pairs(Folding.fold(family + middle + given), keys);
    }
    pairs(Folding.fold(family + given + middle), keys);
  }

  private static void add(String kind, String text, Set<String> keys) {
    var folded = Folding.fold(text);
    if (!folded.isEmpty()) {
      keys.add(kind + folded);
    }
  }

  private static void pairs(String folded, Set<String> keys) {
    if (folded.codePoints().anyMatch(Folding::isKanji)) {
      keys.addAll(pairs(folded));
    }
  }

  static Set<String> pairs(String folded) {
    var letters = folded.codePoints().toArray();
    var pairs = new LinkedHashSet<String>();
    for (var i = 0; i + 1 < letters.length; i++) {
      pairs.add(INSIDE + Character.toString(letters[i]) + Character.toString(letters[i + 1]));
    }
    return pairs;
  }
}
