package jp.tsunagi.run.ledger;

import static jp.tsunagi.base.ui.Text.in;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a column of a ledger holds; known by its head, of which municipalities have variants. */
enum Column {
  NAME(true),
  KANA(true),
  BIRTH(true),
  SEX(false),
  ADDRESS(false),
  /** 保護者, with the relation in brackets where there is no column for it. */
  GUARDIAN(true),
  RELATION(false),
  PHONE(false),
  /** 支援事業, several with marks between. */
  PROGRAMME(false),
  /** 担当. */
  STAFF(false),
  /** 同意日, with the giver behind it where there is no column for it. */
  CONSENT_DAY(false),
  CONSENT_GIVER(false);

  private final boolean needed;

  Column(boolean needed) {
    this.needed = needed;
  }

  /** Whether a ledger without it cannot be read. */
  boolean needed() {
    return needed;
  }

  /** Whether what it holds may stand in brackets or behind a blank in the column before it. */
  boolean standsElsewhere() {
    return this == RELATION || this == CONSENT_GIVER;
  }

  /** The column under this head; empty for one that is not read. */
  static Optional<Column> of(String head) {
    String plain = plain(head);
    return Arrays.stream(values())
        .filter(column -> column.heads().map(Column::plain).anyMatch(plain::equals))
        .findFirst();
  }

  private Stream<String> heads() {
    return Stream.of(Locale.JAPANESE, Locale.ENGLISH)
        .flatMap(language -> Arrays.stream(in(language, "ledger.head." + name()).split(",")));
  }

  /** Without blanks, brackets and marks of what must be filled in; half width. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\u3000\\u30FB\\u00B7*\\u203B/]", "")
        .toLowerCase(Locale.ROOT);
  }
}
