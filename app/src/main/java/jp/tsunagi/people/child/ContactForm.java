package jp.tsunagi.people.child;

import static jp.tsunagi.base.ui.Text.t;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.tsunagi.base.name.NamePart;
import jp.tsunagi.base.name.NameRefusal;
import jp.tsunagi.base.ui.Typed;

/** What phones, postal codes and readings look like; each answers with the key of what is wrong. */
final class ContactForm {
  private static final Pattern PHONE = Pattern.compile("\\+?[\\d() -]{9,20}");
  private static final Pattern POSTAL = Pattern.compile("\\d{3}-?\\d{4}");
  private static final int LEAST_DIGITS = 9;
  private static final int MOST_DIGITS = 15;

  /** Of an address, a note, what was shown as evidence; a name has its own limit. */
  private static final int LONGEST = 200;

  private ContactForm() {}

  /** Digits and hyphens in half width, however they were typed. */
  static String halfWidth(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\u2010-\\u2015\\u2212\\u30FC]", "-")
        .strip();
  }

  /** The code as 350-0001. */
  static String postalCode(String typed) {
    String digits = halfWidth(typed).replace("-", "");
    return digits.substring(0, 3) + "-" + digits.substring(3);
  }

  static Optional<String> postal(String typed) {
    return typed.isEmpty() || POSTAL.matcher(halfWidth(typed)).matches()
        ? Optional.empty()
        : Optional.of("child.problem.postal");
  }

  static Optional<String> phone(String typed) {
    String plain = halfWidth(typed);
    long digits = plain.chars().filter(Character::isDigit).count();
    boolean fits =
        PHONE.matcher(plain).matches() && digits >= LEAST_DIGITS && digits <= MOST_DIGITS;
    return typed.isEmpty() || fits ? Optional.empty() : Optional.of("child.problem.phone");
  }

  private static boolean isTooLong(String typed) {
    return typed.codePointCount(0, typed.length()) > LONGEST;
  }

  /** Says so at each of these fields. */
  static void lengths(Typed typed, Map<String, String> problems, String... fields) {
    for (String field : fields) {
      if (isTooLong(typed.text(field))) {
        problems.put(field, t("child.problem.long", LONGEST));
      }
    }
  }

  /** Says so where a name is missing, or holds what no name has. */
  static void name(Typed typed, Map<String, String> problems, String field) {
    String name = typed.text(field);
    if (name.isEmpty()) {
      problems.put(field, t("child.problem.missing"));
    } else {
      NamePart.writingRefusal(name)
          .ifPresent(refusal -> problems.put(field, t(refusal.key(), NamePart.LONGEST)));
    }
  }

  static Optional<String> kana(String typed) {
    return typed.isEmpty()
        ? Optional.of("child.problem.kana")
        : NamePart.refusal(typed, typed)
            .filter(refusal -> refusal == NameRefusal.NOT_KANA)
            .map(refusal -> "child.problem.kana");
  }
}
