package jp.tsunagi.people.child;

import static jp.tsunagi.schema.Tables.CHILD_CONTACT;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.access.Readable;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import org.springframework.stereotype.Component;

/**
 * 連絡先: whom to call about a child, as an organisation heard it from the family itself (the card
 * that every 園 and school asks for). Own records of that organisation, category LOCATION: no
 * consent is needed to keep them, and none opens them to anybody else (ACCESS: branch 1, ADR 7).
 */
@Component
public final class Contacts {
  /**
   * Somebody to call.
   *
   * @param callOrder whom to call first, from 1
   * @param callNote when and how to call
   * @param address where she or he lives, if the organisation asked
   * @param confirmedOn the day on which the family last said so
   */
  public record Contact(
      String name,
      Relation relation,
      String phone,
      int callOrder,
      Optional<String> callNote,
      Optional<String> address,
      LocalDate confirmedOn) {}

  /** A contact as it is kept, by whom. */
  record Kept(UUID id, OrganisationId organisation, Contact contact) {}

  /** Writes down a contact for the organisation, which has it from the family. */
  public void add(Tx tx, ChildId child, OrganisationId organisation, Contact contact) {
    add(tx, Id.fresh(), child, organisation, contact);
  }

  /** Writes it down under an id; false where that form did so before. */
  boolean add(Tx tx, UUID id, ChildId child, OrganisationId organisation, Contact contact) {
    return tx.sql()
            .insertInto(CHILD_CONTACT)
            .set(CHILD_CONTACT.TENANT_ID, tx.tenant())
            .set(CHILD_CONTACT.CONTACT_ID, id)
            .set(CHILD_CONTACT.CHILD_ID, child)
            .set(CHILD_CONTACT.ORGANISATION_ID, organisation)
            .set(CHILD_CONTACT.NAME, contact.name())
            .set(CHILD_CONTACT.RELATION, contact.relation().name())
            .set(CHILD_CONTACT.PHONE, contact.phone())
            .set(CHILD_CONTACT.CALL_ORDER, contact.callOrder())
            .set(CHILD_CONTACT.CALL_NOTE, contact.callNote().orElse(null))
            .set(CHILD_CONTACT.ADDRESS, contact.address().orElse(null))
            .set(CHILD_CONTACT.CONFIRMED_ON, contact.confirmedOn())
            .set(CHILD_CONTACT.RECORDED_AT, tx.now().atOffset(ZoneOffset.UTC))
            .set(CHILD_CONTACT.RECORDED_BY, Actor.of(tx).id().orElse(null))
            .onConflictDoNothing()
            .execute()
        > 0;
  }

  /** Ends one version; it is kept, and not shown any more. False where somebody else was faster. */
  boolean end(Tx tx, Kept kept) {
    return tx.sql()
            .update(CHILD_CONTACT)
            .set(CHILD_CONTACT.ENDED_AT, tx.now().atOffset(ZoneOffset.UTC))
            .set(CHILD_CONTACT.ENDED_BY, Actor.of(tx).id().orElse(null))
            .where(CHILD_CONTACT.TENANT_ID.eq(tx.tenant()))
            .and(CHILD_CONTACT.CONTACT_ID.eq(kept.id()))
            .and(CHILD_CONTACT.ENDED_AT.isNull())
            .execute()
        > 0;
  }

  /** What the actor's own organisations have written down, in the order of calling. */
  static List<Kept> of(Tx tx, ChildId child) {
    return tx.sql()
        .selectFrom(CHILD_CONTACT)
        .where(CHILD_CONTACT.TENANT_ID.eq(tx.tenant()))
        .and(CHILD_CONTACT.CHILD_ID.eq(child))
        .and(CHILD_CONTACT.ENDED_AT.isNull())
        .and(
            Readable.kept(
                tx, Category.LOCATION, CHILD_CONTACT.CHILD_ID, CHILD_CONTACT.ORGANISATION_ID))
        .orderBy(CHILD_CONTACT.CALL_ORDER, CHILD_CONTACT.RECORDED_AT, CHILD_CONTACT.CONTACT_ID)
        .fetch(row ->
            new Kept(
                row.getContactId(),
                row.getOrganisationId(),
                new Contact(
                    row.getName(),
                    Relation.valueOf(row.getRelation()),
                    row.getPhone(),
                    row.getCallOrder(),
                    Optional.ofNullable(row.getCallNote()),
                    Optional.ofNullable(row.getAddress()),
                    row.getConfirmedOn())));
  }
}
