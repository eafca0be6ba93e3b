package jp.tsunagi.record.sheet;

import static java.util.stream.Collectors.toSet;
import static jp.tsunagi.base.ui.Text.language;
import static jp.tsunagi.base.ui.Text.t;
import static jp.tsunagi.schema.Tables.PROGRAMME;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.record.form.Cycle;
import jp.tsunagi.record.form.FormDefinition;
import jp.tsunagi.record.form.FormVersions;
import jp.tsunagi.record.form.ShippedForms;
import jp.tsunagi.record.form.Term;
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
   * @param title in the reader's language, with 前期 or 後期 where the form has one for each
   */
  public record Form(NewSheet sheet, String title) {}

  /** All of them for that fiscal year; those of a 支援事業 are started from the programme. */
  public List<Form> of(Tx tx, ChildId child, int fiscalYear) {
    List<Form> found = new ArrayList<>();
    Map<OrganisationId, OrganisationKind> kinds = kinds(tx);
    for (FormDefinition form : inOrder(forms.allValidIn(tx, fiscalYear))) {
      candidates(tx, child, form.key(), fiscalYear).stream()
          .filter(wanted -> Starting.fits(wanted.in(terms(form).getFirst()), form, kinds))
          .filter(wanted -> Starting.refusal(tx, wanted.in(terms(form).getFirst()), form).isEmpty())
          .findFirst()
          .ifPresent(wanted -> terms(form).forEach(term -> found.add(form(form, wanted, term))));
    }
    return found;
  }

  /** Those that are shipped as a family meets them, then the municipality's own. */
  private static List<FormDefinition> inOrder(List<FormDefinition> all) {
    List<String> keys = ShippedForms.KEYS;
    return all.stream()
        .sorted(
            Comparator.comparingInt((FormDefinition form) ->
                keys.contains(form.key()) ? keys.indexOf(form.key()) : keys.size()))
        .toList();
  }

  private static Form form(FormDefinition form, NewSheet wanted, Term term) {
    String title = form.title().in(language());
    return new Form(
        wanted.in(term), term.isNone() ? title : t("sheet.title", title, term.words(form.cycle())));
  }

  private static List<Term> terms(FormDefinition form) {
    return form.cycle() == Cycle.TERMLY ? List.of(Term.FIRST, Term.SECOND) : List.of(Term.NONE);
  }

  private static Map<OrganisationId, OrganisationKind> kinds(Tx tx) {
    return Actor.of(tx) instanceof Actor.Staff staff
        ? Starting.kinds(
            tx, staff.with(Right.WRITE).stream().map(Seat::organisation).collect(toSet()))
        : Map.of();
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

  /** 前期 or 後期 as it is asked for, else the one that runs. */
  private static Term term(Tx tx, FormDefinition form, int fiscalYear, Term asked) {
    return form.cycle() == Cycle.TERMLY && asked.isNone()
        ? Term.running(tx.today(), new FiscalYear(fiscalYear))
        : asked;
  }

  /**
   * Where a form belongs that somebody asks for by its key: the child alone, the programme's
   * organisation, or the one of the actor's places where it is used.
   *
   * @param term 前期 or 後期; none for the one that runs, and for a form without
   */
  NewSheet place(
      Tx tx,
      ChildId child,
      String form,
      int fiscalYear,
      Term term,
      Optional<ProgrammeId> programme) {
    if (programme.isPresent()) {
      OrganisationId owner = owner(tx, programme.get());
      return NewSheet.at(owner, child, form, fiscalYear).inProgramme(programme.get());
    }
    Optional<FormDefinition> definition = forms.validIn(tx, form, fiscalYear);
    Map<OrganisationId, OrganisationKind> kinds = kinds(tx);
    Term of = definition.map(it -> term(tx, it, fiscalYear, term)).orElse(term);
    List<NewSheet> candidates =
        candidates(tx, child, form, fiscalYear).stream().map(wanted -> wanted.in(of)).toList();
    List<NewSheet> fitting =
        candidates.stream()
            .filter(wanted -> definition.filter(it -> Starting.fits(wanted, it, kinds)).isPresent())
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
