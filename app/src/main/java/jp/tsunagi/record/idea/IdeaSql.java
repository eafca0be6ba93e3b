package jp.tsunagi.record.idea;

import static jp.tsunagi.schema.Tables.IDEA;
import static jp.tsunagi.schema.Tables.IDEA_BASE;
import static jp.tsunagi.schema.Tables.IDEA_FAVOURITE;
import static jp.tsunagi.schema.Tables.IDEA_USE;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.val;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.base.access.Actor;
import jp.tsunagi.base.database.Id;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.schema.tables.records.IdeaRecord;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;

/** The rows of the bank. */
final class IdeaSql {
  /** Between two places, so that others fit in. */
  private static final int STEP = 10;

  private IdeaSql() {}

  /** An example as one staff member meets it. */
  record Met(Idea idea, boolean favourite, boolean recent) {}

  /** Which version of the base is there; 0 for none. */
  static int version(Tx tx) {
    return tx.sql()
        .select(IDEA_BASE.VERSION)
        .from(IDEA_BASE)
        .where(IDEA_BASE.TENANT_ID.eq(tx.tenant()))
        .fetchOptional(IDEA_BASE.VERSION)
        .orElse(0);
  }

  /** Brings the rows of the base to its version; what the municipality changed stays as it is. */
  static void load(Tx tx, List<IdeaBase.Line> base, int version) {
    var rows =
        tx.sql()
            .insertInto(
                IDEA,
                IDEA.TENANT_ID,
                IDEA.IDEA_ID,
                IDEA.SHIPPED_KEY,
                IDEA.KIND,
                IDEA.NEEDS,
                IDEA.AREAS,
                IDEA.STAGES,
                IDEA.TEXT,
                IDEA.SEARCH,
                IDEA.PLACE,
                IDEA.STATE,
                IDEA.CHANGED,
                IDEA.PROPOSED_BY,
                IDEA.PROPOSED_AT);
    UUID program = new UUID(0, 0);
    int place = 0;
    for (IdeaBase.Line line : base) {
      place += STEP;
      rows =
          rows.values(
              tx.tenant(),
              Id.fresh(),
              line.key(),
              line.kind().name(),
              Tags.names(line.tags().needs()),
              Tags.names(line.tags().areas()),
              Tags.names(line.tags().stages()),
              line.text(),
              Idea.search(line.text()),
              place,
              IdeaState.IN_USE.name(),
              false,
              program,
              at(tx));
    }
    rows.onConflict(IDEA.TENANT_ID, IDEA.SHIPPED_KEY)
        .doUpdate()
        .set(IDEA.KIND, excluded(IDEA.KIND))
        .set(IDEA.NEEDS, excluded(IDEA.NEEDS))
        .set(IDEA.AREAS, excluded(IDEA.AREAS))
        .set(IDEA.STAGES, excluded(IDEA.STAGES))
        .set(IDEA.TEXT, excluded(IDEA.TEXT))
        .set(IDEA.SEARCH, excluded(IDEA.SEARCH))
        .set(IDEA.PLACE, excluded(IDEA.PLACE))
        .where(IDEA.CHANGED.isFalse())
        .execute();
    retire(tx, base.stream().map(IdeaBase.Line::key).toList());
    tx.sql()
        .insertInto(IDEA_BASE)
        .set(IDEA_BASE.TENANT_ID, tx.tenant())
        .set(IDEA_BASE.VERSION, version)
        .set(IDEA_BASE.LOADED_AT, at(tx))
        .onConflict(IDEA_BASE.TENANT_ID)
        .doUpdate()
        .set(IDEA_BASE.VERSION, version)
        .set(IDEA_BASE.LOADED_AT, at(tx))
        .execute();
  }

  /** What the base has no more is offered no more, unless the municipality made it its own. */
  private static void retire(Tx tx, List<String> keys) {
    tx.sql()
        .update(IDEA)
        .set(IDEA.STATE, IdeaState.HIDDEN.name())
        .where(IDEA.TENANT_ID.eq(tx.tenant()))
        .and(IDEA.SHIPPED_KEY.isNotNull())
        .and(IDEA.CHANGED.isFalse())
        .and(IDEA.SHIPPED_KEY.notIn(keys))
        .execute();
  }

  /** What fits and the condition allows: marked ones first, then those used last, then in order. */
  static List<Met> met(
      Tx tx, StaffId staff, IdeaFilter filter, Condition allowed, int from, int most) {
    return tx.sql()
        .select(IDEA.fields())
        .select(IDEA_FAVOURITE.SINCE, IDEA_USE.USED_AT)
        .from(IDEA)
        .leftJoin(IDEA_FAVOURITE)
        .on(IDEA_FAVOURITE.TENANT_ID.eq(tx.tenant()))
        .and(IDEA_FAVOURITE.STAFF_ID.eq(staff))
        .and(IDEA_FAVOURITE.IDEA_ID.eq(IDEA.IDEA_ID))
        .leftJoin(IDEA_USE)
        .on(IDEA_USE.TENANT_ID.eq(tx.tenant()))
        .and(IDEA_USE.STAFF_ID.eq(staff))
        .and(IDEA_USE.IDEA_ID.eq(IDEA.IDEA_ID))
        .where(IDEA.TENANT_ID.eq(tx.tenant()))
        .and(allowed)
        .and(fits(filter))
        .orderBy(
            field(IDEA_FAVOURITE.SINCE.isNotNull()).desc(),
            IDEA_USE.USED_AT.desc().nullsLast(),
            field(IDEA.ORGANISATION_ID.isNotNull()).desc(),
            IDEA.PLACE,
            IDEA.IDEA_ID)
        .offset(from)
        .limit(most)
        .fetch(IdeaSql::met);
  }

  private static Met met(Record row) {
    return new Met(
        idea(row.into(IDEA)),
        row.get(IDEA_FAVOURITE.SINCE) != null,
        row.get(IDEA_USE.USED_AT) != null);
  }

  private static Condition fits(IdeaFilter filter) {
    return named(IDEA.KIND, filter.kind())
        .and(named(IDEA.STATE, filter.state()))
        .and(held(IDEA.NEEDS, filter.need(), true))
        .and(held(IDEA.AREAS, filter.area(), false))
        .and(held(IDEA.STAGES, filter.stage(), true))
        .and(filter.mine() ? IDEA_FAVOURITE.SINCE.isNotNull() : noCondition())
        .and(
            filter.words().stream()
                .map(word -> (Condition) IDEA.SEARCH.contains(word))
                .reduce(noCondition(), Condition::and));
  }

  private static Condition named(Field<String> column, String name) {
    return name.isEmpty() ? noCondition() : column.eq(name);
  }

  /**
   * Whether it is among them.
   *
   * @param anyByNone whether none at all means any
   */
  private static Condition held(Field<String[]> column, String name, boolean anyByNone) {
    if (name.isEmpty()) {
      return noCondition();
    }
    Condition among = val(name).eq(org.jooq.impl.DSL.any(column));
    return anyByNone ? or(among, org.jooq.impl.DSL.cardinality(column).eq(0)) : among;
  }

  static Optional<Idea> find(Tx tx, UUID id) {
    return tx.sql()
        .selectFrom(IDEA)
        .where(IDEA.TENANT_ID.eq(tx.tenant()))
        .and(IDEA.IDEA_ID.eq(id))
        .fetchOptional(IdeaSql::idea);
  }

  /** The municipality's own register: not what single organisations have for themselves. */
  static List<Idea> ofMunicipality(Tx tx) {
    return tx.sql()
        .selectFrom(IDEA)
        .where(IDEA.TENANT_ID.eq(tx.tenant()))
        .and(IDEA.ORGANISATION_ID.isNull())
        .orderBy(IDEA.PLACE, IDEA.IDEA_ID)
        .fetch(IdeaSql::idea);
  }

  /** Every text that was ever offered here. */
  static List<String> texts(Tx tx) {
    return tx.sql()
        .select(IDEA.TEXT)
        .from(IDEA)
        .where(IDEA.TENANT_ID.eq(tx.tenant()))
        .and(IDEA.STATE.in(IdeaState.IN_USE.name(), IdeaState.HIDDEN.name()))
        .fetch(IDEA.TEXT);
  }

  /** Puts an example in, or in the place of what has its id. */
  static void put(Tx tx, Idea idea) {
    IdeaRecord row = new IdeaRecord();
    row.setTenantId(tx.tenant());
    row.setIdeaId(idea.id());
    row.setShippedKey(idea.shipped().orElse(null));
    row.setOrganisationId(idea.organisation().orElse(null));
    row.setKind(idea.kind().name());
    row.setNeeds(Tags.names(idea.tags().needs()));
    row.setAreas(Tags.names(idea.tags().areas()));
    row.setStages(Tags.names(idea.tags().stages()));
    row.setText(idea.text());
    row.setSearch(Idea.search(idea.text()));
    row.setPlace(idea.place());
    row.setState(idea.state().name());
    row.setChanged(true);
    row.setProposedBy(idea.proposedBy());
    row.setProposedAt(at(tx));
    boolean decided = idea.state() != IdeaState.PROPOSED;
    row.setDecidedBy(decided ? Actor.of(tx).id().orElse(null) : null);
    row.setDecidedAt(decided && Actor.of(tx).id().isPresent() ? at(tx) : null);
    tx.sql()
        .insertInto(IDEA)
        .set(row)
        .onConflict(IDEA.TENANT_ID, IDEA.IDEA_ID)
        .doUpdate()
        .set(IDEA.KIND, row.getKind())
        .set(IDEA.NEEDS, row.getNeeds())
        .set(IDEA.AREAS, row.getAreas())
        .set(IDEA.STAGES, row.getStages())
        .set(IDEA.TEXT, row.getText())
        .set(IDEA.SEARCH, row.getSearch())
        .set(IDEA.PLACE, row.getPlace())
        .set(IDEA.STATE, row.getState())
        .set(IDEA.CHANGED, true)
        .set(IDEA.DECIDED_BY, row.getDecidedBy())
        .set(IDEA.DECIDED_AT, row.getDecidedAt())
        .execute();
  }

  static void mark(Tx tx, StaffId staff, UUID idea) {
    tx.sql()
        .insertInto(IDEA_FAVOURITE)
        .set(IDEA_FAVOURITE.TENANT_ID, tx.tenant())
        .set(IDEA_FAVOURITE.STAFF_ID, staff)
        .set(IDEA_FAVOURITE.IDEA_ID, idea)
        .set(IDEA_FAVOURITE.SINCE, at(tx))
        .onConflictDoNothing()
        .execute();
  }

  static void unmark(Tx tx, StaffId staff, UUID idea) {
    tx.sql()
        .deleteFrom(IDEA_FAVOURITE)
        .where(IDEA_FAVOURITE.TENANT_ID.eq(tx.tenant()))
        .and(IDEA_FAVOURITE.STAFF_ID.eq(staff))
        .and(IDEA_FAVOURITE.IDEA_ID.eq(idea))
        .execute();
  }

  static void used(Tx tx, StaffId staff, UUID idea) {
    tx.sql()
        .insertInto(IDEA_USE)
        .set(IDEA_USE.TENANT_ID, tx.tenant())
        .set(IDEA_USE.STAFF_ID, staff)
        .set(IDEA_USE.IDEA_ID, idea)
        .set(IDEA_USE.USED_AT, at(tx))
        .onConflict(IDEA_USE.TENANT_ID, IDEA_USE.STAFF_ID, IDEA_USE.IDEA_ID)
        .doUpdate()
        .set(IDEA_USE.USED_AT, at(tx))
        .execute();
  }

  private static Idea idea(IdeaRecord row) {
    return new Idea(
        row.getIdeaId(),
        Optional.ofNullable(row.getShippedKey()),
        Optional.ofNullable(row.getOrganisationId()),
        IdeaKind.valueOf(row.getKind()),
        Tags.named(List.of(row.getNeeds()), List.of(row.getAreas()), List.of(row.getStages())),
        row.getText(),
        row.getPlace(),
        IdeaState.valueOf(row.getState()),
        row.getProposedBy());
  }

  private static OffsetDateTime at(Tx tx) {
    return tx.now().atOffset(ZoneOffset.UTC);
  }
}
