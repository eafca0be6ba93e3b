package jp.tsunagi.record.sheet;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.tsunagi.base.database.FileId;
import jp.tsunagi.record.file.Files.Attached;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;

/** The files that answers name. */
final class FileAnswers {
  private FileAnswers() {}

  /** All of a part. */
  static List<FileId> in(Answers answers) {
    return answers.byField().values().stream().flatMap(FileAnswers::of).toList();
  }

  /** Those of one answer. */
  static Stream<FileId> of(Answer answer) {
    return answer instanceof Answer.Files(var ids)
        ? ids.stream().map(UUID::fromString).map(FileId::new)
        : Stream.of();
  }

  /** Those of these files that an answer names, in its order; others may not be read. */
  static List<Attached> among(List<Attached> files, List<String> ids) {
    return ids.stream().flatMap(id -> files.stream().filter(named(id))).toList();
  }

  private static Predicate<Attached> named(String id) {
    return file -> file.id().toString().equals(id);
  }

  /** The answer with one file more. */
  static Answer with(Answer answer, FileId file) {
    return new Answer.Files(
        Stream.concat(of(answer), Stream.of(file)).map(FileId::toString).toList());
  }

  /** The answer without that file; empty when it was the last. */
  static Answer without(Answer answer, FileId file) {
    List<String> rest =
        of(answer).filter(each -> !each.equals(file)).map(FileId::toString).toList();
    return rest.isEmpty() ? new Answer.Empty() : new Answer.Files(rest);
  }
}
