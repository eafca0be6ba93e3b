package jp.tsunagi.record.ground;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.people.child.AuthorityRule;
import jp.tsunagi.people.child.Guardians;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.people.child.Relation;
import org.springframework.stereotype.Component;

/**
 * 家族に見せる: from the 18th birthday on the person, or a 成年後見人, lets a guardian on record read what is
 * meant for guardians, until a day. It holds at once and ends at once (ACCESS: guardians and the
 * person).
 */
@Component
public final class Showings {
  /** The longest that may be given at once. */
  static final int LONGEST_YEARS = 3;

  private final Identities children;
  private final Givers givers;
  private final Guardians guardians;
  private final GrantKeeper grants;
  private final Evidence evidence;
  private final Trace trace;

  Showings(
      Identities children,
      Givers givers,
      Guardians guardians,
      GrantKeeper grants,
      Evidence evidence,
      Trace trace) {
    this.children = children;
    this.givers = givers;
    this.guardians = guardians;
    this.grants = grants;
    this.evidence = evidence;
    this.trace = trace;
  }

  /** Why nothing is shown. */
  public enum Refusal {
    /**
     * Whoever said so is not the person of age, nor acts for it, today and on the day of the paper.
     */
    NO_AUTHORITY,
    /** Whoever is to read it is no guardian on record, or must not read today. */
    READER,
    /** The last day is over, or too far away. */
    PERIOD;

    /** Of the message in words. */
    public String key() {
      return "ground.showing.refused." + name();
    }
  }

  /** All about a child of age, newest first; 404 while it is none, or for whoever has no say. */
  public List<Showing> of(Tx tx, ChildId child) {
    concerned(tx, child);
    return ShowingSql.of(tx, Set.of(child));
  }

  /** The child, of age; seen by the person, whoever acts for it, and the hubs that deal with it. */
  private Identity concerned(Tx tx, ChildId child) {
    Identity identity = children.get(tx, child);
    boolean concerns =
        switch (Actor.of(tx)) {
          case Actor.Guardian _ -> true;
          case Actor.Staff staff -> Objections.hub(tx, staff, child).isPresent();
          case Actor.Job _, Actor.Login _ -> false;
        };
    if (!concerns || !ofAge(tx, identity)) {
      throw new NotFound();
    }
    return identity;
  }

  /** Whether the child decides for itself by now, so that something can be shown at all. */
  public static boolean ofAge(Tx tx, Identity child) {
    return !tx.today().isBefore(AuthorityRule.ofAge(child.birthDate()));
  }

  /** What is proposed: until the end of the next fiscal year. */
  public static LocalDate proposed(LocalDate today) {
    return FiscalYear.of(today).next().end().minusDays(1);
  }

  /** To whom it may be shown today, in the order of calling. */
  List<Guardians.Related> readers(Tx tx, ChildId child) {
    return tx.as(
        new Actor.Job(tx.tenant(), "showing"),
        () -> {
          var days = Guardians.readers(tx, Set.of(child)).getOrDefault(child, Map.of());
          return guardians.of(tx, child).stream()
              .filter(one ->
                  days.getOrDefault(one.person().id(), List.of()).stream()
                      .anyMatch(period -> period.contains(tx.today())))
              .toList();
        });
  }

  /** The person signed in, or whoever acts for it, shows it in the portal. */
  public Optional<Refusal> show(
      Tx tx, Actor.Guardian guardian, UUID id, ChildId child, Showing.Wish wish) {
    return show(tx, id, child, wish, inPortal(tx, guardian), Optional.empty());
  }

  private static Objections.Word inPortal(Tx tx, Actor.Guardian guardian) {
    return new Objections.Word(
        guardian.guardian(), ConsentMeans.PORTAL, tx.today(), Optional.empty(), List.of());
  }

  /** Empty when it holds from now on. The same form once more changes nothing. */
  Optional<Refusal> show(
      Tx tx,
      UUID id,
      ChildId child,
      Showing.Wish wish,
      Objections.Word word,
      Optional<OrganisationId> keeper) {
    if (of(tx, child).stream().anyMatch(there -> there.id().equals(id))) {
      trace.write(tx, row(child, word.means(), "SHOWING_AGAIN"));
      return Optional.empty();
    }
    Optional<Refusal> refusal = refusal(tx, child, wish, word);
    if (refusal.isEmpty()) {
      var item = evidence.ofWord(tx, child, word, keeper, "shown");
      if (!ShowingSql.add(tx, id, child, wish, word, item)) {
        throw new NotFound();
      }
      trace.write(tx, row(child, word.means(), "SHOWING"));
      grants.refresh(tx, child);
    }
    return refusal;
  }

  private Optional<Refusal> refusal(Tx tx, ChildId child, Showing.Wish wish, Objections.Word word) {
    if (!decides(tx, child, word.giver(), tx.today())
        || !decides(tx, child, word.giver(), word.on())) {
      return Optional.of(Refusal.NO_AUTHORITY);
    }
    if (readers(tx, child).stream().noneMatch(one -> one.person().id().equals(wish.reader()))) {
      return Optional.of(Refusal.READER);
    }
    boolean within =
        !wish.lastDay().isBefore(tx.today())
            && !wish.lastDay().isAfter(tx.today().plusYears(LONGEST_YEARS));
    return within ? Optional.empty() : Optional.of(Refusal.PERIOD);
  }

  /**
   * Of a paper the day counts too on which it was signed: before the 18th birthday nobody could.
   */
  private boolean decides(Tx tx, ChildId child, GuardianId giver, LocalDate day) {
    return !day.isBefore(AuthorityRule.ofAge(children.get(tx, child).birthDate()))
        && givers
            .related(tx, child, giver)
            .filter(one -> one.is().relation().ofAge() && one.decides(day))
            .isPresent();
  }

  /** The person signed in, or whoever acts for it, takes it back. */
  public Optional<Refusal> end(Tx tx, Actor.Guardian guardian, ChildId child, UUID id) {
    return end(tx, child, id, inPortal(tx, guardian), Optional.empty());
  }

  /** Whoever decides today takes it back. Taken back once more, nothing changes. */
  Optional<Refusal> end(
      Tx tx, ChildId child, UUID id, Objections.Word word, Optional<OrganisationId> keeper) {
    if (of(tx, child).stream().noneMatch(one -> one.id().equals(id))) {
      throw new NotFound();
    }
    if (!decides(tx, child, word.giver(), tx.today())) {
      return Optional.of(Refusal.NO_AUTHORITY);
    }
    trace.write(tx, row(child, word.means(), "SHOWING_ENDED"));
    if (ShowingSql.end(tx, id, word.means())) {
      ShowingSql.showEnded(tx, id, evidence.ofWord(tx, child, word, keeper, "unshown"));
      grants.refresh(tx, child);
    }
    return Optional.empty();
  }

  private static Entry row(ChildId child, ConsentMeans means, String purpose) {
    return Entry.of(Action.SHOW_TO_FAMILY).child(child).ground(means.name()).purpose(purpose);
  }

  /**
   * Something of a child is shown to a guardian.
   *
   * @param by 本人 or 成年後見人, whoever gave what lasts longest
   * @param lastDay the last day on which anything is shown
   */
  public record ToGuardian(Identity child, Relation by, LocalDate lastDay) {}

  /** What is shown to the guardian signed in today, by birth of the children. */
  public List<ToGuardian> to(Tx tx, Actor.Guardian guardian) {
    Map<ChildId, LocalDate> until = ShowingSql.shownTo(tx, guardian.guardian());
    Map<ChildId, Relation> by = new LinkedHashMap<>();
    if (!until.isEmpty()) {
      tx.as(
          new Actor.Job(tx.tenant(), "showing"),
          () -> {
            until.keySet().forEach(child -> by.put(child, by(tx, child, guardian.guardian())));
            return true;
          });
    }
    return children.shown(tx, until.keySet()).stream()
        .map(child ->
            new ToGuardian(
                child,
                by.getOrDefault(child.id(), Relation.SELF),
                until.getOrDefault(child.id(), tx.today()).minusDays(1)))
        .toList();
  }

  private Relation by(Tx tx, ChildId child, GuardianId reader) {
    Optional<GuardianId> giver =
        ShowingSql.of(tx, Set.of(child)).stream()
            .filter(one -> one.holds(tx.today()) && one.wish().reader().equals(reader))
            .max(java.util.Comparator.comparing(one -> one.wish().lastDay()))
            .map(Showing::giver);
    return guardians.of(tx, child).stream()
        .filter(one -> giver.filter(one.person().id()::equals).isPresent())
        .map(one -> one.is().relation())
        .findFirst()
        .orElse(Relation.SELF);
  }

  /** The same of one child; 404 when nothing of it is shown. */
  public ToGuardian to(Tx tx, Actor.Guardian guardian, ChildId child) {
    return to(tx, guardian).stream()
        .filter(one -> one.child().id().equals(child))
        .findFirst()
        .orElseThrow(NotFound::new);
  }
}
