package jp.tsunagi.run.city;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.people.organisation.OrganisationKind;

/**
 * A place of the city with its classes of this year.
 *
 * @param writer who writes there: its head or its coordinator
 */
record CityPlace(
    OrganisationId id, OrganisationKind kind, boolean onPaper, List<Room> rooms, StaffId writer) {
  CityPlace {
    rooms = List.copyOf(rooms);
  }

  /**
   * A class.
   *
   * @param year of which year of the place: 年 of a school, age of a nursery's group
   * @param special 特別支援学級
   */
  record Room(ClassId id, int year, boolean special, StaffId teacher) {}

  /** The class of that year, or the special one where there is one and it is asked for. */
  Optional<Room> room(int year, boolean special, Dice dice) {
    boolean apart = special && rooms.stream().anyMatch(Room::special);
    List<Room> fitting =
        rooms.stream()
            .filter(room -> apart ? room.special() : !room.special() && room.year() == year)
            .toList();
    return fitting.isEmpty() ? Optional.empty() : Optional.of(dice.of(fitting));
  }
}
