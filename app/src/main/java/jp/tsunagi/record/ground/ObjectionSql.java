package jp.tsunagi.record.ground;

import static java.util.stream.Collectors.groupingBy;
import static jp.tsunagi.schema.Tables.OBJECTION;
import static jp.tsunagi.schema.Tables.OBJECTION_RECEIVER;
import static jp.tsunagi.schema.Tables.OBJECTION_SCOPE;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.tables.records.ObjectionRecord;

/** Reads and writes objections. Who may see them is not decided here. */
final class ObjectionSql {
  private ObjectionSql() {}

  /** All objections about these children that row level security lets through, newest first. */
  static List<Objection> of(Tx tx, Set<ChildId> children) {
    List<ObjectionRecord> rows =
        tx.sql()
            .selectFrom(OBJECTION)
            .where(OBJECTION.TENANT_ID.eq(tx.tenant()))
            .and(OBJECTION.CHILD_ID.in(children))
            .orderBy(OBJECTION.RECORDED_AT.desc(), OBJECTION.OBJECTION_ID)
            .fetch();
    if (rows.isEmpty()) {
      return List.of();
    }
    List<UUID> ids = rows.stream().map(ObjectionRecord::getObjectionId).toList();
    Map<UUID, List<ScopeLine>> scopes = scopes(tx, ids);
    Map<UUID, Set<OrganisationId>> receivers = receivers(tx, ids);
    return rows.stream()
        .map(row ->
            objection(
                row,
                scopes.getOrDefault(row.getObjectionId(), List.of()),
                receivers.getOrDefault(row.getObjectionId(), Set.of())))
        .toList();
  }

  private static Map<UUID, List<ScopeLine>> scopes(Tx tx, Collection<UUID> ids) {
    return tx.sql()
        .selectFrom(OBJECTION_SCOPE)
        .where(OBJECTION_SCOPE.TENANT_ID.eq(tx.tenant()))
        .and(OBJECTION_SCOPE.OBJECTION_ID.in(ids))
        .fetchGroups(
            OBJECTION_SCOPE.OBJECTION_ID,
            row ->
                new ScopeLine(
                    Category.valueOf(row.getCategory()),
                    Optional.of(row.getSection()).filter(section -> !section.isEmpty())));
  }

  private static Map<UUID, Set<OrganisationId>> receivers(Tx tx, Collection<UUID> ids) {
    return tx
        .sql()
        .selectFrom(OBJECTION_RECEIVER)
        .where(OBJECTION_RECEIVER.TENANT_ID.eq(tx.tenant()))
        .and(OBJECTION_RECEIVER.OBJECTION_ID.in(ids))
        .fetch()
        .stream()
        .collect(
            groupingBy(
                row -> row.getObjectionId(),
                Collectors.mapping(row -> row.getOrganisationId(), Collectors.toSet())));
  }

  private static Objection objection(
      ObjectionRecord row, List<ScopeLine> scope, Set<OrganisationId> receivers) {
    LocalDate to = row.getValidTo();
    return new Objection(
        row.getObjectionId(),
        row.getChildId(),
        new GuardianId(row.getGiverId()),
        ConsentMeans.valueOf(row.getMeans()),
        new Objection.Wish(
            scope.stream().sorted(SectionWords.ORDER).toList(),
            row.getToAll() ? Optional.empty() : Optional.of(receivers),
            Optional.ofNullable(row.getNote())),
        row.getAskedOn(),
        to != null && !row.getValidFrom().isBefore(to)
            ? Optional.empty()
            : Optional.of(new Period(row.getValidFrom(), to)),
        Optional.ofNullable(to));
  }

  /** Adds one that holds from today on; false when it is there already. */
  static boolean add(
      Tx tx,
      UUID id,
      ChildId child,
      GuardianId giver,
      Objection.Wish wish,
      ConsentMeans means,
      LocalDate askedOn,
      Optional<String> paperPlace,
      ItemId evidence) {
    int added =
        tx.sql()
            .insertInto(OBJECTION)
            .set(OBJECTION.TENANT_ID, tx.tenant())
            .set(OBJECTION.OBJECTION_ID, id)
            .set(OBJECTION.CHILD_ID, child)
            .set(OBJECTION.GIVER_ID, giver.value())
            .set(OBJECTION.MEANS, means.name())
            .set(OBJECTION.TO_ALL, wish.against().isEmpty())
            .set(OBJECTION.NOTE, wish.note().orElse(null))
            .set(OBJECTION.ASKED_ON, askedOn)
            .set(OBJECTION.PAPER_PLACE, paperPlace.orElse(null))
            .set(OBJECTION.ITEM_ID, evidence)
            .set(OBJECTION.VALID_FROM, tx.today())
            .set(OBJECTION.RECORDED_BY, Actor.of(tx).id().orElseThrow())
            .set(OBJECTION.RECORDED_AT, tx.now().atOffset(ZoneOffset.UTC))
            .onConflictDoNothing()
            .execute();
    if (added == 1) {
      wish.scope().forEach(line -> line(tx, id, line));
      wish.against().ifPresent(named -> named.forEach(place -> receiver(tx, id, place)));
    }
    return added == 1;
  }

  private static void line(Tx tx, UUID id, ScopeLine line) {
    tx.sql()
        .insertInto(OBJECTION_SCOPE)
        .set(OBJECTION_SCOPE.TENANT_ID, tx.tenant())
        .set(OBJECTION_SCOPE.OBJECTION_ID, id)
        .set(OBJECTION_SCOPE.CATEGORY, line.category().name())
        .set(OBJECTION_SCOPE.SECTION, line.section().orElse(""))
        .execute();
  }

  private static void receiver(Tx tx, UUID id, OrganisationId place) {
    tx.sql()
        .insertInto(OBJECTION_RECEIVER)
        .set(OBJECTION_RECEIVER.TENANT_ID, tx.tenant())
        .set(OBJECTION_RECEIVER.OBJECTION_ID, id)
        .set(OBJECTION_RECEIVER.ORGANISATION_ID, place)
        .execute();
  }

  /** Ends it today, at once; false when it does not hold any more. */
  static boolean lift(Tx tx, UUID id, ConsentMeans means) {
    return tx.sql()
            .update(OBJECTION)
            .set(OBJECTION.VALID_TO, tx.today())
            .set(OBJECTION.LIFTED_MEANS, means.name())
            .set(OBJECTION.LIFTED_BY, Actor.of(tx).id().orElseThrow())
            .set(OBJECTION.LIFTED_AT, tx.now().atOffset(ZoneOffset.UTC))
            .where(OBJECTION.TENANT_ID.eq(tx.tenant()))
            .and(OBJECTION.OBJECTION_ID.eq(id))
            .and(OBJECTION.VALID_TO.isNull())
            .execute()
        == 1;
  }

  /** What shows that it was lifted. */
  static void showLifted(Tx tx, UUID id, ItemId evidence) {
    tx.sql()
        .update(OBJECTION)
        .set(OBJECTION.LIFTED_ITEM_ID, evidence.value())
        .where(OBJECTION.TENANT_ID.eq(tx.tenant()))
        .and(OBJECTION.OBJECTION_ID.eq(id))
        .execute();
  }
}
