package jp.tsunagi.record.sheet;

import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.schema.Tables.PROGRAMME;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.ProgrammeId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.FormVersions;
import org.springframework.stereotype.Component;

/** Which forms the actor may start for a child, and where each then belongs. */
@Component
public final class Startable {
  private final FormVersions forms;

  Startable(FormVersions forms) {
    this.forms = forms;
  }

  /**
   * A form that may be started now.
   *
   * @param title in the reader's language
   */
  public record Form(NewSheet sheet, String title) {}

  /** All of them for that fiscal year; those of a 支援事業 are started from the programme. */
  public List<Form> of(Tx tx, ChildId child, int fiscalYear) {
    List<Form> found = new ArrayList<>();
    for (FormDefinition form : forms.allValidIn(tx, fiscalYear)) {
      candidates(tx, child, form.key(), fiscalYear).stream()
          .filter(wanted -> Starting.refusal(tx, wanted, form).isEmpty())
          .findFirst()
          .ifPresent(wanted -> found.add(new Form(wanted, form.title().in(language()))));
    }
    return found;
  }

  /**
   * Whether a screen offers a sheet of that year: of this one; of a 支援事業, whose list goes two years
   * back and one ahead, also of those.
   */
  static boolean offered(Tx tx, NewSheet wanted) {
    int ahead = wanted.fiscalYear() - FiscalYear.of(tx.today()).year();
    return wanted.programme().isPresent() ? ahead >= -2 && ahead <= 1 : ahead == 0;
  }

  private static List<NewSheet> candidates(Tx tx, ChildId child, String form, int fiscalYear) {
    List<NewSheet> candidates = new ArrayList<>();
    candidates.add(NewSheet.ofChild(child, form, fiscalYear));
    if (Actor.of(tx) instanceof Actor.Staff staff) {
      staff.with(Right.WRITE).stream()
          .map(Seat::organisation)
          .distinct()
          .forEach(at -> candidates.add(NewSheet.at(at, child, form, fiscalYear)));
    }
    return candidates;
  }

  /**
   * Where a form belongs that somebody asks for by its key: the child alone, the programme's
   * organisation, or the one of the actor's places where it is used.
   */
  NewSheet place(
      Tx tx, ChildId child, String form, int fiscalYear, Optional<ProgrammeId> programme) {
    if (programme.isPresent()) {
      OrganisationId owner = owner(tx, programme.get());
      return NewSheet.at(owner, child, form, fiscalYear).inProgramme(programme.get());
    }
    Optional<FormDefinition> definition = forms.validIn(tx, form, fiscalYear);
    List<NewSheet> candidates = candidates(tx, child, form, fiscalYear);
    List<NewSheet> fitting =
        candidates.stream()
            .filter(wanted -> definition.filter(it -> Starting.fits(tx, wanted, it)).isPresent())
            .toList();
    return fitting.stream()
        .filter(wanted -> definition.flatMap(it -> Starting.refusal(tx, wanted, it)).isEmpty())
        .findFirst()
        .orElseGet(() -> fitting.isEmpty() ? candidates.getFirst() : fitting.getFirst());
  }

  private static OrganisationId owner(Tx tx, ProgrammeId programme) {
    return tx.sql()
        .select(PROGRAMME.ORGANISATION_ID)
        .from(PROGRAMME)
        .where(PROGRAMME.TENANT_ID.eq(tx.tenant()))
        .and(PROGRAMME.PROGRAMME_ID.eq(programme))
        .fetchOptional(PROGRAMME.ORGANISATION_ID)
        .orElseThrow(NotFound::new);
  }
}
