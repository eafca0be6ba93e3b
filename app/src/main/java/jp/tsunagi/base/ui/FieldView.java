package jp.tsunagi.base.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field as it is shown: its label above, a hint beside it, an error in words with the remedy
 * below. Begin with {@link #of} and add what the field has.
 *
 * @param name of the parameter; ids are made from it
 * @param value what is in it, empty when nothing
 * @param instead answers that replace one: わからない, 答えたくない; sent as {@code <name>.state}
 */
public record FieldView(
    String name,
    String label,
    String value,
    @Nullable String hint,
    @Nullable String error,
    boolean required,
    List<Option> instead) {

  public FieldView {
    instead = List.copyOf(instead);
  }

  public static FieldView of(String name, String label) {
    return new FieldView(name, label, "", null, null, false, List.of());
  }

  public FieldView value(@Nullable String text) {
    return new FieldView(name, label, text == null ? "" : text, hint, error, required, instead);
  }

  public FieldView hint(@Nullable String text) {
    return new FieldView(name, label, value, text, error, required, instead);
  }

  public FieldView error(@Nullable String text) {
    return new FieldView(name, label, value, hint, text, required, instead);
  }

  public FieldView must() {
    return new FieldView(name, label, value, hint, error, true, instead);
  }

  public FieldView instead(List<Option> answers) {
    return new FieldView(name, label, value, hint, error, required, answers);
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

  public boolean wrong() {
    return error != null;
  }

  /** Ids of hint and error for {@code aria-describedby}, null when there is neither. */
  public @Nullable String describedBy() {
    if (hint == null) {
      return error == null ? null : errorId();
    }
    return error == null ? hintId() : hintId() + " " + errorId();
  }
}
