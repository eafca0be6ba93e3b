package jp.tsunagi.work.handover;

import static jp.tsunagi.record.print.PrintWords.w;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.Database;
import jp.tsunagi.base.database.IssueId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.base.trace.Entry;
import jp.tsunagi.base.trace.Trace;
import jp.tsunagi.people.organisation.Organisation;
import jp.tsunagi.people.organisation.Organisations;
import jp.tsunagi.people.organisation.Place;
import jp.tsunagi.record.ground.Consent;
import jp.tsunagi.record.ground.ConsentRegister;
import jp.tsunagi.record.ground.ObjectionsInForce;
import jp.tsunagi.record.print.ChildFacts;
import jp.tsunagi.record.print.Format;
import jp.tsunagi.record.print.Issued;
import jp.tsunagi.record.print.Issues;
import jp.tsunagi.record.print.NewIssue;
import jp.tsunagi.record.print.Paper;
import jp.tsunagi.record.print.Printing;
import jp.tsunagi.record.print.RecordPart;
import jp.tsunagi.record.print.RecordParts;
import org.springframework.stereotype.Component;

/**
 * 支援シートを渡す (A10): to a place without a terminal, on paper or as a workbook. Decided from the facts
 * of the moment, each time: what a withdrawn consent covered is not printed any more.
 */
@Component
class SupportSheet {
  private final Database database;
  private final ConsentRegister consents;
  private final Organisations organisations;
  private final RecordParts parts;
  private final Issues issues;
  private final Trace trace;

  SupportSheet(
      Database database,
      ConsentRegister consents,
      Organisations organisations,
      RecordParts parts,
      Issues issues,
      Trace trace) {
    this.database = database;
    this.consents = consents;
    this.organisations = organisations;
    this.parts = parts;
    this.issues = issues;
    this.trace = trace;
  }

  /**
   * A receiver that a consent names; without an organisation it is a place outside the register.
   */
  record Ground(Consent consent, Optional<Organisation> receiver) {}

  /** Something handed out before; it can be opened while everything on it may be given out. */
  record Earlier(Issued issue, boolean canBeOpened) {}

  /** What the desk shows: to whom something may be handed out, and what has been. */
  record Desk(String child, List<Ground> grounds, List<Earlier> earlier) {}

  /** What may be chosen for one ground, in the order of the paper. */
  record Choice(Ground ground, List<RecordPart> offered) {}

  /** What came of it. */
  sealed interface Outcome {
    record Shown(Paper paper) implements Outcome {}

    record Handed(IssueId issue) implements Outcome {}

    record Refused(SupportSheetRefusal why) implements Outcome {}
  }

  /** A child at the desk of a post that may print. */
  private record At(Tx tx, ChildId child, Seat seat, ChildFacts facts) {}

  private <T> T at(Actor.Staff actor, Format format, ChildId child, Function<At, T> work) {
    return database.call(Printing.with(actor, format), tx -> work.apply(at(tx, child)));
  }

  private static At at(Tx tx, ChildId child) {
    ChildFacts facts = ChildFacts.of(tx, child);
    return new At(tx, child, Printing.seat(tx, child), facts);
  }

  Desk desk(Actor.Staff actor, ChildId child) {
    return at(
        actor,
        Format.PDF,
        child,
        at -> {
          trace(at, Action.VIEW_CHILD);
          return new Desk(at.facts().written(), grounds(at), earlier(at));
        });
  }

  private void trace(At at, Action action) {
    trace.write(
        at.tx(), Entry.of(action).child(at.child()).seat(at.seat()).purpose("SUPPORT_SHEET"));
  }

  private List<Ground> grounds(At at) {
    return consents.of(at.tx(), at.child()).stream()
        .map(ConsentRegister.Seen::consent)
        .filter(
            consent -> SupportSheetRule.opens(consent, at.seat().organisation(), at.tx().today()))
        .flatMap(consent -> receivers(at, consent).stream())
        .toList();
  }

  private List<Ground> receivers(At at, Consent consent) {
    if (SupportSheetRule.outside(consent)) {
      return List.of(new Ground(consent, Optional.empty()));
    }
    Place called = Place.beside(at.tx(), at.child());
    return organisations.beside(at.tx(), at.child()).stream()
        .filter(each -> consent.receiving().contains(each.id()))
        .filter(each -> !called.conceals(each.id()))
        .filter(each -> !each.id().equals(at.seat().organisation()))
        .map(each -> new Ground(consent, Optional.of(each)))
        .toList();
  }

  private List<Earlier> earlier(At at) {
    return issues.handedOut(at.tx(), at.child()).stream()
        .map(issue -> new Earlier(issue, issues.canBeOpened(at.tx(), issue)))
        .toList();
  }

  /** What may be chosen for a receiver; empty when no consent in force names it. */
  Optional<Choice> choice(Actor.Staff actor, ChildId child, SupportSheetWish wish) {
    return at(
        actor,
        Format.PDF,
        child,
        at -> {
          trace(at, Action.VIEW_CHILD);
          return grounds(at).stream()
              .filter(ground -> ground.consent().id().equals(wish.consent()))
              .filter(ground -> ground.receiver().map(Organisation::id).equals(wish.receiver()))
              .findFirst()
              .map(ground -> new Choice(ground, offered(at, ground.consent())));
        });
  }

  private List<RecordPart> offered(At at, Consent consent) {
    var objections = ObjectionsInForce.of(at.tx(), at.child());
    return SupportSheetPaper.ordered(
        parts.latestFinal(at.tx(), at.child()).stream()
            .filter(part -> SupportSheetRule.covers(consent, part))
            .filter(part -> !objections.meet(consent.receiving(), part.category(), part.code()))
            .filter(part -> SupportSheetPaper.says(part, at.facts()))
            .toList());
  }

  /** How it would look. */
  Outcome preview(Actor.Staff actor, ChildId child, SupportSheetWish wish) {
    return at(
        actor,
        Format.PDF,
        child,
        at -> {
          trace(at, Action.VIEW_SHEET);
          return decided(
              at,
              wish,
              (consent, chosen) ->
                  new Outcome.Shown(paper(at, wish, consent, chosen, w("handover.sheet.later"))));
        });
  }

  /** Hands it out, if everything about it still holds. */
  Outcome issue(Actor.Staff actor, ChildId child, SupportSheetWish wish, Format format) {
    return database.call(Printing.with(actor, format), tx -> issue(tx, child, wish, format));
  }

  /** The same within the transaction of somebody who may print. */
  Outcome issue(Tx tx, ChildId child, SupportSheetWish wish, Format format) {
    At at = at(tx, child);
    return decided(
        at,
        wish,
        (consent, chosen) ->
            new Outcome.Handed(
                issues.issue(
                    tx,
                    issue(at, wish, consent, chosen),
                    format,
                    number -> paper(at, wish, consent, chosen, number.text()))));
  }

  /** Everything that may be chosen today, receiver by receiver. */
  List<Choice> choices(Tx tx, ChildId child) {
    At at = at(tx, child);
    return grounds(at).stream()
        .map(ground -> new Choice(ground, offered(at, ground.consent())))
        .toList();
  }

  /** What to do once nothing speaks against it. */
  private interface Ready {
    Outcome with(Consent consent, List<RecordPart> chosen);
  }

  private Outcome decided(At at, SupportSheetWish wish, Ready ready) {
    Optional<Consent> consent = consent(at, wish.consent());
    List<RecordPart> offered = consent.map(it -> offered(at, it)).orElse(List.of());
    Optional<SupportSheetRefusal> refusal =
        SupportSheetRule.refusal(wish, consent, at.seat().organisation(), offered, at.tx().today());
    if (refusal.isPresent()) {
      return new Outcome.Refused(refusal.get());
    }
    return ready.with(
        consent.orElseThrow(),
        offered.stream().filter(part -> wish.parts().contains(part.item().toString())).toList());
  }

  private Optional<Consent> consent(At at, ConsentId id) {
    return consents.of(at.tx(), at.child()).stream()
        .map(ConsentRegister.Seen::consent)
        .filter(consent -> consent.id().equals(id))
        .findFirst();
  }

  private String receiver(At at, SupportSheetWish wish) {
    return wish.receiver()
        .flatMap(id ->
            organisations.beside(at.tx(), at.child()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst())
        .map(Organisation::name)
        .orElse(wish.place());
  }

  private Paper paper(
      At at, SupportSheetWish wish, Consent consent, List<RecordPart> chosen, String number) {
    var address =
        new SupportSheetPaper.Address(
            number,
            at.tx().today(),
            receiver(at, wish),
            at.seat().organisationName(),
            wish.purpose());
    return SupportSheetPaper.paper(address, consent, chosen, at.facts());
  }

  private NewIssue issue(At at, SupportSheetWish wish, Consent consent, List<RecordPart> chosen) {
    String receiver = receiver(at, wish);
    return new NewIssue(
        wish.form(),
        at.child(),
        at.seat(),
        Category.SUPPORT,
        wish.placeKind().isEmpty() ? receiver : receiver + w("print.bracket", wish.placeKind()),
        wish.receiver(),
        wish.purpose(),
        chosen.stream().map(RecordPart::item).toList(),
        Optional.of(consent.id()),
        true,
        w("handover.sheet.gist", receiver, wish.purpose()));
  }
}
