package jp.tsunagi.record.ground;

import static jp.tsunagi.schema.Tables.ITEM;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.people.child.Identities;
import org.springframework.stereotype.Component;

/**
 * The consents of a child as far as they concern the reader: a guardian with authority sees all, an
 * organisation those in which it gives or receives, or whose evidence it may read. Whoever asked
 * for a sheet sees the consent to it from the moment it opens something.
 */
@Component
public final class ConsentRegister {
  private final Identities children;

  ConsentRegister(Identities children) {
    this.children = children;
  }

  /** Why somebody sees a consent. */
  public enum Concern {
    /** The guardian decides for the child. */
    AUTHORITY,
    /** The organisation receives. */
    RECEIVER,
    /** The organisation's own records are opened. */
    GIVER,
    /** The organisation may confirm what waits for a second one. */
    CONFIRMS,
    /** The organisation keeps the paper, or reads who is involved by a consent to that. */
    EVIDENCE
  }

  /** A consent and why it is seen. */
  public record Seen(Consent consent, Concern why) {}

  /** The consents of a child, newest first; not found when the child is not for this actor. */
  public List<Seen> of(Tx tx, ChildId child) {
    children.get(tx, child);
    List<Consent> consents = ConsentSql.of(tx, child);
    Set<ItemId> evident =
        evident(tx, consents.stream().flatMap(it -> it.evidence().stream()).toList());
    return consents.stream().flatMap(consent -> seen(tx, consent, evident).stream()).toList();
  }

  /** One consent that concerns the reader. */
  public Seen get(Tx tx, ChildId child, ConsentId id) {
    return of(tx, child).stream()
        .filter(seen -> seen.consent().id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private static Optional<Seen> seen(Tx tx, Consent consent, Set<ItemId> evident) {
    return switch (Actor.of(tx)) {
      case Actor.Guardian _ -> Optional.of(new Seen(consent, Concern.AUTHORITY));
      case Actor.Staff staff -> concern(staff, consent, evident).map(it -> new Seen(consent, it));
      case Actor.Job _ -> Optional.of(new Seen(consent, Concern.EVIDENCE));
      case Actor.Login _ -> Optional.empty();
    };
  }

  private static Optional<Concern> concern(
      Actor.Staff staff, Consent consent, Set<ItemId> evident) {
    if (untold(staff, consent)) {
      return Optional.empty();
    }
    List<OrganisationId> mine = staff.organisations();
    if (consent.receiving().stream().anyMatch(mine::contains)) {
      return Optional.of(Concern.RECEIVER);
    }
    if (consent.giving().filter(it -> it.stream().anyMatch(mine::contains)).isPresent()) {
      return Optional.of(Concern.GIVER);
    }
    if (consent.awaits() && staff.may(Right.INTAKE)) {
      return Optional.of(Concern.CONFIRMS);
    }
    return consent.evidence().filter(evident::contains).map(_ -> Concern.EVIDENCE);
  }

  /**
   * Whoever asked for a sheet is not told that the family signed as long as a second place has to
   * stand for it, nor when it ended before (B4).
   */
  static boolean untold(Actor.Staff staff, Consent consent) {
    return consent.ofSheet()
        && consent.awaits()
        && consent.receiving().stream().anyMatch(staff.organisations()::contains);
  }

  private static Set<ItemId> evident(Tx tx, Collection<ItemId> items) {
    return tx.sql()
        .select(ITEM.ITEM_ID)
        .from(ITEM)
        .where(Readable.item(tx))
        .and(ITEM.ITEM_ID.in(items))
        .fetchSet(ITEM.ITEM_ID);
  }
}
