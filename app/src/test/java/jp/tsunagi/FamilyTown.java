package jp.tsunagi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import jp.tsunagi.base.access.Category;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.AccountId;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.ConsentId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.ItemId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.name.NamePart;
import jp.tsunagi.base.name.PersonName;
import jp.tsunagi.people.child.Children;
import jp.tsunagi.people.child.Guardians;
import jp.tsunagi.people.child.NewChild;
import jp.tsunagi.people.child.Reason;
import jp.tsunagi.people.child.Relation;
import jp.tsunagi.people.child.Sex;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.Accounts;
import jp.tsunagi.people.staff.Membership;
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

/** A town with both hubs, a 園, and one family that came to the centre. */
public final class FamilyTown {
  private static final AtomicInteger LOGINS = new AtomicInteger();

  public final TestProgram program = TestProgram.shared();
  public final TestTown town = program.newTown();
  public final OrganisationId centre = town.organisation(OrganisationKind.CENTRE, "つなぎ児童発達支援センター");
  public final OrganisationId education =
      town.organisation(OrganisationKind.EDUCATION_CENTRE, "つなぎ教育センター");
  public final OrganisationId nursery = town.organisation(OrganisationKind.NURSERY, "みどり保育園");
  public final TestTown.Worker counsellor = town.worker(centre, PostKind.COUNSELLOR, "白石 なぎさ");
  public final TestTown.Worker teacher = town.worker(education, PostKind.HUB_TEACHER, "水野 あさひ");
  public final TestTown.Worker head = town.worker(nursery, PostKind.NURSERY_HEAD, "花園 みつ");
  public final ChildId child = child("青空", "あおぞら", "ひなた", LocalDate.of(2022, 6, 3), centre);
  public final GuardianId mother = guardian(child, "青空 みなみ", Relation.MOTHER, true);
  public final GuardianId father = guardian(child, "青空 わたる", Relation.FATHER, false);

  /** A child that an organisation took on record and consults. */
  public ChildId child(
      String family, String kana, String given, LocalDate birth, OrganisationId owner) {
    ChildId id = ChildId.create();
    town.run(tx -> {
      program
          .bean(Children.class)
          .add(
              tx,
              new NewChild(
                  id,
                  PersonName.of(new NamePart(family, kana), new NamePart(given, given)),
                  birth,
                  Sex.UNSTATED,
                  owner,
                  Set.of(Reason.HUB_USER),
                  Optional.empty(),
                  false));
      program
          .bean(Involvements.class)
          .open(
              tx, id, owner, InvolvementKind.CONSULTATION, Period.since(tx.today().minusYears(1)));
    });
    return id;
  }

  public GuardianId guardian(ChildId of, String name, Relation relation, boolean decides) {
    GuardianId id = new GuardianId(jp.tsunagi.base.database.Id.fresh());
    town.run(tx -> {
      Guardians guardians = program.bean(Guardians.class);
      guardians.put(
          tx,
          new Guardians.Guardian(id, name, name, Optional.of("080-0000-0001"), Optional.empty()));
      guardians.relate(
          tx,
          of,
          new Guardians.Guardianship(
              id,
              relation,
              1,
              Optional.empty(),
              decides ? Optional.of(Period.since(LocalDate.of(2022, 6, 3))) : Optional.empty()));
    });
    return id;
  }

  /** What the mother agrees to today, for both hubs, on paper. */
  public ConsentId agrees(ConsentKind kind, Period period, ScopeLine... scope) {
    ConsentId id = ConsentId.create();
    town.run(tx ->
        program
            .bean(Consents.class)
            .give(
                tx,
                new NewConsent(
                    id,
                    child,
                    kind,
                    mother,
                    ConsentMeans.PAPER,
                    tx.today(),
                    "test",
                    Optional.empty(),
                    Set.of(centre, education),
                    List.of(scope),
                    false,
                    period,
                    Optional.empty())));
    return id;
  }

  /** A final part of the centre's, meant for guardians too. */
  public ItemId part(Category category, String section) {
    return town.call(tx ->
        program
            .bean(Items.class)
            .add(
                tx,
                new NewItem(
                    child,
                    ItemKind.SHEET,
                    category,
                    new Author.Organisation(centre),
                    Optional.of(section),
                    Optional.empty(),
                    1,
                    ItemState.FINAL,
                    true,
                    tx.today(),
                    section)));
  }

  /** Opens an account of the portal for a guardian; the login. */
  public String account(GuardianId guardian) {
    String login = "guardian" + LOGINS.incrementAndGet();
    town.run(tx -> {
      AccountId account = program.bean(Accounts.class).open(tx, login, town.passwordHash());
      Accounts.addMembership(tx, account, Membership.Kind.GUARDIAN, guardian.value());
      program.bean(Guardians.class).gotAccount(tx, guardian, account);
    });
    return login;
  }
}
