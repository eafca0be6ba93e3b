package jp.tsunagi.record.ground;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.people.child.Guardians;
import jp.tsunagi.people.child.Identities;
import jp.tsunagi.people.child.Identity;
import jp.tsunagi.record.file.NewFile;
import org.springframework.stereotype.Component;

/** A guardian signs what was prepared, declines it, or takes a consent back. */
@Component
public final class Signing {
  private final ConsentRequests requests;
  private final ConsentRegister register;
  private final Consents consents;
  private final Givers givers;
  private final Identities children;
  private final Trace trace;

  Signing(
      ConsentRequests requests,
      ConsentRegister register,
      Consents consents,
      Givers givers,
      Identities children,
      Trace trace) {
    this.requests = requests;
    this.register = register;
    this.consents = consents;
    this.givers = givers;
    this.children = children;
    this.trace = trace;
  }

  /** The guardian signed in agrees in the portal. Empty when it holds from now on. */
  public Optional<ConsentRefusal> agree(Tx tx, Actor.Guardian guardian, ConsentRequest request) {
    var signature =
        new ConsentRequest.Signature(
            guardian.guardian(), ConsentMeans.PORTAL, tx.today(), Optional.empty());
    return give(tx, request, signature, Optional.empty(), List.of());
  }

  /** Puts a consent that was prepared and signed on file. Empty when it holds from now on. */
  Optional<ConsentRefusal> give(
      Tx tx,
      ConsentRequest request,
      ConsentRequest.Signature signature,
      Optional<OrganisationId> keeper,
      List<NewFile> scans) {
    Optional<ConsentRefusal> refusal = refusal(tx, request, signature);
    if (refusal.isPresent()) {
      return refusal;
    }
    if (!requests.close(tx, request, ConsentRequests.End.GIVEN)) {
      return Optional.of(ConsentRefusal.CLOSED);
    }
    boolean awaits = givers.awaits(tx, request, signature.giver(), keeper);
    consents.give(tx, request.signed(signature), keeper, scans, awaits);
    trace.write(
        tx,
        Entry.of(Action.GIVE_CONSENT)
            .child(request.child())
            .ground(signature.means().name())
            .purpose(awaits ? "AWAITING" : request.kind().name()));
    return Optional.empty();
  }

  private Optional<ConsentRefusal> refusal(
      Tx tx, ConsentRequest request, ConsentRequest.Signature signature) {
    Identity child = children.get(tx, request.child());
    var giver = givers.related(tx, request.child(), signature.giver());
    return SigningRule.refusal(
        new SigningRule.Facts(
            request,
            false,
            signature.on(),
            tx.today(),
            child.birthDate(),
            giver.map(Guardians.Related::deciding).orElse(List.of()),
            giver.filter(it -> it.is().relation().ofAge()).isPresent()));
  }

  /** いまは同意しません: the request ends, nothing is opened. */
  public void decline(Tx tx, ConsentRequest request) {
    requests.close(tx, request, ConsentRequests.End.DECLINED);
    trace.write(tx, Entry.of(Action.GIVE_CONSENT).child(request.child()).purpose("DECLINED"));
  }

  /** The guardian signed in takes a consent back; it holds for the next byte. */
  public void withdraw(Tx tx, ChildId child, ConsentId id) {
    withdraw(tx, child, id, ConsentMeans.PORTAL, tx.today(), Optional.empty(), List.of());
  }

  void withdraw(
      Tx tx,
      ChildId child,
      ConsentId id,
      ConsentMeans means,
      LocalDate askedOn,
      Optional<OrganisationId> keeper,
      List<NewFile> scans) {
    Consent consent = register.get(tx, child, id).consent();
    if (!consent.canBeWithdrawn(tx.today())) {
      // sent twice, or over by itself: nothing changes, the list that follows says so
      trace.write(tx, Entry.of(Action.VIEW_CHILD).child(child).purpose("CONSENTS"));
      return;
    }
    // the row comes first: afterwards the actor may no longer reach the child
    trace.write(
        tx,
        Entry.of(Action.WITHDRAW_CONSENT)
            .child(child)
            .ground(means.name())
            .purpose(consent.kind().name()));
    consents.withdraw(tx, child, id, means, askedOn, keeper, scans);
  }
}
