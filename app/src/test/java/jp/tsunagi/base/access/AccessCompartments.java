package jp.tsunagi.base.access;

import static jp.tsunagi.schema.Tables.ASSIGNMENT;
import static jp.tsunagi.schema.Tables.COMPARTMENT;
import static jp.tsunagi.schema.Tables.COMPARTMENT_MEMBER;
import static jp.tsunagi.schema.Tables.ITEM;

import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.Tx;

/** Hidden addresses and closed records of a random town, with their named few. */
record AccessCompartments(
    Random random,
    AccessDice dice,
    AccessFacts facts,
    Map<TestTown.Worker, AccessFacts.Worker> workers) {

  /** Now and then the address is hidden, and some of what is on record is for a few alone. */
  void around(Tx tx, ChildId child, GuardianId guardian, TestTown.Worker by) {
    if (random.nextInt(3) == 0) {
      open(tx, child, guardian, by, "HIDDEN_ADDRESS", Set.of());
    } else if (random.nextInt(3) == 0) {
      closed(tx, child, by);
    }
    if (random.nextInt(3) == 0) {
      Set<ItemId> some =
          facts.things.stream()
              .filter(thing -> thing.child().equals(child) && random.nextInt(3) == 0)
              .map(AccessFacts.Thing::id)
              .collect(Collectors.toSet());
      open(tx, child, guardian, by, "ABUSE", some);
    }
  }

  /** An address that was hidden once hides nothing. */
  private static void closed(Tx tx, ChildId child, TestTown.Worker by) {
    UUID id = UUID.randomUUID();
    put(tx, id, child, by, "HIDDEN_ADDRESS");
    tx.sql()
        .update(COMPARTMENT)
        .set(COMPARTMENT.CLOSED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .set(COMPARTMENT.CLOSED_BY, by.staff().value())
        .set(COMPARTMENT.CLOSED_NOTE, "over")
        .where(COMPARTMENT.TENANT_ID.eq(tx.tenant()))
        .and(COMPARTMENT.COMPARTMENT_ID.eq(id))
        .execute();
  }

  private static void put(Tx tx, UUID id, ChildId child, TestTown.Worker by, String kind) {
    tx.sql()
        .insertInto(COMPARTMENT)
        .set(COMPARTMENT.TENANT_ID, tx.tenant())
        .set(COMPARTMENT.COMPARTMENT_ID, id)
        .set(COMPARTMENT.CHILD_ID, child)
        .set(COMPARTMENT.KIND, kind)
        .set(COMPARTMENT.REASON, "OTHER")
        .set(COMPARTMENT.ORGANISATION_ID, by.organisation())
        .set(COMPARTMENT.OPENED_BY, by.staff().value())
        .set(COMPARTMENT.OPENED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .execute();
  }

  private void open(
      Tx tx,
      ChildId child,
      GuardianId guardian,
      TestTown.Worker by,
      String kind,
      Set<ItemId> items) {
    UUID id = UUID.randomUUID();
    put(tx, id, child, by, kind);
    tx.sql()
        .update(ITEM)
        .set(ITEM.COMPARTMENT_ID, id)
        .where(ITEM.TENANT_ID.eq(tx.tenant()))
        .and(ITEM.ITEM_ID.in(items))
        .execute();
    Set<UUID> named = new HashSet<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      TestTown.Worker worker = dice.pick(List.copyOf(workers.keySet()));
      name(tx, id, worker, random.nextBoolean());
      named.add(worker.staff().value());
    }
    // who was taken out again is none of the named
    member(tx, id)
        .set(COMPARTMENT_MEMBER.STAFF_ID, dice.pick(List.copyOf(workers.keySet())).staff())
        .set(COMPARTMENT_MEMBER.ENDED_AT, tx.now().atOffset(ZoneOffset.UTC))
        .set(COMPARTMENT_MEMBER.ENDED_BY, by.staff().value())
        .execute();
    if (random.nextBoolean()) {
      member(tx, id).set(COMPARTMENT_MEMBER.GUARDIAN_ID, guardian).execute();
      named.add(guardian.value());
    }
    facts.compartments.add(
        new AccessFacts.Compartment(child, kind.equals("HIDDEN_ADDRESS"), named, items));
  }

  /** By name, or by the post that nobody else holds. */
  private static void name(Tx tx, UUID id, TestTown.Worker worker, boolean byPost) {
    var row = member(tx, id);
    if (byPost) {
      row.set(
              COMPARTMENT_MEMBER.POST_ID,
              tx.sql()
                  .select(ASSIGNMENT.POST_ID)
                  .from(ASSIGNMENT)
                  .where(ASSIGNMENT.TENANT_ID.eq(tx.tenant()))
                  .and(ASSIGNMENT.STAFF_ID.eq(worker.staff()))
                  .fetchSingle(ASSIGNMENT.POST_ID))
          .execute();
    } else {
      row.set(COMPARTMENT_MEMBER.STAFF_ID, worker.staff()).execute();
    }
  }

  private static org.jooq.InsertSetMoreStep<?> member(Tx tx, UUID compartment) {
    return tx.sql()
        .insertInto(COMPARTMENT_MEMBER)
        .set(COMPARTMENT_MEMBER.TENANT_ID, tx.tenant())
        .set(COMPARTMENT_MEMBER.COMPARTMENT_ID, compartment)
        .set(COMPARTMENT_MEMBER.MEMBER_ID, UUID.randomUUID())
        .set(COMPARTMENT_MEMBER.ADDED_BY, UUID.randomUUID())
        .set(COMPARTMENT_MEMBER.ADDED_AT, tx.now().atOffset(ZoneOffset.UTC));
  }
}
