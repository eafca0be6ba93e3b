package jp.tsunagi.record.form;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of fields by the word a form file uses: {@code type: short-text}. */
enum FieldType {
  SHORT_TEXT(true),
  LONG_TEXT(true),
  DATE(true),
  AGE(true),
  CHOICE(true),
  CHOICES(true),
  NUMBER(true),
  SCORE(true),
  PERSON(true),
  ORGANISATION(true),
  ROLL_FORWARD(false),
  TABLE(false),
  GOALS(false),
  ATTACHMENT(false),
  SIGNATURE(false),
  FACT(false),
  STATEMENT(false);

  private final boolean standsInTable;

  FieldType(boolean standsInTable) {
    this.standsInTable = standsInTable;
  }

  String word() {
    return YamlValue.kebab(this);
  }

  static Optional<FieldType> named(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  /** What may stand in a form, in a table, or among goals. */
  boolean standsIn(Place place) {
    return switch (place) {
      case FORM -> this != ROLL_FORWARD;
      case TABLE -> standsInTable;
      case GOALS -> standsInTable || this == ROLL_FORWARD;
    };
  }

  /** Where a field stands. */
  enum Place {
    FORM,
    TABLE,
    GOALS
  }

  static String words(Place place) {
    return Arrays.stream(values())
        .filter(each -> each.standsIn(place))
        .map(FieldType::word)
        .collect(Collectors.joining(", "));
  }

  static FieldType of(Field field) {
    return switch (field) {
      case Field.ShortText _ -> SHORT_TEXT;
      case Field.LongText _ -> LONG_TEXT;
      case Field.Date _ -> DATE;
      case Field.Age _ -> AGE;
      case Field.Choice _ -> CHOICE;
      case Field.Choices _ -> CHOICES;
      case Field.Quantity _ -> NUMBER;
      case Field.Score _ -> SCORE;
      case Field.Person _ -> PERSON;
      case Field.Organisation _ -> ORGANISATION;
      case Field.RollForward _ -> ROLL_FORWARD;
      case Field.Table _ -> TABLE;
      case Field.Goals _ -> GOALS;
      case Field.Attachment _ -> ATTACHMENT;
      case Field.Signature _ -> SIGNATURE;
      case Field.Fact _ -> FACT;
      case Field.Statement _ -> STATEMENT;
    };
  }
}
