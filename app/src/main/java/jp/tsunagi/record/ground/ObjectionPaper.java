package jp.tsunagi.record.ground;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.ui.FieldView;
import jp.tsunagi.base.ui.Typed;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.record.file.NewFile;

/**
 * An objection that came on paper: the wish, who signed it when, where the paper is kept.
 *
 * @param losses who would no longer read what; empty before anybody asked
 */
record ObjectionPaper(
    Typed typed, ObjectionForm form, SignedPaper paper, Optional<List<Readers.Line>> losses) {

  ObjectionPaper(Typed typed, List<NewFile.Looked> looked, List<Organisation> places) {
    this(typed, new ObjectionForm(typed, places), new SignedPaper(typed, looked), Optional.empty());
  }

  ObjectionPaper losing(Optional<List<Readers.Line>> lines) {
    return new ObjectionPaper(typed, form, paper, lines);
  }

  /** Who signed; empty with the problems noted when something is wrong. */
  Optional<Objections.Word> word(LocalDate today) {
    return paper.word(today);
  }

  FieldView field(String name) {
    return paper.field(name, form.problem(name));
  }
}
