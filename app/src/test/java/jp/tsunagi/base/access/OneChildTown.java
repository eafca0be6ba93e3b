package jp.tsunagi.base.access;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.name.NamePart;
import jp.tsunagi.base.name.PersonName;
import jp.tsunagi.people.child.Children;
import jp.tsunagi.people.child.Guardians;
import jp.tsunagi.people.child.NewChild;
import jp.tsunagi.people.child.Relation;
import jp.tsunagi.people.child.Sex;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;

/** Two children in the reach of a counsellor, the first with a mother, and one elsewhere. */
final class OneChildTown {
  private static final TestProgram PROGRAM = TestProgram.shared();

  final TestTown town = PROGRAM.newTown();
  final TestTown.Worker counsellor;
  final ChildId first;
  final ChildId second;
  final ChildId elsewhere;
  final GuardianId mother = GuardianId.create();

  OneChildTown() {
    OrganisationId centre = town.organisation(OrganisationKind.CENTRE, "centre");
    OrganisationId school = town.organisation(OrganisationKind.ELEMENTARY, "school");
    counsellor = town.worker(centre, PostKind.COUNSELLOR, "counsellor");
    first = child(centre);
    second = child(centre);
    elsewhere = child(school);
    town.run(tx -> {
      Guardians guardians = PROGRAM.bean(Guardians.class);
      guardians.put(
          tx, new Guardians.Guardian(mother, "母", "はは", Optional.empty(), Optional.empty()));
      guardians.relate(
          tx,
          first,
          new Guardians.Guardianship(
              mother,
              Relation.MOTHER,
              1,
              Optional.empty(),
              Optional.of(Period.since(TestTown.LONG_AGO))));
    });
  }

  ChildId child(OrganisationId at) {
    ChildId child = ChildId.create();
    town.run(tx -> {
      NamePart part = new NamePart("あおぞら", "あおぞら");
      PROGRAM
          .bean(Children.class)
          .add(
              tx,
              new NewChild(
                  child,
                  PersonName.of(part, part),
                  LocalDate.of(2019, 6, 1),
                  Sex.UNSTATED,
                  at,
                  Set.of(),
                  Optional.empty(),
                  false));
      PROGRAM
          .bean(Involvements.class)
          .open(tx, child, at, InvolvementKind.CONSULTATION, Period.since(TestTown.LONG_AGO));
    });
    return child;
  }
}
