package jp.tsunagi.people.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.PostId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.ui.FieldRefusal;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.people.organisation.SchoolClass;
import org.springframework.stereotype.Component;

/**
 * Gives a staff member a post at an organisation, beside those held; also in advance. It waits
 * until it is confirmed there (ADR 9).
 */
@Component
final class AssignPost {
  private final Database database;
  private final Organisations organisations;
  private final Staffing staffing;
  private final Newcomers newcomers;
  private final Trace trace;

  AssignPost(
      Database database,
      Organisations organisations,
      Staffing staffing,
      Newcomers newcomers,
      Trace trace) {
    this.database = database;
    this.organisations = organisations;
    this.staffing = staffing;
    this.newcomers = newcomers;
    this.trace = trace;
  }

  /**
   * What is wrong; nothing when the post was given, now or by the same form before.
   *
   * @throws NotFound when person or organisation are not the municipality's
   */
  List<FieldRefusal> with(
      Actor.Staff actor, StaffId staff, OrganisationId organisation, AssignmentDraft draft) {
    return database.call(actor, tx -> assign(tx, actor, staff, organisation, draft));
  }

  private List<FieldRefusal> assign(
      Tx tx, Actor.Staff actor, StaffId id, OrganisationId place, AssignmentDraft draft) {
    StaffId staff = StaffRegisterSql.find(tx, id).orElseThrow(NotFound::new).id();
    Organisation organisation =
        organisations
            .held(tx, place)
            .filter(one -> one.isOpen(tx.today()))
            .orElseThrow(NotFound::new);
    AssignmentRules rules = rules(tx, organisation, staff, draft, staff.equals(actor.staff()));
    List<FieldRefusal> refusals = rules.check();
    if (refusals.isEmpty()) {
      if (StaffRegisterSql.post(tx, draft.id()).isEmpty()) {
        give(tx, organisation, staff, rules);
        PostKind post = rules.post().orElseThrow();
        newcomers.ask(tx, draft.id(), staff, place, post, actor.staff());
      }
      trace.write(tx, Entry.of(Action.ADMINISTER).about("staff.assigned", draft.id()));
    }
    return refusals;
  }

  private AssignmentRules rules(
      Tx tx, Organisation place, StaffId staff, AssignmentDraft draft, boolean oneself) {
    List<HeldPost> held =
        StaffRegisterSql.posts(tx, staff, java.time.LocalDate.EPOCH).stream()
            .filter(one -> one.organisation().equals(place.id()))
            .toList();
    return new AssignmentRules(
        draft,
        place.kind(),
        place.closedFrom(),
        classes(tx, place.id()),
        held,
        oneself,
        tx.today());
  }

  /** The classes that can be chosen: of this fiscal year and the next. */
  List<SchoolClass> classes(Tx tx, OrganisationId place) {
    FiscalYear year = FiscalYear.of(tx.today());
    List<SchoolClass> both = new ArrayList<>(organisations.openClasses(tx, place, year.year()));
    both.addAll(organisations.openClasses(tx, place, year.next().year()));
    return both;
  }

  private void give(Tx tx, Organisation place, StaffId staff, AssignmentRules rules) {
    PostId post = staffing.post(tx, place.id(), rules.post().orElseThrow());
    Period days = rules.period().orElseThrow();
    staffing.propose(
        tx,
        rules.draft().id(),
        staff,
        post,
        rules.schoolClass().map(SchoolClass::id),
        days.from(),
        Optional.ofNullable(days.to()));
  }
}
