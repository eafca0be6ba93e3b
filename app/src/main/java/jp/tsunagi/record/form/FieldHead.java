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
 * @param ofBefore key of the column of the sheet before whose answer starts this one; only columns
 *     of goals that are taken over have it (前の期の評価)
 */
public record FieldHead(
    String key,
    Wording label,
    @Nullable Wording hint,
    Requirement required,
    boolean carryOver,
    Set<NoAnswer> offers,
    @Nullable String ofBefore) {

  public FieldHead {
    var copy = EnumSet.noneOf(NoAnswer.class);
    copy.addAll(offers);
    offers = Collections.unmodifiableSet(copy);
  }
}
