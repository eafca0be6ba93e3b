package jp.tsunagi.record.ground;

import static jp.tsunagi.base.ui.Text.in;
import static jp.tsunagi.schema.Tables.ITEM;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.NotFound;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.access.Right;
import jp.tsunagi.base.access.Seat;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.record.file.Files;
import jp.tsunagi.record.file.NewFile;
import jp.tsunagi.record.item.Author;
import jp.tsunagi.record.item.ItemKind;
import jp.tsunagi.record.item.ItemState;
import jp.tsunagi.record.item.Items;
import jp.tsunagi.record.item.NewItem;
import org.springframework.stereotype.Component;

/**
 * 証拠: the item that shows that a consent was given or taken back. A signed paper is a record of the
 * organisation that keeps it (it must be able to show it after a withdrawal); a signature in the
 * portal is the guardian's own.
 */
@Component
final class Evidence {
  private final Items items;
  private final Files files;

  Evidence(Items items, Files files) {
    this.items = items;
    this.files = files;
  }

  /** The organisation for which a staff member takes in papers; none for anybody else. */
  static Optional<OrganisationId> keeper(Tx tx) {
    return Actor.of(tx) instanceof Actor.Staff staff
        ? staff.seats().stream()
            .filter(seat -> seat.may(Right.INTAKE) || seat.may(Right.ENROL))
            .findFirst()
            .map(Seat::organisation)
        : Optional.empty();
  }

  /** The place for which the actor handles what was prepared; not found for whoever may not. */
  static OrganisationId keeper(Tx tx, ConsentRequest request) {
    return keeper(tx)
        .filter(place -> ConfirmationRule.mayKeep(request, place))
        .orElseThrow(NotFound::new);
  }

  /** Whether the paper of the consent is the record of an organisation of the actor's. */
  static boolean isKept(Tx tx, Consent consent) {
    return consent.evidence().isPresent()
        && Actor.of(tx) instanceof Actor.Staff staff
        && tx.sql()
            .fetchExists(
                ITEM,
                Readable.item(tx)
                    .and(ITEM.ITEM_ID.eq(consent.evidence().get()))
                    .and(ITEM.AUTHOR_KIND.eq("ORGANISATION"))
                    .and(
                        ITEM.AUTHOR_ID.in(
                            staff.organisations().stream().map(OrganisationId::value).toList())));
  }

  /** Further scans for a consent whose paper is kept. */
  void add(Tx tx, Consent consent, List<NewFile> scans) {
    ItemId item = consent.evidence().orElseThrow();
    scans.forEach(scan -> files.add(tx, consent.child(), item, scan));
  }

  ItemId ofConsent(
      Tx tx, NewConsent consent, Optional<OrganisationId> keeper, List<NewFile> scans) {
    return add(
        tx,
        consent.child(),
        author(consent.giver(), consent.means(), keeper),
        consent.givenOn(),
        in(Locale.JAPANESE, "ground.gist.given." + consent.kind()),
        scans);
  }

  ItemId ofWithdrawal(
      Tx tx,
      Consent consent,
      LocalDate askedOn,
      Optional<OrganisationId> keeper,
      List<NewFile> scans) {
    GuardianId guardian =
        Actor.of(tx) instanceof Actor.Guardian acting ? acting.guardian() : consent.giver();
    return add(
        tx,
        consent.child(),
        keeper.<Author>map(Author.Organisation::new).orElseGet(() -> new Author.Guardian(guardian)),
        askedOn,
        in(Locale.JAPANESE, "ground.gist.withdrawn." + consent.kind()),
        scans);
  }

  /**
   * What was said beside the consents: an objection, what is shown to the family. A signed paper is
   * the record of the hub that keeps it, what was said in the portal the guardian's own. It is no
   * more than a consulting post sees: that a family objects to a place is nothing for the place; so
   * it is never FINAL, and no consent opens it.
   */
  ItemId ofWord(
      Tx tx, ChildId child, Objections.Word word, Optional<OrganisationId> keeper, String what) {
    ItemId item =
        items.add(
            tx,
            new NewItem(
                child,
                ItemKind.CONSENT,
                Category.CONSULTATION,
                author(word.giver(), word.means(), keeper),
                Optional.empty(),
                Optional.empty(),
                1,
                ItemState.WITH_GUARDIAN,
                false,
                word.on(),
                in(Locale.JAPANESE, "ground.gist." + what)));
    word.scans().forEach(scan -> files.add(tx, child, item, scan));
    return item;
  }

  private static Author author(
      GuardianId giver, ConsentMeans means, Optional<OrganisationId> keeper) {
    return means == ConsentMeans.PORTAL || keeper.isEmpty()
        ? new Author.Guardian(giver)
        : new Author.Organisation(keeper.get());
  }

  private ItemId add(
      Tx tx, ChildId child, Author author, LocalDate on, String gist, List<NewFile> scans) {
    ItemId item =
        items.add(
            tx,
            new NewItem(
                child,
                ItemKind.CONSENT,
                Category.INVOLVEMENT,
                author,
                Optional.empty(),
                Optional.empty(),
                1,
                ItemState.FINAL,
                true,
                on,
                gist));
    scans.forEach(scan -> files.add(tx, child, item, scan));
    return item;
  }
}
