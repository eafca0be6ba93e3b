package jp.tsunagi.record.sheet;

import java.util.Optional;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.ProgrammeId;

/**
 * A sheet about to be started.
 *
 * @param form key of the form
 * @param organisation whose sheet it becomes; empty for what belongs to the child alone (個人票)
 * @param programme 支援事業, for forms attached to one
 */
public record NewSheet(
    ChildId child,
    String form,
    int fiscalYear,
    Optional<OrganisationId> organisation,
    Optional<ProgrammeId> programme) {

  /** A sheet of the child alone: 個人票. */
  public static NewSheet ofChild(ChildId child, String form, int fiscalYear) {
    return new NewSheet(child, form, fiscalYear, Optional.empty(), Optional.empty());
  }

  /** A sheet of an organisation: 支援内容 of a 園 or school. */
  public static NewSheet at(
      OrganisationId organisation, ChildId child, String form, int fiscalYear) {
    return new NewSheet(child, form, fiscalYear, Optional.of(organisation), Optional.empty());
  }

  /** The same for one programme of the organisation. */
  public NewSheet inProgramme(ProgrammeId of) {
    return new NewSheet(child, form, fiscalYear, organisation, Optional.of(of));
  }
}
