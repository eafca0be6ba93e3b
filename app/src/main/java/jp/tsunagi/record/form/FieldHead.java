package jp.tsunagi.record.form;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every field has.
 *
 * @param hint a short help in plain words, shown beside the field
 * @param carryOver whether next year's sheet starts with this answer (実態 yes, 評価 no)
 * @param offers わからない, 答えたくない
 */
public record FieldHead(
    String key,
    Wording label,
    @Nullable Wording hint,
    Requirement required,
    boolean carryOver,
    Set<NoAnswer> offers) {

  public FieldHead {
    var copy = EnumSet.noneOf(NoAnswer.class);
    copy.addAll(offers);
    offers = Collections.unmodifiableSet(copy);
  }
}
