package jp.tsunagi.people.staff;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;

/**
 * Who may confirm an assignment (ADR 9): the leading people of the place; where there is none, an
 * administrator; where there is none either, the leading people of the hubs. Never who made it, nor
 * whom it concerns.
 *
 * @param level which of these it is
 * @param people those who may; empty at {@link Level#NOBODY}
 */
record Confirmers(Level level, List<Person> people) {
  Confirmers {
    people = List.copyOf(people);
  }

  /** Whose word it takes. */
  enum Level {
    PLACE,
    ADMINISTRATORS,
    HUBS,
    NOBODY
  }

  /** A staff member who can sign in. */
  record Person(StaffId staff, String name) {}

  /** Somebody who leads at a place today. */
  record Leader(Person person, OrganisationId place, boolean approves, boolean hub) {}

  /** Everybody who leads or administers today. */
  record Leading(List<Leader> leaders, List<Person> administrators) {
    Leading {
      leaders = List.copyOf(leaders);
      administrators = List.copyOf(administrators);
    }
  }

  static Confirmers of(NewcomerSql.Waits one, Leading all) {
    return Stream.of(
            new Confirmers(Level.PLACE, leaders(all, it -> it.place().equals(one.place()), one)),
            new Confirmers(Level.ADMINISTRATORS, others(all.administrators(), one)),
            new Confirmers(Level.HUBS, leaders(all, Leader::hub, one)))
        .filter(level -> !level.people().isEmpty())
        .findFirst()
        .orElse(new Confirmers(Level.NOBODY, List.of()));
  }

  boolean allow(StaffId staff) {
    return people.stream().anyMatch(person -> person.staff().equals(staff));
  }

  /** Who approves there; whoever enrols only where none of these can. */
  private static List<Person> leaders(Leading all, Predicate<Leader> where, NewcomerSql.Waits one) {
    List<Leader> there = all.leaders().stream().filter(where).toList();
    List<Person> approving =
        others(there.stream().filter(Leader::approves).map(Leader::person).toList(), one);
    return approving.isEmpty()
        ? others(there.stream().map(Leader::person).toList(), one)
        : approving;
  }

  private static List<Person> others(List<Person> people, NewcomerSql.Waits one) {
    return people.stream()
        .filter(
            person -> !person.staff().equals(one.madeBy()) && !person.staff().equals(one.staff()))
        .distinct()
        .toList();
  }
}
