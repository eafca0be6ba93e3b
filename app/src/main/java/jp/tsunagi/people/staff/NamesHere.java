package jp.tsunagi.people.staff;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.Municipality;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.name.Romaji;

/**
 * Names that whoever guesses a password here tries: of the program, of the municipality, of the
 * places where its owner works, as they are written and, of kana, in Latin letters.
 */
final class NamesHere {
  private static final String PROGRAM = "tsunagi";

  /** A shorter one stands in passwords by chance. */
  private static final int LEAST_LATIN = 5;

  private static final int LEAST_WRITTEN = 2;

  private NamesHere() {}

  /** Of whoever is signed in. */
  static List<String> of(Tx tx, Actor actor) {
    Stream<String> places =
        actor instanceof Actor.Staff staff
            ? staff.seats().stream().map(Seat::organisationName)
            : Stream.empty();
    return Stream.concat(Stream.of(Municipality.name(tx)), places).distinct().toList();
  }

  /** Of a staff member of this municipality. */
  static List<String> of(Tx tx, StaffId staff) {
    return Stream.concat(
            Stream.of(Municipality.name(tx)),
            StaffRegisterSql.posts(tx, staff, tx.today()).stream().map(HeldPost::organisationName))
        .distinct()
        .toList();
  }

  /** Whether one of these names, or that of the program, stands in the password. */
  static boolean isIn(String password, Collection<String> names) {
    String written = folded(password);
    return written.contains(PROGRAM)
        || names.stream()
            .flatMap(name -> Stream.of(name, withoutItsKind(name)))
            .anyMatch(name -> isIn(written, name));
  }

  private static boolean isIn(String written, String name) {
    String folded = folded(name);
    String latin = isKana(name) ? Romaji.of(name) : "";
    return folded.codePointCount(0, folded.length()) >= LEAST_WRITTEN && written.contains(folded)
        || latin.length() >= LEAST_LATIN && written.contains(latin);
  }

  private static boolean isKana(String name) {
    return name.codePoints()
        .allMatch(c -> {
          var script = Character.UnicodeScript.of(c);
          return script == Character.UnicodeScript.HIRAGANA
              || script == Character.UnicodeScript.KATAKANA
              || script == Character.UnicodeScript.COMMON;
        });
  }

  /** Without the last sign, by which it is a city, a town, a village, a ward or a nursery. */
  private static String withoutItsKind(String name) {
    return name.replaceAll("[\\u5E02\\u753A\\u6751\\u533A\\u5712]$", "");
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
