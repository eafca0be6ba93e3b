package jp.tsunagi.walk;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.TestChildren;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.TestTown.Worker;
import jp.tsunagi.base.access.Connection;
import jp.tsunagi.base.calendar.FiscalYear;
import jp.tsunagi.base.calendar.Period;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.people.involvement.InvolvementKind;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;

/**
 * つなぎ市 as the administrator set it up before the walk: organisations, classes, who works where and
 * when. One neighbour's child is on record; nothing is known of the child that will walk.
 */
final class WalkTown {
  static final LocalDate NEIGHBOUR_BORN = LocalDate.of(2021, 6, 13);

  final TestProgram program = TestProgram.shared();
  final TestTown town = program.newTown();

  final OrganisationId office = town.organisation(OrganisationKind.CITY_OFFICE, "福祉総務課");
  final OrganisationId centre = town.organisation(OrganisationKind.CENTRE, "はぐくみ発達支援センター");
  final OrganisationId education =
      town.organisation(OrganisationKind.EDUCATION_CENTRE, "つなぎ教育センター");
  final OrganisationId nursery = town.organisation(OrganisationKind.NURSERY, "みどり保育園");
  final OrganisationId school = town.organisation(OrganisationKind.ELEMENTARY, "みどり台小学校");
  final OrganisationId juniorHigh = town.organisation(OrganisationKind.JUNIOR_HIGH, "みさき中学校");
  final OrganisationId dayService =
      town.organisation(OrganisationKind.DAY_SERVICE, "放課後等デイ あさひ", Connection.PAPER);

  final Worker administrator = town.worker(office, PostKind.ADMINISTRATOR, "森田 かえで");
  final Worker counsellor = town.worker(centre, PostKind.COUNSELLOR, "白石 なぎさ");
  final Worker genkiWorker = town.worker(centre, PostKind.PROGRAMME_WORKER, "小川 いずみ");
  final Worker hubTeacher = town.worker(education, PostKind.HUB_TEACHER, "水野 あさひ");
  final Worker nurseryHead = town.worker(nursery, PostKind.NURSERY_HEAD, "花園 みつ");
  final Worker coordinator = town.worker(school, PostKind.COORDINATOR, "緑川 まこと");
  final Worker juniorCoordinator = town.worker(juniorHigh, PostKind.COORDINATOR, "海原 しおり");

  WalkTown() {
    new TestChildren(program, town)
        .add(nursery, InvolvementKind.ENROLMENT, "青空", "あおぞら", "陽向", "ひなた", NEIGHBOUR_BORN);
  }

  /** A class of one fiscal year and its teacher, who changes with the year. */
  Worker teacher(OrganisationId place, PostKind post, int fiscalYear, String room, String name) {
    var schoolClass = town.schoolClass(place, fiscalYear, room);
    FiscalYear year = new FiscalYear(fiscalYear);
    return town.worker(
        place, post, name, Optional.of(schoolClass), new Period(year.start(), year.end()));
  }
}
