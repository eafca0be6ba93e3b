package jp.tsunagi.record.sheet;

import java.util.Optional;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.ProgrammeId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.record.form.Term;

/**
 * A form filled in, without its parts.
 *
 * @param organisation whose sheet it is; empty when it belongs to the child alone
 * @param term 前期・後期, or which one of the year
 * @param revision the one being written, or the last final one
 */
public record Sheet(
    SheetId id,
    ChildId child,
    String form,
    int formVersion,
    Optional<OrganisationId> organisation,
    Optional<ProgrammeId> programme,
    int fiscalYear,
    Term term,
    SheetState state,
    int revision) {

  /** Written by the family: 個人票. */
  public boolean ofFamily() {
    return organisation.isEmpty();
  }

  /** The same sheet seen from another revision. */
  Sheet in(int other) {
    return new Sheet(
        id, child, form, formVersion, organisation, programme, fiscalYear, term, state, other);
  }
}
