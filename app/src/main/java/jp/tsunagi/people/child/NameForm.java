package jp.tsunagi.people.child;

import static jp.tsunagi.base.ui.Text.t;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.base.name.NameInput;
import jp.tsunagi.base.name.NameInput.Fault;
import jp.tsunagi.base.name.NameInput.NameField;
import jp.tsunagi.base.name.NamePart;
import jp.tsunagi.base.name.NameRefusal;
import jp.tsunagi.base.name.PersonName;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Fields;
import jp.tsunagi.base.ui.Typed;

/** The parts of a child's name in a form: each with its reading beside it. */
final class NameForm {
  private static final String SINGLE = "single";
  private static final List<NameField> USUAL = List.of(NameField.FAMILY, NameField.GIVEN);
  private static final List<NameField> SELDOM =
      List.of(NameField.MIDDLE, NameField.COMMON_FAMILY, NameField.COMMON_GIVEN);

  private NameForm() {}

  static NameInput.Result read(Typed typed) {
    Map<NameField, NameInput.Typed> parts = new EnumMap<>(NameField.class);
    for (NameField field : NameField.values()) {
      parts.put(field, new NameInput.Typed(typed.text(field.name()), typed.text(kana(field))));
    }
    return new NameInput(parts, typed.ticked(SINGLE)).read();
  }

  /** The words of each fault, beside the field that has to change. */
  static Map<String, String> problems(List<Fault> faults) {
    Map<String, String> problems = new HashMap<>();
    for (Fault fault : faults) {
      problems.put(place(fault), t(fault.refusal().key(), NamePart.LONGEST));
    }
    return problems;
  }

  private static String place(Fault fault) {
    boolean reading =
        fault.refusal() == NameRefusal.KANA_MISSING || fault.refusal() == NameRefusal.NOT_KANA;
    return reading ? kana(fault.field()) : fault.field().name();
  }

  private static String kana(NameField field) {
    return field.name() + ".kana";
  }

  /** Writing and reading of family and given name, in turn. */
  static List<FieldView> usual(Fields fields) {
    return USUAL.stream()
        .flatMap(
            part -> java.util.stream.Stream.of(fields.must(part.name()), fields.must(kana(part))))
        .toList();
  }

  /** Middle name and 通称. */
  static List<FieldView> seldom(Fields fields) {
    return SELDOM.stream()
        .flatMap(part -> java.util.stream.Stream.of(fields.of(part.name()), fields.of(kana(part))))
        .toList();
  }

  /** A name as it would have been typed. */
  static Typed typed(PersonName name) {
    Map<String, List<String>> values = new HashMap<>();
    put(values, NameField.FAMILY, name.family());
    put(values, NameField.GIVEN, name.given());
    put(values, NameField.MIDDLE, name.middle());
    put(values, NameField.COMMON_FAMILY, name.commonFamily());
    put(values, NameField.COMMON_GIVEN, name.commonGiven());
    if (name.family().isNone()) {
      values.put(SINGLE, List.of(SINGLE));
    }
    return new Typed(values);
  }

  private static void put(Map<String, List<String>> values, NameField field, NamePart part) {
    values.put(field.name(), List.of(part.written()));
    values.put(kana(field), List.of(part.kana()));
  }
}
