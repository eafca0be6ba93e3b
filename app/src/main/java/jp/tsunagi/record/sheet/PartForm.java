package jp.tsunagi.record.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One section to be filled in, for staff and on a guardian's phone alike. The template {@code
 * record/sheet/PartForm.jte} shows the questions with their hidden fields; the page around it has
 * the form, its token and its buttons.
 *
 * @param readers who will read this, in one sentence
 * @param page marks what this opened page saves
 * @param since version of the part that is shown
 * @param answered how many of the questions have an answer
 * @param who wrote in it last and when; empty before its first answer
 * @param removed rows that can be put back
 */
public record PartForm(
    String key,
    String title,
    @Nullable String intro,
    String readers,
    String page,
    int since,
    int answered,
    List<QuestionView> questions,
    String who,
    List<Removed> removed) {
  public PartForm {
    questions = List.copyOf(questions);
    removed = List.copyOf(removed);
  }

  /**
   * A row that was taken out.
   *
   * @param field name of the table
   * @param address what the button says to have it back
   */
  public record Removed(String field, String words, String address) {}

  /** The row that can be put back into that table; none, or the last one taken out. */
  public List<Removed> removedOf(QuestionView question) {
    return removed.stream().filter(it -> it.field().equals(question.field().name())).toList();
  }

  /** What is shown and not asked stands together at the top. */
  public List<QuestionView> facts() {
    return questions.stream().filter(each -> each.kind() == QuestionView.Kind.FACT).toList();
  }

  /** Everything else, in the order of the form. */
  public List<QuestionView> rest() {
    return questions.stream().filter(each -> each.kind() != QuestionView.Kind.FACT).toList();
  }

  /** How the page's form must be sent when files may come with it; null for text alone. */
  public @Nullable String enctype() {
    boolean files = questions.stream().anyMatch(each -> each.kind() == QuestionView.Kind.FILES);
    return files ? "multipart/form-data" : null;
  }

  /** The names of all fields shown: what comes back without a value was emptied. */
  public List<String> asked() {
    return questions.stream().flatMap(PartForm::names).distinct().toList();
  }

  private static java.util.stream.Stream<String> names(QuestionView question) {
    return switch (question.kind()) {
      case FACT, STATEMENT, FILES, ON_PAPER -> java.util.stream.Stream.of();
      case ROWS -> question.rows().stream().flatMap(QuestionView.Row::all).flatMap(PartForm::names);
      case AGE -> java.util.stream.Stream.of(question.boxes().getFirst().name());
      default -> java.util.stream.Stream.of(question.field().name());
    };
  }
}
