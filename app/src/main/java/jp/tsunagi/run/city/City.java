package jp.tsunagi.run.city;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.base.database.AssignmentId;
import jp.tsunagi.base.database.OrganisationId;
import jp.tsunagi.base.database.ProgrammeId;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.database.TenantId;
import jp.tsunagi.people.organisation.OrganisationKind;
import jp.tsunagi.people.staff.PostKind;

/** The places of a made-up city, and who signs in there. */
record City(
    TenantId tenant,
    CitySize size,
    Map<OrganisationKind, List<CityPlace>> places,
    List<Programme> programmes,
    List<Login> logins) {

  /** A programme of the centre, and who is in charge of its children. */
  record Programme(ProgrammeId id, StaffId worker) {}

  /** Somebody of the staff, and the seat from which she or he acts. */
  record Login(
      String login,
      PostKind post,
      OrganisationId organisation,
      StaffId staff,
      String name,
      AssignmentId seat) {}

  List<CityPlace> of(OrganisationKind kind) {
    return places.getOrDefault(kind, List.of());
  }

  CityPlace only(OrganisationKind kind) {
    return of(kind).getFirst();
  }

  /** Somebody with that post at a place that is connected. */
  Optional<Login> with(PostKind post) {
    return logins.stream().filter(login -> login.post() == post).findFirst();
  }
}
