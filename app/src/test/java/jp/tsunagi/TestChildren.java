package jp.tsunagi;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ChildId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.name.NamePart;
import jp.tsunagi.base.name.PersonName;
import jp.tsunagi.people.child.Children;
import jp.tsunagi.people.child.NewChild;
import jp.tsunagi.people.child.Reason;
import jp.tsunagi.people.child.Sex;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.involvement.Involvements;

/** Made-up children of a test town, put on record as the program does it. */
public final class TestChildren {
  private final TestProgram program;
  private final TestTown town;

  public TestChildren(TestProgram program, TestTown town) {
    this.program = program;
    this.town = town;
  }

  /** A child that an organisation deals with since its birth. */
  public ChildId add(
      OrganisationId organisation,
      InvolvementKind kind,
      String family,
      String familyKana,
      String given,
      String givenKana,
      LocalDate birth) {
    ChildId id = ChildId.create();
    town.run(tx -> {
      program
          .bean(Children.class)
          .add(
              tx,
              new NewChild(
                  id,
                  PersonName.of(new NamePart(family, familyKana), new NamePart(given, givenKana)),
                  birth,
                  Sex.UNSTATED,
                  organisation,
                  Set.of(Reason.GUARDIAN_WISH),
                  Optional.empty(),
                  false));
      program.bean(Involvements.class).open(tx, id, organisation, kind, Period.since(birth));
    });
    return id;
  }
}
