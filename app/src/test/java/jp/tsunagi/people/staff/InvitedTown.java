package jp.tsunagi.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Pattern;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.people.organisation.OrganisationKind;

/** A town that hands codes to staff, and a city in which a therapist has a login already. */
final class InvitedTown {
  private static final Pattern CODE =
      Pattern.compile("<code>([A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4})</code>");

  final FamilyTown family = new FamilyTown();
  final TestTown town = family.town;
  final TestTown city = family.program.newTown();
  final TestTown.Worker office;
  final TestTown.Worker therapist;
  final Visitor admin;

  /** The administrator of the town sits at that address. */
  InvitedTown(String address) {
    TwoTowns.called(city, TwoTowns.CITY);
    TwoTowns.called(town, TwoTowns.TOWN);
    office =
        town.worker(
            town.organisation(OrganisationKind.CITY_OFFICE, "情報係"),
            PostKind.ADMINISTRATOR,
            "森田 かえで");
    therapist =
        city.worker(
            city.organisation(OrganisationKind.CENTRE, "海辺の発達支援センター"),
            PostKind.COUNSELLOR,
            "水野 しおり");
    admin = family.program.visitor(address).signIn(office);
  }

  /** The code of somebody who is in the register and has a post today. */
  String code(String name) {
    Staffing staffing = family.program.bean(Staffing.class);
    StaffId id =
        town.call(tx -> {
          StaffId staff =
              staffing.add(tx, name, "みずの しおり", Optional.empty(), Optional.of(TestTown.LONG_AGO));
          staffing.assign(
              tx,
              staff,
              staffing.post(tx, family.centre, PostKind.PROGRAMME_WORKER),
              Optional.empty(),
              TestTown.LONG_AGO,
              Optional.empty());
          return staff;
        });
    String page = "/staff/" + id + "/invitation";
    admin.get(page).is(200);
    var found = CODE.matcher(admin.post(page).is(200).body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  /** Somebody has shown it at that browser, and sees whose it is. */
  static Visitor.Reply show(Visitor visitor, String code) {
    visitor.get(SignInInvitationController.URL).is(200);
    return visitor.post(SignInInvitationController.URL, "code", code);
  }

  /** Goes on from there with a login, as the pages lead. */
  static Visitor.Reply signIn(Visitor visitor, String login) {
    assertThat(visitor.get(AccountInvitationController.URL).path())
        .isEqualTo(SignInController.JOINING);
    return visitor.post("/sign-in", "login", login, "password", TestTown.PASSWORD);
  }
}
