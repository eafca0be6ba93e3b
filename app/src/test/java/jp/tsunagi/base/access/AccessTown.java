package jp.tsunagi.base.access;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.base.database.Tx;
import jp.tsunagi.base.name.NamePart;
import jp.tsunagi.base.name.PersonName;
import jp.tsunagi.people.child.Children;
import jp.tsunagi.people.child.Contacts;
import jp.tsunagi.people.child.Guardians;
import jp.tsunagi.people.child.NewChild;
import jp.tsunagi.people.child.Relation;
import jp.tsunagi.people.child.Sex;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;
import jp.tsunagi.record.ground.ConsentKind;
import jp.tsunagi.record.ground.ConsentMeans;
import jp.tsunagi.record.ground.Consents;
import jp.tsunagi.record.ground.NewConsent;
import jp.tsunagi.record.ground.ScopeLine;
import jp.tsunagi.record.item.Author;
import jp.tsunagi.record.item.ItemKind;
import jp.tsunagi.record.item.ItemState;
import jp.tsunagi.record.item.Items;
import jp.tsunagi.record.item.NewItem;
import jp.tsunagi.schema.Tables;

/** A town of random facts, put on record through the production actions and noted for the model. */
final class AccessTown {
  private static final LocalDate FIRST = AccessDice.FIRST;
  final AccessFacts facts = new AccessFacts();
  final TestTown town;
  final Map<TestTown.Worker, AccessFacts.Worker> workers = new java.util.LinkedHashMap<>();
  final List<GuardianId> guardians = new ArrayList<>();
  private final TestProgram program;
  private final TestTown.Worker desk;
  private final Random random;
  private final AccessDice dice;
  private final AccessExceptions exceptions;
  private final List<ConsentId> withdrawals = new ArrayList<>();
  private final List<ScopeLine> parts = new ArrayList<>();
  private List<SheetId> sheets = List.of();
  private final List<OrganisationId> organisations = new ArrayList<>();
  private final Map<OrganisationId, List<ClassId>> classes = new java.util.HashMap<>();

  AccessTown(TestProgram program, long seed, int children) {
    this.program = program;
    this.random = new Random(seed);
    this.dice = new AccessDice(random);
    this.town = program.newTown();
    OrganisationId office = town.organisation(OrganisationKind.CENTRE, "desk");
    this.desk = town.worker(office, PostKind.COUNSELLOR, "desk");
    staffed(OrganisationKind.CENTRE, Connection.READ_WRITE, PostKind.COUNSELLOR);
    staffed(OrganisationKind.EDUCATION_CENTRE, Connection.READ_WRITE, PostKind.HUB_TEACHER);
    staffed(OrganisationKind.NURSERY, Connection.READ_WRITE, PostKind.NURSERY_HEAD);
    staffed(OrganisationKind.ELEMENTARY, Connection.READ, PostKind.COORDINATOR);
    staffed(OrganisationKind.JUNIOR_HIGH, Connection.PAPER, PostKind.COORDINATOR);
    this.exceptions = new AccessExceptions(random, dice, facts, workers, organisations, desk);
    for (int i = 0; i < children; i++) {
      child();
    }
  }

  LocalDate day() {
    return dice.day();
  }

  private void staffed(OrganisationKind kind, Connection connection, PostKind wide) {
    OrganisationId organisation = town.organisation(kind, kind.name(), connection);
    organisations.add(organisation);
    List<ClassId> rooms =
        List.of(
            town.schoolClass(organisation, 2024, "one"),
            town.schoolClass(organisation, 2025, "two"));
    classes.put(organisation, rooms);
    boolean connected = connection.reads();
    hired(town.worker(organisation, wide, "wide"), true, Optional.empty(), wide, connected);
    PostKind caseload = PostKind.HOMEROOM_TEACHER;
    hired(
        town.worker(organisation, caseload, "class", Optional.of(rooms.getFirst())),
        false,
        Optional.of(rooms.getFirst()),
        caseload,
        connected);
  }

  private void hired(
      TestTown.Worker worker,
      boolean wide,
      Optional<ClassId> schoolClass,
      PostKind kind,
      boolean connected) {
    workers.put(
        worker,
        new AccessFacts.Worker(
            worker.staff(),
            worker.organisation(),
            kind.name(),
            wide,
            schoolClass,
            kind.ceiling(),
            connected,
            Period.since(TestTown.LONG_AGO)));
  }

  private void child() {
    ChildId child = ChildId.create();
    OrganisationId owner = dice.pick(organisations);
    facts.recorded.add(new AccessFacts.Recorded(child, owner));
    LocalDate birth = dice.birth();
    facts.grows.add(new AccessFacts.Grows(child, birth.plusYears(18)));
    withdrawals.clear();
    parts.clear();
    sheets = List.of(SheetId.create(), SheetId.create());
    town.run(tx -> {
      NamePart part = new NamePart("あおぞら", "あおぞら");
      program
          .bean(Children.class)
          .add(
              tx,
              new NewChild(
                  child,
                  PersonName.of(part, part),
                  birth,
                  Sex.UNSTATED,
                  owner,
                  Set.of(),
                  Optional.empty(),
                  false));
      exceptions.before(tx, child, sheets);
      atTheDesk(tx, child);
      involvements(tx, child);
      GuardianId guardian = guardian(tx, child);
      new AccessShowings(random, dice, facts)
          .around(tx, facts.decides.getLast(), birth.plusYears(18), sheets);
      exceptions.objections(tx, child);
      for (int i = 1 + random.nextInt(4); i > 0; i--) {
        consent(tx, child, guardian);
      }
      new AccessApprovals(random, dice, facts).around(tx, child, sheets, organisations);
      for (int i = 0; i < 14; i++) {
        thing(tx, child, guardian);
      }
      parts.forEach(line -> twins(tx, child, guardian, line));
      card(tx, child);
      new AccessCompartments(random, dice, facts, workers).around(tx, child, guardian, desk);
    });
    withdrawals.forEach(id -> withdraw(child, id));
  }

  /** An office that takes withdrawals: it reaches every child and is part of nothing else. */
  private void atTheDesk(Tx tx, ChildId child) {
    program
        .bean(Involvements.class)
        .open(
            tx,
            child,
            desk.organisation(),
            InvolvementKind.CONSULTATION,
            Period.since(TestTown.LONG_AGO));
  }

  private void involvements(Tx tx, ChildId child) {
    Involvements involvements = program.bean(Involvements.class);
    for (int i = random.nextInt(4); i > 0; i--) {
      OrganisationId organisation = dice.pick(organisations);
      Period period = dice.period();
      involvements.open(tx, child, organisation, InvolvementKind.ENROLMENT, period);
      facts.involved.add(new AccessFacts.Involved(child, organisation, period));
      var opened = involvements.of(tx, child).stream().filter(one -> one.period().equals(period));
      Period inClass = dice.period();
      ClassId room = dice.pick(classes.getOrDefault(organisation, List.of()));
      opened
          .filter(one -> one.organisation().equals(organisation))
          .findFirst()
          .ifPresent(one -> {
            involvements.place(tx, one, room, Optional.of(1), inClass);
            facts.placed.add(new AccessFacts.Placed(child, organisation, room, inClass));
          });
    }
  }

  private GuardianId guardian(Tx tx, ChildId child) {
    GuardianId guardian = GuardianId.create();
    Optional<Period> authority =
        random.nextBoolean() ? Optional.of(dice.period()) : Optional.empty();
    boolean person = random.nextInt(4) == 0;
    Guardians register = program.bean(Guardians.class);
    register.put(
        tx, new Guardians.Guardian(guardian, "母", "はは", Optional.empty(), Optional.empty()));
    register.relate(
        tx,
        child,
        new Guardians.Guardianship(
            guardian, person ? Relation.SELF : Relation.MOTHER, 1, Optional.empty(), authority));
    Optional<Period> restricted =
        random.nextInt(3) == 0 ? Optional.of(dice.period()) : Optional.empty();
    restricted.ifPresent(period -> AccessRestrictions.put(tx, child, guardian, period, desk));
    guardians.add(guardian);
    facts.decides.add(new AccessFacts.Decides(guardian, child, person, authority, restricted));
    return guardian;
  }

  private void consent(Tx tx, ChildId child, GuardianId giver) {
    ConsentId id = ConsentId.create();
    Optional<Set<OrganisationId>> giving =
        random.nextBoolean() ? Optional.empty() : Optional.of(dice.some(organisations));
    Set<OrganisationId> receiving = dice.some(organisations);
    List<ScopeLine> scope = dice.scope(sheets);
    boolean history = random.nextBoolean();
    boolean withdrawn = random.nextInt(4) == 0;
    Period period = dice.period();
    Consents consents = program.bean(Consents.class);
    consents.give(
        tx,
        new NewConsent(
            id,
            child,
            random.nextBoolean() ? ConsentKind.HANDOVER : ConsentKind.SHARE,
            giver,
            ConsentMeans.PAPER,
            period.from(),
            "test",
            giving,
            receiving,
            scope,
            history,
            period,
            Optional.empty()));
    if (withdrawn) {
      withdrawals.add(id);
    }
    scope.stream().filter(line -> line.sheet().isPresent()).forEach(parts::add);
    facts.agreed.add(
        new AccessFacts.Agreed(
            child,
            giver.value(),
            giving.map(some -> some.stream().map(OrganisationId::value).collect(toSet())),
            receiving,
            AccessDice.words(scope),
            history,
            withdrawn,
            period));
  }

  /** In a transaction of a staff member's own: a withdrawal names who put it on file. */
  private void withdraw(ChildId child, ConsentId id) {
    Actor.Staff somebody = town.actor(desk);
    program
        .database()
        .run(
            somebody,
            tx -> program.bean(Consents.class).withdraw(tx, child, id, ConsentMeans.PAPER, FIRST));
  }

  private void thing(Tx tx, ChildId child, GuardianId guardian) {
    boolean byOrganisation = random.nextInt(4) > 0;
    Author author =
        byOrganisation
            ? new Author.Organisation(dice.pick(organisations))
            : new Author.Guardian(guardian);
    Place place =
        new Place(
            dice.pick(AccessDice.CATEGORIES), dice.pick(AccessDice.SECTIONS), dice.pick(sheets));
    ItemState state =
        dice.pick(
            List.of(
                ItemState.DRAFT,
                ItemState.IN_APPROVAL,
                ItemState.IN_APPROVAL,
                ItemState.WITH_GUARDIAN,
                ItemState.FINAL,
                ItemState.FINAL,
                ItemState.SUPERSEDED,
                ItemState.CORRECTED));
    put(tx, child, author, place, state);
  }

  /** Where a thing stands in the record. */
  private record Place(Category category, String section, SheetId sheet) {}

  /** What a consent names of one sheet, and the same part of the other. */
  private void twins(Tx tx, ChildId child, GuardianId giver, ScopeLine line) {
    sheets.forEach(sheet ->
        put(
            tx,
            child,
            new Author.Guardian(giver),
            new Place(line.category(), line.section().orElseThrow(), sheet),
            ItemState.FINAL));
  }

  private void put(Tx tx, ChildId child, Author author, Place place, ItemState state) {
    boolean byOrganisation = author instanceof Author.Organisation;
    boolean latest = state != ItemState.SUPERSEDED && state != ItemState.CORRECTED;
    boolean forGuardian = random.nextBoolean();
    ItemId id =
        program
            .bean(Items.class)
            .add(
                tx,
                new NewItem(
                    child,
                    ItemKind.SHEET,
                    place.category(),
                    author,
                    Optional.of(place.section()),
                    Optional.of(place.sheet()),
                    1,
                    state,
                    forGuardian,
                    day(),
                    "gist"));
    Optional<UUID> writer = byOrganisation ? writer(author) : typist();
    tx.sql()
        .update(Tables.ITEM)
        .set(Tables.ITEM.CREATED_BY, writer.orElse(null))
        .set(Tables.ITEM.LATEST, latest)
        .where(Tables.ITEM.TENANT_ID.eq(tx.tenant()))
        .and(Tables.ITEM.ITEM_ID.eq(id))
        .execute();
    facts.things.add(
        new AccessFacts.Thing(
            id,
            child,
            place.category(),
            place.section(),
            place.sheet(),
            author.id(),
            byOrganisation,
            state.name(),
            latest,
            forGuardian,
            writer));
  }

  /** A place notes whom to call; which card it is, is told by the name on it. */
  private void card(Tx tx, ChildId child) {
    OrganisationId keeper = dice.pick(organisations);
    UUID mark = UUID.randomUUID();
    program
        .bean(Contacts.class)
        .add(
            tx,
            child,
            keeper,
            new Contacts.Contact(
                mark.toString(),
                Relation.MOTHER,
                "080-0000-1234",
                1,
                Optional.empty(),
                Optional.empty(),
                FIRST));
    facts.cards.add(new AccessFacts.Card(mark, child, keeper));
  }

  /** Half of what a guardian says is typed in by somebody. */
  private Optional<UUID> typist() {
    return random.nextBoolean()
        ? Optional.empty()
        : Optional.of(dice.pick(List.copyOf(workers.values())).staff().value());
  }

  /** Half of an organisation's items were written by one of its own staff. */
  private Optional<UUID> writer(Author author) {
    List<AccessFacts.Worker> own =
        workers.values().stream()
            .filter(worker -> worker.organisation().value().equals(author.id()))
            .toList();
    return own.isEmpty() || random.nextBoolean()
        ? Optional.empty()
        : Optional.of(dice.pick(own).staff().value());
  }
}
