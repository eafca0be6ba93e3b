package jp.tsunagi.people.child;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.calendar.Age;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.name.PersonName;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts a child on record, with its first guardian and its first involvement, all or nothing. */
@Component
public final class Registration {
  /** From the 18th birthday on the person decides. */
  static final int ADULT = 18;

  private final Children children;
  private final Guardians guardians;
  private final Matching matching;
  private final ApplicationEventPublisher events;
  private final Trace trace;

  Registration(
      Children children,
      Guardians guardians,
      Matching matching,
      ApplicationEventPublisher events,
      Trace trace) {
    this.children = children;
    this.guardians = guardians;
    this.matching = matching;
    this.events = events;
    this.trace = trace;
  }

  /** A child came to an organisation; the involvement it comes with opens in the same act. */
  public record Entered(Tx tx, ChildId child, Entry entry) {
    /**
     * How the child came.
     *
     * @param hub a hub's first contact is a consultation; elsewhere the child is enrolled
     * @param since first day; after today where the entry is known in advance
     */
    public record Entry(
        Seat seat,
        boolean hub,
        LocalDate since,
        Optional<ClassId> schoolClass,
        Optional<Integer> number) {}
  }

  /** Where the family lives. */
  public record Home(Optional<String> postalCode, String address) {}

  /** All that is said of a child when it comes. */
  public record Intake(
      NewChild child, Optional<Home> home, Optional<FirstGuardian> guardian, Entered.Entry entry) {}

  /** Somebody about to come on record. */
  public record Newcomer(PersonName name, LocalDate birth) {}

  /**
   * A child on record whom somebody about to come resembles.
   *
   * @param same reading and birth date are the same; otherwise the family name may have changed, or
   *     one number of the date was typed wrong
   */
  public record Like(ChildId child, boolean same) {}

  /**
   * Whom of those on record each of these resembles, whoever knows them. This is matching: who may
   * do it, how often, and the row it leaves are up to the caller.
   */
  public Map<Newcomer, List<Like>> likeness(Tx tx, List<Newcomer> all) {
    return matching.likeness(tx, all);
  }

  /** Does it, and leaves its row; the guardian the child came with. */
  public Optional<GuardianId> register(Tx tx, Intake intake) {
    return registerAll(tx, List.of(intake)).getFirst();
  }

  /** Several in one go: each with its row, and the guardian it came with, in their order. */
  public List<Optional<GuardianId>> registerAll(Tx tx, List<Intake> intakes) {
    List<Optional<GuardianId>> guardians = new ArrayList<>();
    tx.together(() -> intakes.forEach(intake -> guardians.add(enter(tx, intake))));
    matching.note(tx, intakes.stream().map(Intake::child).toList());
    return guardians;
  }

  private Optional<GuardianId> enter(Tx tx, Intake intake) {
    NewChild child = intake.child();
    children.add(tx, child);
    events.publishEvent(new Entered(tx, child.id(), intake.entry()));
    intake
        .home()
        .ifPresent(
            home -> children.moved(tx, child.id(), tx.today(), home.postalCode(), home.address()));
    Optional<GuardianId> guardian = intake.guardian().map(one -> add(tx, child, one));
    trace.write(
        tx,
        Entry.of(Action.REGISTER_CHILD)
            .child(child.id())
            .seat(intake.entry().seat())
            .ground("OWN"));
    return guardian;
  }

  private GuardianId add(Tx tx, NewChild child, FirstGuardian guardian) {
    GuardianId id = GuardianId.create();
    guardians.put(
        tx,
        new Guardians.Guardian(
            id, guardian.name(), guardian.kana(), guardian.phone(), child.homeLanguage()));
    guardians.relate(
        tx,
        child.id(),
        new Guardians.Guardianship(
            id,
            guardian.relation(),
            1,
            guardian.callNote(),
            guardian.decides()
                ? Optional.of(new Period(child.birthDate(), Age.birthday(child.birthDate(), ADULT)))
                : Optional.empty()));
    return id;
  }
}
