package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.t;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Typed;
import org.jspecify.annotations.Nullable;

/**
 * A form on which the family, or staff from its paper, say something beside the consents: what is
 * not to be shared, what is shown to the family.
 */
abstract class WordForm {
  final Typed typed;
  private final String words;
  private final Map<String, String> problems = new LinkedHashMap<>();

  /**
   * What is said.
   *
   * @param words by which the messages of its fields begin
   */
  WordForm(Typed typed, String words) {
    this.typed = typed;
    this.words = words;
  }

  /** The id it was sent with; 404 for what no form of ours sends. */
  public final UUID id() {
    try {
      return UUID.fromString(typed.text("id"));
    } catch (IllegalArgumentException unreadable) {
      throw new NotFound();
    }
  }

  /** A field was refused by the rule, or is wrong beside the wish. */
  public final void wrong(String field, String problem) {
    problems.put(field, problem);
  }

  /** What is wrong with a field; null when nothing is. */
  final @Nullable String problem(String field) {
    return problems.get(field);
  }

  public final boolean sound() {
    return problems.isEmpty();
  }

  /** Of what it makes: sent twice, it makes one. */
  final String made() {
    return typed.given("id").orElseGet(() -> Id.fresh().toString());
  }

  final FieldView field(String name) {
    return FieldView.of(name, t(words + name)).value(typed.text(name)).error(problems.get(name));
  }
}
