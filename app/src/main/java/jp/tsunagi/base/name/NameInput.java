package jp.tsunagi.base.name;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A name as typed into a form or found in a ledger, not yet judged.
 *
 * @param singleName the person has one name only, typed as given name
 */
public record NameInput(Map<NameField, Typed> fields, boolean singleName) {
  /** A part and its reading as typed. */
  public record Typed(String written, String kana) {
    static final Typed NOTHING = new Typed("", "");

    boolean isBlank() {
      return written.isBlank() && kana.isBlank();
    }
  }

  /** The parts of a name; their words are {@code name.field.*}. */
  public enum NameField {
    FAMILY,
    GIVEN,
    MIDDLE,
    COMMON_FAMILY,
    COMMON_GIVEN;

    public String key() {
      return "name.field." + name();
    }
  }

  /** What is wrong with one part. */
  public record Fault(NameField field, NameRefusal refusal) {}

  /** A name, or everything that is wrong with it. */
  public sealed interface Result {
    /** Taken. */
    record Accepted(PersonName name) implements Result {}

    /** Not taken. */
    record Refused(List<Fault> faults) implements Result {
      public Refused {
        faults = List.copyOf(faults);
      }
    }
  }

  public NameInput {
    fields = Map.copyOf(fields);
  }

  /** Family and given name with their readings. */
  public static NameInput of(String family, String familyKana, String given, String givenKana) {
    return new NameInput(
        Map.of(
            NameField.FAMILY, new Typed(family, familyKana),
            NameField.GIVEN, new Typed(given, givenKana)),
        false);
  }

  /** The name, or all refusals at once. */
  public Result read() {
    var faults = new ArrayList<Fault>();
    var parts = new EnumMap<NameField, NamePart>(NameField.class);
    for (var field : NameField.values()) {
      var typed = fields.getOrDefault(field, Typed.NOTHING);
      var refusal = NamePart.refusal(typed.written(), typed.kana());
      if (refusal.isPresent()) {
        faults.add(new Fault(field, refusal.get()));
        if (refusal.get().ofWriting() && typed.kana().isBlank()) {
          faults.add(new Fault(field, NameRefusal.KANA_MISSING));
        }
      } else if (typed.isBlank() && needed(field)) {
        faults.add(new Fault(field, NameRefusal.MISSING));
        faults.add(new Fault(field, NameRefusal.KANA_MISSING));
      } else {
        parts.put(field, new NamePart(typed.written(), typed.kana()));
      }
    }
    return faults.isEmpty() ? new Result.Accepted(name(parts)) : new Result.Refused(faults);
  }

  private boolean needed(NameField field) {
    return field == NameField.GIVEN || (field == NameField.FAMILY && !singleName);
  }

  private static PersonName name(Map<NameField, NamePart> parts) {
    return new PersonName(
        parts.getOrDefault(NameField.FAMILY, NamePart.NONE),
        parts.getOrDefault(NameField.GIVEN, NamePart.NONE),
        parts.getOrDefault(NameField.MIDDLE, NamePart.NONE),
        parts.getOrDefault(NameField.COMMON_FAMILY, NamePart.NONE),
        parts.getOrDefault(NameField.COMMON_GIVEN, NamePart.NONE));
  }
}
