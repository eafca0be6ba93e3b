package jp.tsunagi.base.name;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 氏名: family and given name, a middle name where there is one, and a 通称. A person with one name
 * only has it as given name and no family name.
 *
 * @param middle {@link NamePart#NONE} for most
 * @param commonFamily 通称, the name in everyday use; {@link NamePart#NONE} when there is none
 * @param commonGiven of the 通称
 */
public record PersonName(
    NamePart family, NamePart given, NamePart middle, NamePart commonFamily, NamePart commonGiven) {
  private static final String SPACE = "\u3000";

  public PersonName {
    if (given.isNone()) {
      throw new IllegalArgumentException(NameRefusal.MISSING.key());
    }
  }

  public static PersonName of(NamePart family, NamePart given) {
    return new PersonName(family, given, NamePart.NONE, NamePart.NONE, NamePart.NONE);
  }

  public PersonName withMiddle(NamePart part) {
    return new PersonName(family, given, part, commonFamily, commonGiven);
  }

  /** With a 通称; either part may be {@link NamePart#NONE}. */
  public PersonName withCommon(NamePart commonFamilyName, NamePart commonGivenName) {
    return new PersonName(family, given, middle, commonFamilyName, commonGivenName);
  }

  public boolean hasCommon() {
    return !commonFamily.isNone() || !commonGiven.isNone();
  }

  /**
   * The 通称 as a name of its own: what it leaves open is as in the name. The name itself without
   * one.
   */
  public PersonName common() {
    return hasCommon()
        ? of(
            commonFamily.isNone() ? family : commonFamily,
            commonGiven.isNone() ? given : commonGiven)
        : this;
  }

  /** In writing: family, given and middle name, blanks between. */
  public String written() {
    return parts().map(NamePart::written).collect(Collectors.joining(SPACE));
  }

  /** In kana, as entered. */
  public String kana() {
    return parts().map(NamePart::kana).collect(Collectors.joining(SPACE));
  }

  /** Parts with their readings, to be set as ruby. */
  public List<Ruby> ruby() {
    return parts().map(Ruby::of).toList();
  }

  /**
   * Orders names by reading under {@code COLLATE "C"}: family before given name, voiced and small
   * kana beside their plain ones (はやし, ばやし), the exact reading last.
   */
  public String sortKey() {
    return parts().map(part -> Folding.fold(part.kana())).collect(Collectors.joining(" "))
        + "  "
        + Kana.toKatakana(kana());
  }

  private Stream<NamePart> parts() {
    return Stream.of(family, given, middle).filter(part -> !part.isNone());
  }
}
