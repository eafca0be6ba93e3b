package jp.tsunagi.record.sheet;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.record.form.Address;
import jp.tsunagi.record.form.Answer;
import jp.tsunagi.record.form.Answers;
import jp.tsunagi.record.form.Entered;
import jp.tsunagi.record.form.Field;
import jp.tsunagi.record.form.Section;

/** What was entered on a page, changed by the button that was pressed beside it. */
final class Pressed {
  private Pressed() {}

  /** Files come as such and never as an id that a page names: it might be another child's. */
  static Entered withoutFiles(Section section, Entered entered) {
    Answers answers = entered.answers();
    for (Field field : section.questions()) {
      if (field instanceof Field.Attachment) {
        answers = answers.with(Address.of(field.key()), new Answer.NotAsked());
      }
    }
    return new Entered(answers, entered.removedRows());
  }

  /** The button beside a row that takes it away. */
  static Entered taking(Section section, Entered entered, Typing typing) {
    Optional<Address> gone =
        typing.one("remove").map(Address::parse).filter(at -> section.field(at).isPresent());
    if (gone.isEmpty()) {
      return entered;
    }
    Set<Address> removed = new HashSet<>(entered.removedRows());
    removed.add(gone.get());
    return new Entered(entered.answers(), removed);
  }

  /** Which of two texts for one field was chosen. */
  static Entered settled(Entered entered, Answers saved, Typing.Settled settled) {
    Answer mine = entered.answers().at(settled.address());
    Answer theirs = saved.at(settled.address());
    Answer decided =
        switch (settled.choice()) {
          case "theirs" -> theirs;
          case "both" ->
              mine instanceof Answer.Text(var one) && theirs instanceof Answer.Text(var other)
                  ? new Answer.Text(other + "\n" + one)
                  : mine;
          default -> mine;
        };
    return new Entered(entered.answers().with(settled.address(), decided), entered.removedRows());
  }
}
