package jp.tsunagi.base.calendar;

import java.time.LocalDate;
import java.util.Optional;

/** 元号, from 大正 on: nobody on record was born before. Year 1 is 元年. */
public enum Era {
  TAISHO,
  SHOWA,
  HEISEI,
  REIWA;

  private final LocalDate first;
  private final String letter;
  private final String sign;
  private final String kanji;

  Era() {
    var written = Notation.mark(name()).split(" ", -1);
    first = LocalDate.parse(written[0]);
    letter = written[1];
    sign = written[2];
    kanji = written[3];
  }

  /** The era in force on a day; none before 大正. */
  public static Optional<Era> at(LocalDate day) {
    var eras = values();
    for (var i = eras.length - 1; i >= 0; i--) {
      if (!day.isBefore(eras[i].first)) {
        return Optional.of(eras[i]);
      }
    }
    return Optional.empty();
  }

  /** The era written so: its letter (either case), its one character or its name. */
  static Optional<Era> written(String text) {
    for (var era : values()) {
      if (text.equalsIgnoreCase(era.letter) || text.equals(era.sign) || text.equals(era.kanji)) {
        return Optional.of(era);
      }
    }
    return Optional.empty();
  }

  /** Its first day. */
  public LocalDate first() {
    return first;
  }

  /** R, H, S, T. */
  public String letter() {
    return letter;
  }

  /** The name in two kanji. */
  public String kanji() {
    return kanji;
  }

  /** The name in the reader's language. */
  public Words words() {
    return Words.of("calendar.era." + name());
  }

  /** The western year of a year of this era, also of one the era did not live to see. */
  public int westernYear(int year) {
    return first.getYear() + year - 1;
  }

  static String pattern() {
    var pattern = new StringBuilder();
    for (var era : values()) {
      pattern
          .append('|')
          .append(era.kanji)
          .append('|')
          .append(era.sign)
          .append('|')
          .append(era.letter);
    }
    return pattern.substring(1);
  }
}
