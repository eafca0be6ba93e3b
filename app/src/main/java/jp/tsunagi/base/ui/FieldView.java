package jp.tsunagi.base.ui;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field as it is shown: its label above, a hint beside it, an error in words with the remedy
 * below. Begin with {@link #of} and add what the field has.
 *
 * @param name of the parameter; ids are made from it
 * @param value what is in it, empty when nothing
 * @param instead answers that replace one: わからない, 答えたくない; sent as {@code <name>.state}
 * @param unit that stands behind the field: 週, g; empty for none
 * @param most characters a text may have, counted as it is typed and never cut; 0 for no limit
 */
public record FieldView(
    String name,
    String label,
    String value,
    @Nullable String hint,
    @Nullable String error,
    boolean required,
    List<Option> instead,
    String unit,
    int most) {

  public FieldView {
    instead = List.copyOf(instead);
  }

  public static FieldView of(String name, String label) {
    return new FieldView(name, label, "", null, null, false, List.of(), "", 0);
  }

  public FieldView value(@Nullable String text) {
    String now = text == null ? "" : text;
    return new FieldView(name, label, now, hint, error, required, instead, unit, most);
  }

  public FieldView hint(@Nullable String text) {
    return new FieldView(name, label, value, text, error, required, instead, unit, most);
  }

  public FieldView error(@Nullable String text) {
    return new FieldView(name, label, value, hint, text, required, instead, unit, most);
  }

  public FieldView must() {
    return new FieldView(name, label, value, hint, error, true, instead, unit, most);
  }

  public FieldView instead(List<Option> answers) {
    return new FieldView(name, label, value, hint, error, required, answers, unit, most);
  }

  public FieldView unit(String behind) {
    return new FieldView(name, label, value, hint, error, required, instead, behind, most);
  }

  public FieldView most(int characters) {
    return new FieldView(name, label, value, hint, error, required, instead, unit, characters);
  }

  /** How many characters stand in it: code points, as the limit counts them. */
  public int length() {
    return value.codePointCount(0, value.length());
  }

  /** Whether little more fits into it. */
  public boolean tight() {
    return length() * 5 >= most * 4;
  }

  /**
   * Id of the control. Several fields of one name (rows of a table) carry their row in the name.
   */
  public String id() {
    var id = new StringBuilder("f-");
    name.codePoints().map(c -> Character.isLetterOrDigit(c) ? c : '-').forEach(id::appendCodePoint);
    return id.toString();
  }

  public String hintId() {
    return id() + "-hint";
  }

  public String errorId() {
    return id() + "-error";
  }

  public String unitId() {
    return id() + "-unit";
  }

  public String countId() {
    return id() + "-count";
  }

  public boolean wrong() {
    return error != null;
  }

  /** Ids of what explains the field, for {@code aria-describedby}; null when nothing does. */
  public @Nullable String describedBy() {
    String all =
        Stream.of(
                unit.isEmpty() ? "" : unitId(),
                hint == null ? "" : hintId(),
                most == 0 ? "" : countId(),
                error == null ? "" : errorId())
            .filter(id -> !id.isEmpty())
            .collect(Collectors.joining(" "));
    return all.isEmpty() ? null : all;
  }
}
