package jp.tsunagi.record.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.Requirement;
import jp.tsunagi.record.form.Section;
import jp.tsunagi.record.form.Writer;

/**
 * What an organisation's sheet says from the first moment: who writes (担当, 担任, 記入者) and the day
 * (記入日, 作成日). Only what the form asks before the sheet can be final, and never more than a
 * beginning: the writer changes it like any other answer.
 */
final class Prefilling {
  private Prefilling() {}

  /** One draft for each section that begins with something; none of a family's sheet. */
  static List<Draft> of(Tx tx, Sheet sheet, FormDefinition form) {
    List<Draft> drafts = new ArrayList<>();
    if (sheet.ofFamily() || !(Actor.of(tx) instanceof Actor.Staff writer)) {
      return drafts;
    }
    for (Section section : form.sections()) {
      Answers begun =
          section.writer() == Writer.ORGANISATION
              ? begun(tx, sheet, section, writer)
              : Answers.NONE;
      if (!begun.byField().isEmpty()) {
        drafts.add(Draft.of(section.key(), begun));
      }
    }
    return drafts;
  }

  private static Answers begun(Tx tx, Sheet sheet, Section section, Actor.Staff writer) {
    Answers begun = Answers.NONE;
    for (Field field : section.fields()) {
      if (asked(field)) {
        Optional<Answer> answer =
            switch (field) {
              case Field.Person _ -> inCharge(tx, sheet, writer);
              case Field.Date _ -> Optional.of(Answer.Date.of(tx.today()));
              default -> Optional.empty();
            };
        begun = answer.isEmpty() ? begun : begun.with(Address.of(field.key()), answer.get());
      }
    }
    return begun;
  }

  /** Neither who was there nor when something was: only what stands at the foot of the sheet. */
  private static boolean asked(Field field) {
    return field.head().required() == Requirement.FINAL;
  }

  /** Who holds the child in the programme or the class, else whoever begins. */
  private static Optional<Answer> inCharge(Tx tx, Sheet sheet, Actor.Staff writer) {
    Optional<String> held =
        sheet.programme().isPresent()
            ? StartSql.inCharge(tx, sheet, sheet.programme().get())
            : sheet
                .organisation()
                .map(at -> StartSql.teachers(tx, sheet, at))
                .filter(names -> names.size() == 1)
                .map(List::getFirst);
    return held.or(() -> StartSql.name(tx, writer.staff()))
        .map(name -> new Answer.Person(name, null));
  }
}
