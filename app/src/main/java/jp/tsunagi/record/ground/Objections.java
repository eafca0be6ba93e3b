package jp.tsunagi.record.ground;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Held;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.people.child.AuthorityRule;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.record.file.NewFile;
import org.springframework.stereotype.Component;

/**
 * 共有しない希望（異議）: a guardian with authority says what must not be shared. It holds at once, and beats
 * every consent to it, whoever gave that (ACCESS: objection).
 */
@Component
public final class Objections {
  private final Identities children;
  private final Givers givers;
  private final GrantKeeper grants;
  private final Evidence evidence;
  private final Trace trace;

  Objections(
      Identities children, Givers givers, GrantKeeper grants, Evidence evidence, Trace trace) {
    this.children = children;
    this.givers = givers;
    this.grants = grants;
    this.evidence = evidence;
    this.trace = trace;
  }

  /** Why an objection is not taken. */
  public enum Refusal {
    /** The person is of age and decides alone. */
    OF_AGE,
    /** The guardian does not decide for the child today. */
    NO_AUTHORITY,
    /** Somebody else made it, and still decides for the child. */
    NOT_YOURS;

    /** Of the message in words. */
    public String key() {
      return "ground.objection.refused." + name();
    }
  }

  /**
   * On whose word and by which means.
   *
   * @param paperPlace where the signed paper is kept; empty in the portal
   * @param scans of the signed paper
   */
  record Word(
      GuardianId giver,
      ConsentMeans means,
      LocalDate on,
      Optional<String> paperPlace,
      List<NewFile> scans) {}

  /** All about a child, newest first: for guardians who decide and for the hubs that reach it. */
  public List<Objection> of(Tx tx, ChildId child) {
    children.get(tx, child);
    return switch (Actor.of(tx)) {
      case Actor.Guardian _ -> ObjectionSql.of(tx, Set.of(child));
      case Actor.Staff staff ->
          hub(tx, staff, child).isPresent() ? ObjectionSql.of(tx, Set.of(child)) : List.of();
      case Actor.Job _, Actor.Login _ -> List.of();
    };
  }

  /** The seat of a hub that deals with the child, from which papers are taken in. */
  static Optional<Seat> hub(Tx tx, Actor.Staff staff, ChildId child) {
    return staff.seats().stream()
        .filter(seat -> seat.may(Right.INTAKE) && Held.running(tx, Set.of(seat), child))
        .findFirst();
  }

  /** The guardian signed in objects in the portal. Empty when it holds from now on. */
  public Optional<Refusal> object(
      Tx tx, Actor.Guardian guardian, UUID id, ChildId child, Objection.Wish wish) {
    var word =
        new Word(guardian.guardian(), ConsentMeans.PORTAL, tx.today(), Optional.empty(), List.of());
    return object(tx, id, child, wish, word, Optional.empty());
  }

  /** The same form once more changes nothing. */
  Optional<Refusal> object(
      Tx tx,
      UUID id,
      ChildId child,
      Objection.Wish wish,
      Word word,
      Optional<OrganisationId> keeper) {
    Identity identity = children.get(tx, child);
    if (ObjectionSql.of(tx, Set.of(child)).stream().anyMatch(there -> there.id().equals(id))) {
      trace.write(tx, row(child, word.means(), "OBJECTION_AGAIN"));
      return Optional.empty();
    }
    Optional<Refusal> refusal = decides(tx, identity, word.giver());
    if (refusal.isEmpty()) {
      ItemId item = evidence.ofWord(tx, child, word, keeper, "objected");
      boolean added =
          ObjectionSql.add(
              tx, id, child, word.giver(), wish, word.means(), word.on(), word.paperPlace(), item);
      if (!added) {
        throw new NotFound();
      }
      // the row comes first: afterwards the actor may no longer reach the child
      trace.write(tx, row(child, word.means(), "OBJECTION"));
      grants.refresh(tx, child);
    }
    return refusal;
  }

  private Optional<Refusal> decides(Tx tx, Identity child, GuardianId giver) {
    if (authority(tx, child.id(), giver)) {
      return Optional.empty();
    }
    boolean grown = !tx.today().isBefore(AuthorityRule.ofAge(child.birthDate()));
    return Optional.of(grown ? Refusal.OF_AGE : Refusal.NO_AUTHORITY);
  }

  private boolean authority(Tx tx, ChildId child, GuardianId guardian) {
    return givers.related(tx, child, guardian).filter(it -> it.decides(tx.today())).isPresent();
  }

  /** The guardian signed in lifts an objection. Empty when it no longer holds. */
  public Optional<Refusal> lift(Tx tx, Actor.Guardian guardian, ChildId child, UUID id) {
    var word =
        new Word(guardian.guardian(), ConsentMeans.PORTAL, tx.today(), Optional.empty(), List.of());
    return lift(tx, child, id, word, Optional.empty());
  }

  /**
   * Whoever made it lifts it; when she or he does not decide any more, whoever does. Lifted once
   * more, nothing changes.
   */
  Optional<Refusal> lift(
      Tx tx, ChildId child, UUID id, Word word, Optional<OrganisationId> keeper) {
    Objection there =
        of(tx, child).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(NotFound::new);
    Optional<Refusal> refusal = decides(tx, children.get(tx, child), word.giver());
    boolean theirs = there.giver().equals(word.giver()) || !authority(tx, child, there.giver());
    if (refusal.isEmpty() && !theirs) {
      refusal = Optional.of(Refusal.NOT_YOURS);
    }
    if (refusal.isEmpty()) {
      trace.write(tx, row(child, word.means(), "OBJECTION_LIFTED"));
      if (ObjectionSql.lift(tx, id, word.means())) {
        ObjectionSql.showLifted(tx, id, evidence.ofWord(tx, child, word, keeper, "lifted"));
        grants.refresh(tx, child);
      }
    }
    return refusal;
  }

  private static Entry row(ChildId child, ConsentMeans means, String purpose) {
    return Entry.of(Action.OBJECT).child(child).ground(means.name()).purpose(purpose);
  }
}
