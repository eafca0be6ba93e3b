package jp.tsunagi.record.sheet;

import java.util.Optional;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.ProgrammeId;
import jp.tsunagi.record.form.Term;

/**
 * A sheet about to be started.
 *
 * @param form key of the form
 * @param term 前期・後期; none for a form without, and where the one that runs is meant
 * @param organisation whose sheet it becomes; empty for what belongs to the child alone (個人票)
 * @param programme 支援事業, for forms attached to one
 */
public record NewSheet(
    ChildId child,
    String form,
    int fiscalYear,
    Term term,
    Optional<OrganisationId> organisation,
    Optional<ProgrammeId> programme) {

  /** A sheet of the child alone: 個人票. */
  public static NewSheet ofChild(ChildId child, String form, int fiscalYear) {
    return new NewSheet(child, form, fiscalYear, Term.NONE, Optional.empty(), Optional.empty());
  }

  /** A sheet of an organisation: 支援内容 of a 園 or school. */
  public static NewSheet at(
      OrganisationId organisation, ChildId child, String form, int fiscalYear) {
    return new NewSheet(
        child, form, fiscalYear, Term.NONE, Optional.of(organisation), Optional.empty());
  }

  /** What another sheet was when it was started, for that child. */
  static NewSheet like(Sheet sheet, ChildId child) {
    return new NewSheet(
        child,
        sheet.form(),
        sheet.fiscalYear(),
        sheet.term(),
        sheet.organisation(),
        sheet.programme());
  }

  /** The same for one programme of the organisation. */
  public NewSheet inProgramme(ProgrammeId of) {
    return new NewSheet(child, form, fiscalYear, term, organisation, Optional.of(of));
  }

  /** The same for one term, or as the one of the year with that number. */
  public NewSheet in(Term other) {
    return new NewSheet(child, form, fiscalYear, other, organisation, programme);
  }
}
