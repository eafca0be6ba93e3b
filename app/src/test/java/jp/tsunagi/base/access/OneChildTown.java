package jp.tsunagi.base.access;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.TestChildren;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.GuardianId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.people.child.Guardians;
import jp.tsunagi.people.child.Relation;
import jp.tsunagi.people.involvement.InvolvementKind;
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
    return new TestChildren(PROGRAM, town)
        .add(
            at, InvolvementKind.CONSULTATION, "青空", "あおぞら", "ひかり", "ひかり", LocalDate.of(2019, 6, 1));
  }
}
