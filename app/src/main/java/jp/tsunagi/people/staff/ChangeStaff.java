package jp.tsunagi.people.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.name.Reading;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.base.ui.FieldRefusal;
import jp.tsunagi.people.organisation.TypedDay;
import org.springframework.stereotype.Component;

/** Changes name, reading, pledge and last day of a staff member (E13). */
@Component
final class ChangeStaff {
  private final Database database;
  private final LastDay lastDay;
  private final Trace trace;

  ChangeStaff(Database database, LastDay lastDay, Trace trace) {
    this.database = database;
    this.lastDay = lastDay;
    this.trace = trace;
  }

  /**
   * What is wrong; nothing when it was changed.
   *
   * @throws NotFound when the municipality has no such person
   */
  List<FieldRefusal> with(Actor.Staff actor, StaffDraft draft) {
    return database.call(actor, tx -> change(tx, draft));
  }

  private List<FieldRefusal> change(Tx tx, StaffDraft draft) {
    StaffMember there = StaffRegisterSql.find(tx, draft.id()).orElseThrow(NotFound::new);
    List<FieldRefusal> refusals = new ArrayList<>(StaffRules.check(draft, tx.today()));
    Optional<LocalDate> pledge = TypedDay.of(draft.pledge(), tx.today()).day();
    Optional<LocalDate> end = TypedDay.of(draft.lastDay(), tx.today()).day().map(ChangeStaff::next);
    if (refusals.isEmpty() && (pledge.isEmpty() || end.isPresent()) && isLast(tx, there)) {
      refusals.add(FieldRefusal.of(pledge.isEmpty() ? "pledge" : "lastDay", "staff.refused.last"));
    }
    if (refusals.isEmpty()) {
      String kana = Reading.of(draft.kana()).orElseThrow();
      StaffRegisterSql.change(
          tx, new StaffMember(there.id(), draft.name(), kana, there.login(), pledge, end));
      end.ifPresent(day -> lastDay.ends(tx, there.id(), day));
      trace.write(tx, Entry.of(Action.ADMINISTER).about("staff.changed", there.id()));
    }
    return refusals;
  }

  private static LocalDate next(LocalDate day) {
    return day.plusDays(1);
  }

  private static boolean isLast(Tx tx, StaffMember there) {
    return StaffRegisterSql.posts(tx, there.id(), tx.today()).stream()
            .anyMatch(held -> held.post() == PostKind.ADMINISTRATOR)
        && !StaffRegisterSql.hasOtherAdministrator(tx, there.id(), tx.today());
  }
}
