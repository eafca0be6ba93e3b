package jp.tsunagi.base.access;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.Tx;

/** Reads the facts of a town for {@link AccessRecord}: the tables of facts, and no others. */
final class AccessLoading {
  final AccessFacts facts = new AccessFacts();
  final Map<UUID, List<AccessFacts.Worker>> seats = new HashMap<>();
  final Map<UUID, List<AccessFacts.Thing>> things = new HashMap<>();
  final Map<ChildId, Set<UUID>> parties = new HashMap<>();
  final Map<ChildId, Set<UUID>> families = new HashMap<>();
  final Map<ChildId, Set<UUID>> addressed = new HashMap<>();
  private final Map<UUID, UUID> postsOf = new HashMap<>();
  private final Tx tx;

  AccessLoading(Tx tx) {
    this.tx = tx;
  }

  /** Everything, in the order in which one needs the other. */
  void all() {
    workers();
    children();
    families();
    showings();
    consents();
    handovers();
    exceptions();
    compartments();
    items();
  }

  private List<AccessRow> rows(String sql) {
    return tx.sql().fetch(sql).map(AccessRow::new);
  }

  /** Empty periods are none. */
  private static boolean real(AccessRow row) {
    LocalDate from = row.row().get("valid_from", LocalDate.class);
    LocalDate to = row.row().get("valid_to", LocalDate.class);
    return from != null && (to == null || from.isBefore(to));
  }

  private void workers() {
    rows(
            """
            select s.staff_id, p.post_id, p.organisation_id, p.kind, p.reach, p.ceiling, p.rights, a.class_id,
                   a.holds_from as valid_from,
                   least(a.valid_to, o.closed_from, s.last_day_end) as valid_to,
                   o.connection, s.pledge_on
              from assignment a
              join post p on p.tenant_id = a.tenant_id and p.post_id = a.post_id
              join organisation o on o.tenant_id = p.tenant_id and o.organisation_id = p.organisation_id
              join staff s on s.tenant_id = a.tenant_id and s.staff_id = a.staff_id
             where a.holds_from is not null and s.pledge_on is not null\
            """)
        .stream()
        .filter(AccessLoading::real)
        .forEach(row -> {
          postsOf.put(row.id("staff_id"), row.id("post_id"));
          Set<Category> ceiling =
              row.words("ceiling").stream().map(Category::valueOf).collect(toSet());
          if (!ceiling.isEmpty() && row.words("rights").contains("READ")) {
            seats
                .computeIfAbsent(row.id("staff_id"), _ -> new ArrayList<>())
                .add(
                    new AccessFacts.Worker(
                        new StaffId(row.id("staff_id")),
                        new OrganisationId(row.id("organisation_id")),
                        row.text("kind"),
                        row.text("reach").equals("ORGANISATION"),
                        Optional.ofNullable(row.maybe("class_id")).map(ClassId::new),
                        ceiling,
                        !row.text("connection").equals("PAPER"),
                        row.period()));
          }
        });
  }

  private void children() {
    rows("select child_id, owner_id, birth_date + interval '18 years' as grown from child")
        .forEach(row -> {
          if (row.maybe("owner_id") != null) {
            facts.recorded.add(
                new AccessFacts.Recorded(row.child(), new OrganisationId(row.id("owner_id"))));
          }
          facts.grows.add(
              new AccessFacts.Grows(
                  row.child(), requireNonNull(row.row().get("grown", LocalDate.class))));
        });
    rows("select child_id, organisation_id, valid_from, valid_to from involvement").stream()
        .filter(AccessLoading::real)
        .forEach(row ->
            facts.involved.add(
                new AccessFacts.Involved(
                    row.child(), new OrganisationId(row.id("organisation_id")), row.period())));
    rows(
            """
            select c.child_id, i.organisation_id, c.class_id, c.valid_from, c.valid_to
              from class_place c
              join involvement i on i.tenant_id = c.tenant_id and i.involvement_id = c.involvement_id\
            """)
        .stream()
        .filter(AccessLoading::real)
        .forEach(row ->
            facts.placed.add(
                new AccessFacts.Placed(
                    row.child(),
                    new OrganisationId(row.id("organisation_id")),
                    new ClassId(row.id("class_id")),
                    row.period())));
    if (!rows("select 1 from assigned_child").isEmpty()) {
      throw new IllegalStateException("the model knows no children by name");
    }
  }

  private void families() {
    Map<List<UUID>, Period> restricted = new HashMap<>();
    rows("select child_id, guardian_id, valid_from, valid_to from guardian_restriction").stream()
        .filter(AccessLoading::real)
        .forEach(row ->
            restricted.put(List.of(row.id("child_id"), row.id("guardian_id")), row.period()));
    rows("""
    select child_id, guardian_id, relation, authority_from as valid_from, authority_to as valid_to
      from guardianship\
    """)
        .forEach(row -> {
          families.computeIfAbsent(row.child(), _ -> new HashSet<>()).add(row.id("guardian_id"));
          facts.decides.add(
              new AccessFacts.Decides(
                  new GuardianId(row.id("guardian_id")),
                  row.child(),
                  Set.of("SELF", "ADULT_GUARDIAN").contains(row.text("relation")),
                  real(row) ? Optional.of(row.period()) : Optional.empty(),
                  Optional.ofNullable(
                      restricted.get(List.of(row.id("child_id"), row.id("guardian_id"))))));
        });
  }

  private void showings() {
    Map<UUID, Set<String>> scopes = scopes("showing_scope", "showing_id");
    rows("select * from showing").stream()
        .filter(AccessLoading::real)
        .forEach(row ->
            facts.showed.add(
                new AccessFacts.Showed(
                    row.child(),
                    new GuardianId(row.id("reader_id")),
                    row.is("whole")
                        ? Optional.empty()
                        : Optional.of(scopes.getOrDefault(row.id("showing_id"), Set.of())),
                    row.row().get("ended_at") != null,
                    row.period())));
  }

  private Map<UUID, Set<String>> scopes(String table, String key) {
    Map<UUID, Set<String>> scopes = new HashMap<>();
    rows("select * from " + table)
        .forEach(row ->
            scopes
                .computeIfAbsent(row.id(key), _ -> new HashSet<>())
                .add(row.text("category") + section(row) + sheet(row)));
    return scopes;
  }

  private static String section(AccessRow row) {
    String section = row.row().get("section", String.class);
    return section == null || section.isEmpty() ? "" : " " + section;
  }

  private static String sheet(AccessRow row) {
    boolean named = row.row().field("sheet_id") != null && row.maybe("sheet_id") != null;
    return named ? " " + row.id("sheet_id") : "";
  }

  private void consents() {
    Map<UUID, Set<String>> scopes = scopes("consent_scope", "consent_id");
    Map<UUID, Map<String, Set<UUID>>> sides =
        rows("select * from consent_party").stream()
            .collect(
                groupingBy(
                    row -> row.id("consent_id"),
                    groupingBy(
                        row -> row.text("side"),
                        mapping(row -> row.id("organisation_id"), toSet()))));
    rows("""
    select c.*, w.at as withdrawn_at,
           c.awaits and f.consent_id is null as waits
      from consent c
      left join consent_withdrawal w on w.tenant_id = c.tenant_id and w.consent_id = c.consent_id
      left join consent_confirmation f on f.tenant_id = c.tenant_id and f.consent_id = c.consent_id\
    """)
        .forEach(row -> {
          Map<String, Set<UUID>> side = sides.getOrDefault(row.id("consent_id"), Map.of());
          side.values().forEach(parties.computeIfAbsent(row.child(), _ -> new HashSet<>())::addAll);
          if (real(row) && !row.is("waits")) {
            facts.agreed.add(
                new AccessFacts.Agreed(
                    row.child(),
                    row.id("giver_id"),
                    row.is("from_all")
                        ? Optional.empty()
                        : Optional.of(side.getOrDefault("GIVING", Set.of())),
                    side.getOrDefault("RECEIVING", Set.of()).stream()
                        .map(OrganisationId::new)
                        .collect(toSet()),
                    scopes.getOrDefault(row.id("consent_id"), Set.of()),
                    row.is("with_history"),
                    row.row().get("withdrawn_at") != null,
                    row.period()));
          }
        });
    Map<UUID, Set<String>> refused = scopes("objection_scope", "objection_id");
    Map<UUID, Set<OrganisationId>> against =
        rows("select * from objection_receiver").stream()
            .collect(
                groupingBy(
                    row -> row.id("objection_id"),
                    mapping(row -> new OrganisationId(row.id("organisation_id")), toSet())));
    rows("select * from objection").stream()
        .filter(AccessLoading::real)
        .forEach(row ->
            facts.objected.add(
                new AccessFacts.Objected(
                    row.child(),
                    refused.getOrDefault(row.id("objection_id"), Set.of()),
                    row.is("to_all")
                        ? Optional.empty()
                        : Optional.of(against.getOrDefault(row.id("objection_id"), Set.of())),
                    row.period())));
  }

  /** Before the receipt: the identity of whom a handover addresses to a place. */
  private void handovers() {
    rows("""
    select h.child_id, h.receiver_id
      from handover h
      left join handover_receipt r on r.tenant_id = h.tenant_id and r.handover_id = h.handover_id
      left join consent_withdrawal w on w.tenant_id = h.tenant_id and w.consent_id = h.consent_id
     where r.handover_id is null and w.consent_id is null\
    """)
        .forEach(row ->
            addressed
                .computeIfAbsent(row.child(), _ -> new HashSet<>())
                .add(row.id("receiver_id")));
  }

  private void exceptions() {
    rows("select * from child_block").stream()
        .filter(AccessLoading::real)
        .forEach(row ->
            facts.blocked.add(
                new AccessFacts.Blocked(
                    row.child(),
                    Optional.ofNullable(row.maybe("staff_id")).map(StaffId::new),
                    Optional.ofNullable(row.maybe("organisation_id")).map(OrganisationId::new),
                    row.period())));
    Map<UUID, Set<String>> scopes = scopes("legal_ground_scope", "ground_id");
    rows(
            """
            select child_id, receiver_id, from_id, with_history, ground_id, valid_from,
                   least(last_day + 1, ended_on) as valid_to
              from legal_ground where approved\
            """)
        .stream()
        .filter(AccessLoading::real)
        .forEach(row ->
            facts.lawful.add(
                new AccessFacts.Lawful(
                    row.child(),
                    new OrganisationId(row.id("receiver_id")),
                    Optional.ofNullable(row.maybe("from_id")).map(OrganisationId::new),
                    scopes.getOrDefault(row.id("ground_id"), Set.of()),
                    row.is("with_history"),
                    row.period())));
  }

  private void compartments() {
    rows("select * from emergency_access")
        .forEach(row ->
            facts.urgent.add(
                new AccessFacts.Urgent(
                    row.child(),
                    new StaffId(row.id("staff_id")),
                    row.at("opened_at").toInstant(),
                    row.at("closes_at").toInstant())));
    Map<UUID, Set<UUID>> named = new HashMap<>();
    rows("select * from compartment_member where ended_at is null")
        .forEach(row -> {
          Set<UUID> few = named.computeIfAbsent(row.id("compartment_id"), _ -> new HashSet<>());
          Stream.of("staff_id", "guardian_id")
              .map(row::maybe)
              .filter(java.util.Objects::nonNull)
              .forEach(few::add);
          postsOf.forEach((staff, post) -> {
            if (post.equals(row.maybe("post_id"))) {
              few.add(staff);
            }
          });
        });
    Map<UUID, Set<ItemId>> inside =
        rows("select item_id, compartment_id from item where compartment_id is not null").stream()
            .collect(
                groupingBy(
                    row -> row.id("compartment_id"),
                    mapping(row -> new ItemId(row.id("item_id")), toSet())));
    rows("select * from compartment where closed_at is null")
        .forEach(row ->
            facts.compartments.add(
                new AccessFacts.Compartment(
                    row.child(),
                    row.text("kind").equals("HIDDEN_ADDRESS"),
                    named.getOrDefault(row.id("compartment_id"), Set.of()),
                    inside.getOrDefault(row.id("compartment_id"), Set.of()))));
  }

  /** One thing for each of its writers: who writes it reads its draft. */
  private void items() {
    Map<UUID, Set<UUID>> writers =
        rows("select sheet_id, staff_id from sheet_writer").stream()
            .collect(
                groupingBy(row -> row.id("sheet_id"), mapping(row -> row.id("staff_id"), toSet())));
    rows("select * from approval_step")
        .forEach(row ->
            facts.approving.add(
                new AccessFacts.Approving(
                    new SheetId(row.id("sheet_id")),
                    row.child(),
                    new OrganisationId(row.id("organisation_id")),
                    row.text("post"),
                    !row.is("running"))));
    rows("select * from item")
        .forEach(row -> {
          Set<Optional<UUID>> by = new HashSet<>();
          by.add(Optional.ofNullable(row.maybe("created_by")));
          UUID sheet = row.maybe("sheet_id");
          if (sheet != null) {
            writers.getOrDefault(sheet, Set.of()).forEach(writer -> by.add(Optional.of(writer)));
          }
          String section = row.row().get("section", String.class);
          by.forEach(writer ->
              things
                  .computeIfAbsent(row.id("item_id"), _ -> new ArrayList<>())
                  .add(
                      new AccessFacts.Thing(
                          new ItemId(row.id("item_id")),
                          row.child(),
                          Category.valueOf(row.text("category")),
                          section == null ? "" : section,
                          new SheetId(sheet == null ? new UUID(0, 0) : sheet),
                          row.id("author_id"),
                          row.text("author_kind").equals("ORGANISATION"),
                          row.text("state"),
                          row.is("latest"),
                          row.is("for_guardian"),
                          writer)));
        });
  }
}
