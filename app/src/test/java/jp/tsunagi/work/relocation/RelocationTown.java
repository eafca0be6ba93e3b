package jp.tsunagi.work.relocation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagi.ClassTown;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.ClassId;
import jp.tsunagi.base.database.SheetId;
import jp.tsunagi.people.involvement.Involvements;
import jp.tsunagi.people.staff.PostKind;

/** What was meant for はるき stands on はるか. */
abstract class RelocationTown extends ClassTown {
  static String page(SheetId sheet) {
    return "/sheets/" + sheet + "/relocation";
  }

  Visitor.Reply move(Visitor who, SheetId sheet, String name, LocalDate birth) {
    return who.post(page(sheet), form(UUID.randomUUID(), name, birth));
  }

  String[] form(UUID id, String name, LocalDate birth) {
    return new String[] {
      "id",
      id.toString(),
      "from",
      wrong.toString(),
      "name",
      name,
      "birth",
      birth.toString(),
      "why",
      "同じ姓の子の画面を開いたまま書いてしまいました",
      "told",
      "yes"
    };
  }

  /** The place of a class that teaches one of them alone. */
  TestTown.Worker onlyFirst() {
    ClassId next = town.schoolClass(school, 2026, "なかよし");
    town.run(tx -> {
      Involvements involvements = family.program.bean(Involvements.class);
      involvements.of(tx, wrong).stream()
          .filter(one -> one.organisation().equals(school))
          .forEach(one ->
              involvements.place(tx, one, next, Optional.of(2), Period.since(APRIL.plusDays(1))));
    });
    return town.worker(school, PostKind.HOMEROOM_TEACHER, "水野 まき", Optional.of(next));
  }
}
