package jp.tsunagi.record.form;

/**
 * 引き継げなかった記入: an answer of the earlier sheet that has no place in the new one. It stays visible
 * beside the new sheet until its writer has dealt with it.
 *
 * @param section key of the earlier section
 * @param label of the field or column in the earlier form
 */
public record LeftOver(String section, Address address, Wording label, Answer answer, Why why) {

  /** Why an answer was not carried. */
  public enum Why {
    /** The form says that this starts anew: an evaluation. */
    STARTS_ANEW,
    /** A goal that was already closed in the earlier sheet, with all that was said of it. */
    CLOSED,
    /** The new version does not ask this. */
    NOT_ASKED_ANY_MORE,
    /** Asked under the same key as another kind of field. */
    OTHER_KIND,
    /** An option that is no longer offered. */
    NO_SUCH_CHOICE,
    /** The field now stands in a section of another category: other people would read it. */
    OTHER_CATEGORY,
    /** The field now belongs to another writer: nobody's words become somebody else's. */
    OTHER_WRITER,
    /** A section that guardians did not read moves into one they read, or the other way round. */
    OTHER_READERS
  }
}
