package jp.tsunagi.record.idea;

import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.name.SearchKeys;

/**
 * 文例: a sentence to begin with.
 *
 * @param shipped its key in the base that comes with the program
 * @param organisation for which alone it is; empty for the whole municipality
 * @param text with blanks for what is filled in
 * @param place in the order of the municipality, small numbers first
 */
record Idea(
    UUID id,
    Optional<String> shipped,
    Optional<OrganisationId> organisation,
    IdeaKind kind,
    Tags tags,
    String text,
    int place,
    IdeaState state,
    UUID proposedBy) {

  /** How it is found while one types. */
  static String search(String text) {
    return SearchKeys.fold(text);
  }

  /** What a file calls it. */
  String number() {
    return shipped.orElseGet(id::toString);
  }

  /** Whether it says the same as that one, to whoever writes. */
  boolean saysAs(Idea other) {
    return kind == other.kind
        && tags.equals(other.tags)
        && text.equals(other.text)
        && place == other.place
        && state == other.state;
  }
}
