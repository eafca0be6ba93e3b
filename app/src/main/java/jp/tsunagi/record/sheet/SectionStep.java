package jp.tsunagi.record.sheet;

/**
 * A section in the row of sections of a long form.
 *
 * @param answered how many of its questions have an answer, {@code of} how many
 * @param wrong how many answers cannot be taken as they are
 */
public record SectionStep(String key, String title, int answered, int of, int wrong) {
  /** Nothing is left open. */
  public boolean complete() {
    return answered >= of && wrong == 0;
  }
}
