package jp.tsunagi.record.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.database.FileId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.file.Files;
import jp.tsunagi.record.file.NewFile;
import jp.tsunagi.record.file.NewFile.Looked;
import jp.tsunagi.record.file.Uploads;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.sheet.PartSql.Part;
import org.springframework.stereotype.Component;

/**
 * Puts files into a draft and takes them out. One after the other and onto what is saved now: two
 * people who attach at once both have their file in, and nothing has to be decided between them.
 */
@Component
final class Attaching {
  private final PartWriting parts;
  private final Files files;

  Attaching(PartWriting parts, Files files) {
    this.parts = parts;
    this.files = files;
  }

  /** What the page sent for a section; the first refusal ends it, what went in before stays. */
  Optional<SheetRefusal> all(
      Tx tx, SheetId id, Section section, Typing typing, Uploads uploads, Optional<Said> said) {
    Optional<SheetRefusal> refusal =
        typing
            .gone()
            .filter(gone -> attachment(section, gone.field()).isPresent())
            .flatMap(gone -> takeOut(tx, id, section, gone, said));
    for (Field field : section.questions()) {
      for (Looked looked : uploads.byField().getOrDefault(field.key(), List.of())) {
        if (refusal.isEmpty()) {
          refusal = putIn(tx, id, section, field.key(), looked, said);
        }
      }
    }
    return refusal;
  }

  private static Optional<Field.Attachment> attachment(Section section, String field) {
    return section
        .field(field)
        .filter(Field.Attachment.class::isInstance)
        .map(Field.Attachment.class::cast);
  }

  private Optional<SheetRefusal> putIn(
      Tx tx, SheetId id, Section section, String field, Looked looked, Optional<Said> said) {
    return switch (looked) {
      case Looked.Refused(var why) -> Optional.of(new SheetRefusal.FileRefused(why));
      case Looked.Good(var file) -> putIn(tx, id, section, field, file, said);
    };
  }

  private Optional<SheetRefusal> putIn(
      Tx tx, SheetId id, Section section, String field, NewFile file, Optional<Said> said) {
    int most = attachment(section, field).orElseThrow(NotFound::new).maxFiles();
    Sheet sheet = SheetSql.hold(tx, id);
    Answer there = answer(tx, sheet, section, field);
    if (FileAnswers.of(there).count() >= most) {
      return Optional.of(new SheetRefusal.FileRefused(NewFile.Refusal.TOO_MANY));
    }
    FileId fresh = FileId.create();
    var refusal = save(tx, sheet, section, field, FileAnswers.with(there, fresh), said);
    if (refusal.isEmpty()) {
      Part part = PartSql.current(tx, sheet, section.key()).orElseThrow();
      files.add(tx, sheet.child(), part.item(), fresh, file);
    }
    return refusal;
  }

  private Optional<SheetRefusal> takeOut(
      Tx tx, SheetId id, Section section, Typing.Gone gone, Optional<Said> said) {
    Sheet sheet = SheetSql.hold(tx, id);
    Answer there = answer(tx, sheet, section, gone.field());
    if (FileAnswers.of(there).noneMatch(gone.file()::equals)) {
      return Optional.empty(); // pressed twice
    }
    Answer rest = FileAnswers.without(there, gone.file());
    var refusal = save(tx, sheet, section, gone.field(), rest, said);
    if (refusal.isEmpty()) {
      Part part = PartSql.current(tx, sheet, section.key()).orElseThrow();
      files.remove(tx, part.item(), gone.file());
    }
    return refusal;
  }

  /** What stands there now: in this revision, else in the last final one. */
  private static Answer answer(Tx tx, Sheet sheet, Section section, String field) {
    List<Part> all = new ArrayList<>(PartSql.all(tx, sheet));
    all.removeIf(part -> !part.section().equals(section.key()) || part.ended());
    return all.isEmpty() ? new Answer.NotAsked() : all.getLast().answers().at(field);
  }

  private Optional<SheetRefusal> save(
      Tx tx, Sheet sheet, Section section, String field, Answer answer, Optional<Said> said) {
    Draft draft = Draft.of(section.key(), Answers.NONE.with(Address.of(field), answer));
    SaveOutcome outcome = parts.save(tx, sheet.id(), said.map(draft::said).orElse(draft));
    return outcome instanceof SaveOutcome.Refused(var why) ? Optional.of(why) : Optional.empty();
  }
}
