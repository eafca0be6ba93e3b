package jp.tsunagi.record.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one field, or one column of a table. */
final class FieldReader {
  private static final int SHORT = 100;
  private static final int LONG = 2000;
  private static final int MOST_ROWS = 30;
  private static final int MOST_FILES = 10;

  private final YamlMap map;
  private final boolean carriesOver;
  private final FieldType.Place place;

  FieldReader(YamlMap map) {
    this(map, false, FieldType.Place.FORM);
  }

  private FieldReader(YamlMap map, boolean carriesOver, FieldType.Place place) {
    this.map = map;
    this.carriesOver = carriesOver;
    this.place = place;
  }

  Field field() {
    var type = map.required("type", YamlValue::text, FieldType.SHORT_TEXT.word());
    var known = FieldType.named(type);
    if (known.isEmpty() || !known.get().standsIn(place)) {
      map.optional("type")
          .ifPresent(value -> value.problem("notOneOf", type, FieldType.words(place)));
    }
    var field = field(known.orElse(FieldType.SHORT_TEXT), head());
    if (known.isPresent()) {
      map.finish();
    }
    return field;
  }

  private FieldHead head() {
    return new FieldHead(
        map.required("key", YamlValue::key, "?"),
        map.required("label", YamlValue::wording, SectionReader.NO_WORDING),
        map.orNull("hint", YamlValue::wording),
        map.or("required", value -> value.one(Requirement.class), Requirement.NEVER),
        map.or("carry-over", YamlValue::yes, carriesOver),
        map.or("offers", FieldReader::offers, EnumSet.noneOf(NoAnswer.class)),
        place == FieldType.Place.GOALS ? map.orNull("of-before", YamlValue::key) : null);
  }

  private static Set<NoAnswer> offers(YamlValue value) {
    return value.list().stream().map(each -> each.one(NoAnswer.class)).collect(Collectors.toSet());
  }

  private Field field(FieldType type, FieldHead head) {
    return switch (type) {
      case SHORT_TEXT -> new Field.ShortText(head, positive("max", SHORT));
      case LONG_TEXT -> new Field.LongText(head, positive("max", LONG));
      case DATE ->
          new Field.Date(
              head, map.or("coarsest", value -> value.one(DatePrecision.class), DatePrecision.DAY));
      case AGE -> new Field.Age(head);
      case CHOICE -> new Field.Choice(head, options(false));
      case CHOICES ->
          new Field.Choices(head, options(true), map.or("covers-all", YamlValue::yes, false));
      case ROLL_FORWARD -> new Field.RollForward(head);
      case NUMBER -> quantity(head);
      case SCORE -> score(head);
      case TABLE ->
          new Field.Table(
              head, columns(head, FieldType.Place.TABLE), positive("max-rows", MOST_ROWS));
      case GOALS ->
          new Field.Goals(
              head, columns(head, FieldType.Place.GOALS), positive("max-rows", MOST_ROWS));
      case PERSON -> new Field.Person(head);
      case ORGANISATION -> new Field.Organisation(head);
      case ATTACHMENT -> new Field.Attachment(head, positive("max-files", MOST_FILES));
      case SIGNATURE -> new Field.Signature(head);
      case FACT ->
          new Field.Fact(
              head,
              map.required(
                  "attribute", value -> value.one(ChildAttribute.class), ChildAttribute.NAME));
      case STATEMENT ->
          new Field.Statement(head, map.required("paragraphs", FieldReader::paragraphs, List.of()));
    };
  }

  private int positive(String key, int otherwise) {
    var value = map.optional(key);
    int number = value.map(YamlValue::integer).orElse(otherwise);
    if (number < 1) {
      value.ifPresent(each -> each.problem("notPositive", number));
    }
    return number;
  }

  private Field.Quantity quantity(FieldHead head) {
    var min = map.orNull("min", YamlValue::decimal);
    var max = map.orNull("max", YamlValue::decimal);
    inOrder(min, max);
    var unit = map.orNull("unit", YamlValue::wording);
    return new Field.Quantity(head, unit, min, max, map.or("decimals", YamlValue::integer, 0));
  }

  private Field.Score score(FieldHead head) {
    var min = map.required("usual-min", YamlValue::decimal, BigDecimal.ONE);
    var max = map.required("usual-max", YamlValue::decimal, BigDecimal.ONE);
    inOrder(min, max);
    return new Field.Score(head, min, max);
  }

  private void inOrder(@Nullable BigDecimal min, @Nullable BigDecimal max) {
    if (min != null && max != null && min.compareTo(max) > 0) {
      map.whole().problem("rangeBackwards", min.toPlainString(), max.toPlainString());
    }
  }

  /** Where only one can be chosen none needs to say that it stands alone. */
  private List<Option> options(boolean several) {
    var keys = new TreeSet<String>();
    return map.required("options", YamlValue::list, List.<YamlValue>of()).stream()
        .map(value -> option(value, keys, several))
        .toList();
  }

  private static Option option(YamlValue value, Set<String> keys, boolean several) {
    var map = value.map();
    var key = map.required("key", YamlValue::key, "?");
    var label = map.required("label", YamlValue::wording, SectionReader.NO_WORDING);
    boolean alone = several && map.or("alone", YamlValue::yes, false);
    map.finish();
    if (!keys.add(key)) {
      value.problem("optionTwice", key);
    }
    return new Option(key, label, alone);
  }

  private List<Field> columns(FieldHead table, FieldType.Place within) {
    var columns = new TreeMap<String, Field>();
    var inOrder = new ArrayList<Field>();
    var values = map.required("columns", YamlValue::list, List.<YamlValue>of());
    for (var value : values) {
      var column = new FieldReader(value.map(), table.carryOver(), within).field();
      inOrder.add(column);
      if (columns.put(column.key(), column) != null) {
        value.problem("fieldTwice", column.key());
      }
    }
    for (int at = 0; at < values.size(); at++) {
      ofBefore(values.get(at), inOrder.get(at), columns);
    }
    if (inOrder.stream().filter(Field.RollForward.class::isInstance).count() > 1) {
      map.whole().problem("rollForwardTwice", table.key());
    }
    return inOrder;
  }

  /** What starts with a column of the sheet before names one of its own kind, beside a mark. */
  private static void ofBefore(YamlValue value, Field column, Map<String, Field> columns) {
    String from = column.head().ofBefore();
    if (from == null) {
      return;
    }
    Field source = columns.get(from);
    boolean marked = columns.values().stream().anyMatch(Field.RollForward.class::isInstance);
    if (source == null
        || source == column
        || !source.getClass().equals(column.getClass())
        || !marked) {
      value.problem("ofBefore", column.key(), from);
    }
  }

  private static List<Wording> paragraphs(YamlValue value) {
    return value.list().stream().map(FieldReader::paragraph).toList();
  }

  private static Wording paragraph(YamlValue value) {
    var wording = value.wording();
    for (var text : wording.byLanguage().values()) {
      Placeholder.wordsIn(text)
          .filter(word -> Placeholder.named(word).isEmpty())
          .forEach(word -> value.problem("notOneOf", word, Placeholder.words()));
    }
    return wording;
  }
}
