package jp.tsunagi.base.access;

import static jp.tsunagi.schema.Tables.COMPARTMENT;
import static jp.tsunagi.schema.Tables.ITEM;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.tsunagi.base.access.Reaches.Kind;
import jp.tsunagi.base.access.Reaches.Stretch;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.Scope;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The rule asked once for one child, for the pages that show that child alone: reach, grants and
 * compartments are read by one statement, and inside of {@link #within} the predicate ({@link
 * Readable}) compares with what was read where it would ask the tables for each fact again. It says
 * the same, at the instant of that statement; of any other child it opens nothing. The policies of
 * row level security know the child as opened, too ({@code open_child}).
 */
public final class OneChild {
  private final Scope scope;
  private final Actor.Staff staff;
  private final ChildId child;
  private final Explanation.Facts facts;
  private final boolean hidden;
  private final List<UUID> compartments;

  private OneChild(
      Scope scope,
      Actor.Staff staff,
      ChildId child,
      Explanation.Facts facts,
      boolean hidden,
      List<UUID> compartments) {
    this.scope = scope;
    this.staff = staff;
    this.child = child;
    this.facts = facts;
    this.hidden = hidden;
    this.compartments = compartments;
  }

  /**
   * Asks the rule about this child and does the work with the answer, all at one instant of the
   * database: the work sees nothing that was written after the rule was asked. It must be the first
   * thing the transaction asks.
   *
   * @throws NotFound when the actor does not reach the child
   * @throws IllegalStateException when another child is asked about already
   */
  public static <T> T within(Tx tx, ChildId child, Function<Explanation.Facts, T> work) {
    if (!(Actor.of(tx) instanceof Actor.Staff staff)) {
      throw new IllegalStateException("asked for staff alone");
    }
    if (tx.known(OneChild.class).isPresent()) {
      throw new IllegalStateException("one child at a time");
    }
    tx.atOneInstant();
    OneChild one = ask(tx, staff, child).orElseThrow(NotFound::new);
    return one.asked(tx, () -> work.apply(one.facts));
  }

  private <T> T asked(Tx tx, Supplier<T> work) {
    return tx.knowing(OneChild.class, this, work);
  }

  /** What was asked for the actor whose statements are under way, if anything was. */
  static Optional<OneChild> of(Tx tx) {
    return tx.known(OneChild.class).filter(one -> one.scope.equals(tx.scope()));
  }

  private static Optional<OneChild> ask(Tx tx, Actor.Staff staff, ChildId id) {
    Field<ChildId> child = val(id, COMPARTMENT.CHILD_ID);
    var reaches = ExplanationSql.reaches(tx, child);
    var grants = ExplanationSql.grants(tx, child);
    var concealed = ExplanationSql.concealed(tx, child);
    var hidden = field(Compartments.hiding(tx, child));
    var compartments =
        multiset(
                select(COMPARTMENT.COMPARTMENT_ID)
                    .from(COMPARTMENT)
                    .where(COMPARTMENT.TENANT_ID.eq(tx.tenant()))
                    .and(COMPARTMENT.CHILD_ID.eq(id))
                    .and(Compartments.member(tx, COMPARTMENT.COMPARTMENT_ID)))
            .convertFrom(rows -> rows.map(row -> row.value1()));
    var opened =
        field("open_child({0}, {1})", Boolean.class, val(tx.tenant().value()), val(id.value()));
    var asked =
        tx.sql().fetchSingle(select(reaches, grants, concealed, hidden, compartments, opened));
    OneChild one =
        new OneChild(
            tx.scope(),
            staff,
            id,
            new Explanation.Facts(asked.value2(), asked.value1(), asked.value3()),
            asked.value4(),
            asked.value5());
    boolean reached = one.reached(staff.assignments(), Set.of(Kind.values()));
    return Optional.of(one).filter(_ -> reached && asked.value6());
  }

  /** {@link Readable#child(Tx, Field)}: reached in any way, from any seat. */
  Condition child(Field<ChildId> asked) {
    return asked.eq(child);
  }

  /** {@link Readable#fact} without what is hidden. */
  Condition told(
      Category category, Field<ChildId> asked, Field<UUID> author, List<String> sections) {
    boolean all = false;
    Set<UUID> authors = new HashSet<>();
    for (Seat seat : reading(category).toList()) {
      if (held(seat, Kind.RUNNING, Kind.AFTER)) {
        authors.add(seat.organisation().value());
      }
      all |= held(seat, Kind.EMERGENCY);
      for (Grant grant : grants(seat, category)) {
        boolean covers =
            grant.section().map(sections::contains).orElse(true)
                && sections.stream().noneMatch(grant.excluded()::contains)
                && grant.sheet().isEmpty();
        all |= covers && grant.author().isEmpty();
        grant.author().filter(_ -> covers).ifPresent(authors::add);
      }
    }
    return asked
        .eq(child)
        .and(condition(val(all)).or(author.eq(any(authors.toArray(UUID[]::new)))));
  }

  /** {@link Readable#kept} without what is hidden. */
  Condition kept(Category category, Field<ChildId> asked, Field<OrganisationId> keeper) {
    UUID[] keepers =
        reading(category)
            .filter(seat -> held(seat, Kind.RUNNING, Kind.AFTER))
            .map(seat -> seat.organisation().value())
            .toArray(UUID[]::new);
    return asked.eq(child).and(keeper.coerce(UUID.class).eq(any(keepers)));
  }

  /** {@link Readable#opened} without what is hidden. */
  Condition opened(Field<ChildId> asked, Seat seat, Category category, Field<UUID> author) {
    List<Grant> whole =
        grants(seat, category).stream()
            .filter(grant -> grant.section().isEmpty() && grant.sheet().isEmpty())
            .toList();
    boolean all =
        held(seat, Kind.EMERGENCY) || whole.stream().anyMatch(grant -> grant.author().isEmpty());
    UUID[] authors = whole.stream().flatMap(grant -> grant.author().stream()).toArray(UUID[]::new);
    return asked.eq(child).and(condition(val(all)).or(author.eq(any(authors))));
  }

  /** {@link Readable#item}, without municipality. */
  Condition item(Tx tx) {
    return ITEM.CHILD_ID
        .eq(child)
        .and(
            ours()
                .or(draft().and(Unfinished.writes(tx, staff)))
                .or(Unfinished.approves(tx, reaching()))
                .or(granted())
                .or(emergency()))
        .and(
            ITEM.COMPARTMENT_ID
                .isNull()
                .or(ITEM.COMPARTMENT_ID.eq(any(compartments.toArray(UUID[]::new)))))
        .and(facts.concealed() ? ITEM.CATEGORY.ne(Category.LOCATION.name()) : trueCondition());
  }

  /** Branch 1: of the organisations of the seats that reach the child, drafts left out. */
  private Condition ours() {
    return ITEM.AUTHOR_KIND
        .eq("ORGANISATION")
        .and(ITEM.STATE.in(Readable.SHOWN_INSIDE))
        .and(pair(Set.of(Kind.RUNNING, Kind.AFTER)));
  }

  /** What only its writers read: the organisation's own, and a guardian's words taken down. */
  private Condition draft() {
    return ITEM.AUTHOR_KIND
        .eq("ORGANISATION")
        .and(pair(Set.of(Kind.RUNNING, Kind.AFTER)))
        .or(
            ITEM.AUTHOR_KIND
                .eq("GUARDIAN")
                .and(ITEM.CREATED_BY.ne(ITEM.AUTHOR_ID))
                .and(categories(Set.of(Kind.RUNNING))));
  }

  /** The seats from which the child is reached, running or after the end. */
  private List<Seat> reaching() {
    return staff.reading().filter(seat -> held(seat, Kind.RUNNING, Kind.AFTER)).toList();
  }

  /** Category and author, seat by seat. */
  private Condition pair(Set<Kind> kinds) {
    List<String> pairs = new ArrayList<>();
    staff
        .reading()
        .filter(seat -> held(seat, kinds))
        .forEach(seat ->
            seat.ceiling()
                .forEach(category -> pairs.add(category + " " + seat.organisation().value())));
    return ITEM.CATEGORY
        .concat(val(" "))
        .concat(ITEM.AUTHOR_ID.cast(SQLDataType.VARCHAR))
        .eq(any(pairs.toArray(String[]::new)));
  }

  private Condition emergency() {
    return ITEM.LATEST.isTrue().and(ITEM.STATE.eq("FINAL")).and(categories(Set.of(Kind.EMERGENCY)));
  }

  private Condition categories(Set<Kind> kinds) {
    String[] ceiling =
        staff
            .reading()
            .filter(seat -> held(seat, kinds))
            .flatMap(seat -> seat.ceiling().stream())
            .distinct()
            .sorted()
            .map(Category::name)
            .toArray(String[]::new);
    return ITEM.CATEGORY.eq(any(ceiling));
  }

  /** Branches 2 and 3: the grants as rows of the statement, each with its own conditions. */
  private Condition granted() {
    List<Grant> given =
        Arrays.stream(Category.values())
            .flatMap(category -> reading(category).flatMap(seat -> grants(seat, category).stream()))
            .distinct()
            .toList();
    var rows =
        table(
            "unnest({0}, {1}, {2}, {3}, {4}, {5}) as given(category, author, section, sheet, excluded, history)",
            val(column(given, grant -> grant.category().name(), String[]::new)),
            val(column(given, grant -> grant.author().orElse(null), UUID[]::new)),
            val(column(given, grant -> grant.section().orElse(null), String[]::new)),
            val(
                column(
                    given, grant -> grant.sheet().map(SheetId::value).orElse(null), UUID[]::new)),
            val(column(given, grant -> String.join(" ", grant.excluded()), String[]::new)),
            val(column(given, Grant::withHistory, Boolean[]::new)));
    return ITEM.STATE
        .in("FINAL", "SUPERSEDED")
        .and(
            exists(
                selectOne()
                    .from(rows)
                    .where(field("given.category", String.class).eq(ITEM.CATEGORY))
                    .and(condition("(given.author is null or given.author = {0})", ITEM.AUTHOR_ID))
                    .and(condition("(given.section is null or given.section = {0})", ITEM.SECTION))
                    .and(
                        condition(
                            "({0} is null or {0} <> all (string_to_array(given.excluded, ' ')))",
                            ITEM.SECTION))
                    .and(condition("(given.sheet is null or given.sheet = {0})", ITEM.SHEET_ID))
                    .and(
                        condition(
                            "(given.history or ({0} and {1} = 'FINAL'))",
                            ITEM.LATEST, ITEM.STATE))));
  }

  private static <T> @Nullable T[] column(
      List<Grant> grants, Function<Grant, @Nullable T> of, IntFunction<@Nullable T[]> array) {
    @Nullable T[] column = array.apply(grants.size());
    for (int i = 0; i < column.length; i++) {
      column[i] = of.apply(grants.get(i));
    }
    return column;
  }

  /** Whether the whereabouts are hidden from the actor; of any other child they are. */
  Condition concealed(Field<ChildId> asked) {
    return facts.concealed() ? trueCondition() : asked.ne(child);
  }

  /** Whether they are hidden from whomever; any other child is handled with as much care. */
  Condition hiding(Field<ChildId> asked) {
    return hidden ? trueCondition() : asked.ne(child);
  }

  /** Whether the actor is one of the named few of a compartment of this child. */
  Condition member(Field<UUID> compartment) {
    return compartment.eq(any(compartments.toArray(UUID[]::new)));
  }

  /** Whether what was asked answers for these assignments: the actor's own and no others. */
  boolean answers(Collection<AssignmentId> assignments) {
    return scope.assignments().containsAll(assignments);
  }

  /** {@link Readable#reached} and {@link Readable#running}. */
  Condition reached(Field<ChildId> asked, Collection<AssignmentId> assignments, Set<Kind> kinds) {
    return reached(assignments, kinds) ? asked.eq(child) : falseCondition();
  }

  private boolean reached(Collection<AssignmentId> assignments, Set<Kind> kinds) {
    return facts.reaches().stream()
        .anyMatch(held -> kinds.contains(held.kind()) && assignments.contains(held.assignment()));
  }

  private Stream<Seat> reading(Category category) {
    return staff.reading().filter(seat -> seat.ceiling().contains(category));
  }

  private boolean held(Seat seat, Kind... kinds) {
    return held(seat, Set.of(kinds));
  }

  private boolean held(Seat seat, Set<Kind> kinds) {
    return facts.reaches().stream()
        .filter(held -> held.assignment().equals(seat.assignment()))
        .map(Stretch::kind)
        .anyMatch(kinds::contains);
  }

  /** By consent while the involvement runs; by a ground in law with the reach that it makes. */
  private List<Grant> grants(Seat seat, Category category) {
    return facts.grants().stream()
        .filter(grant ->
            grant.category() == category
                && grant.granteeId().equals(seat.organisation().value())
                && held(seat, grant.ground() == Grant.GroundKind.LAW ? Kind.LAW : Kind.RUNNING))
        .toList();
  }
}
