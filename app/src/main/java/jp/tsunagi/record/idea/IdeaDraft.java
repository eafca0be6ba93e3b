package jp.tsunagi.record.idea;

import java.text.Normalizer;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.ui.Typed;

/**
 * An example as somebody typed it, not yet judged. Its id is made when the form is shown, so that
 * sending it twice makes one.
 *
 * @param sure whether the writer says that what looks like a name is none
 */
record IdeaDraft(UUID id, Typed typed, boolean sure) {
  private static final Pattern ORGANISATION =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern DIGITS = Pattern.compile("\\d{1,5}");

  /** What comes last where nobody said otherwise. */
  private static final int LAST = 10_000;

  static IdeaDraft of(UUID id, Typed typed) {
    return new IdeaDraft(id, typed, typed.ticked("sure"));
  }

  /** For which organisation; empty for the whole municipality. */
  Optional<OrganisationId> owner() {
    return typed
        .given("whose")
        .filter(text -> ORGANISATION.matcher(text).matches())
        .map(text -> new OrganisationId(UUID.fromString(text)));
  }

  String text() {
    return typed.text("text");
  }

  Optional<IdeaKind> kind() {
    return IdeaKind.named(typed.text("kind"));
  }

  /** Its place as typed, full width digits too; empty when it is no number. */
  Optional<Integer> place() {
    String digits = Normalizer.normalize(typed.text("place"), Normalizer.Form.NFKC);
    return digits.isEmpty()
        ? Optional.of(LAST)
        : Optional.of(digits).filter(text -> DIGITS.matcher(text).matches()).map(Integer::valueOf);
  }

  private Tags tags() {
    return Tags.named(typed.all("needs"), typed.all("areas"), typed.all("stages"));
  }

  /** The example; only of a draft with which nothing is wrong. */
  Idea accepted(Optional<Idea> there, IdeaState state, UUID by) {
    return new Idea(
        id,
        there.flatMap(Idea::shipped),
        there.map(Idea::organisation).orElseGet(this::owner),
        kind().orElseThrow(),
        tags(),
        text(),
        place().orElseThrow(),
        state,
        there.map(Idea::proposedBy).orElse(by));
  }
}
