package jp.tsunagi.people.staff;

import static jp.tsunagi.schema.Tables.TENANT;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jp.tsunagi.FamilyTown;
import jp.tsunagi.TestProgram;
import jp.tsunagi.TestTown;
import jp.tsunagi.Visitor;
import jp.tsunagi.base.database.StaffId;
import jp.tsunagi.base.trace.Action;
import jp.tsunagi.people.organisation.OrganisationKind;

/** A city and a town with a family, in one program, and a 言語聴覚士 who works for both. */
final class TwoTowns {
  static final String CITY = "つなぎ市";
  static final String TOWN = "みさき町";

  private static final Pattern MARK =
      Pattern.compile("name=\"to\" value=\"([^\"]+)\"[^>]*><b>([^<]+)</b><span>(.*?)</span>");

  final TestProgram program = TestProgram.shared();
  final TestTown city = program.newTown();
  final FamilyTown family = new FamilyTown();
  final TestTown town = family.town;
  final TestTown.Worker therapist;
  final TestTown.Worker admin;
  final StaffId there;

  TwoTowns() {
    called(city, CITY);
    called(town, TOWN);
    var centre = city.organisation(OrganisationKind.CENTRE, "海辺の発達支援センター");
    therapist = city.worker(centre, PostKind.COUNSELLOR, "水野 しおり");
    admin =
        city.worker(
            city.organisation(OrganisationKind.CITY_OFFICE, "情報課"),
            PostKind.ADMINISTRATOR,
            "森田 かえで");
    there = joined(therapist);
  }

  static void called(TestTown which, String name) {
    which.run(tx ->
        tx.sql()
            .update(TENANT)
            .set(TENANT.NAME, name)
            .where(TENANT.TENANT_ID.eq(tx.tenant()))
            .execute());
  }

  /** The account works at the centre of the town, too. */
  private StaffId joined(TestTown.Worker worker) {
    Staffing staffing = program.bean(Staffing.class);
    return town.call(tx -> {
      StaffId id =
          staffing.add(
              tx,
              "水野 しおり",
              "みずの しおり",
              Optional.of(worker.account()),
              Optional.of(TestTown.LONG_AGO));
      staffing.assign(
          tx,
          id,
          staffing.post(tx, family.centre, PostKind.PROGRAMME_WORKER),
          Optional.empty(),
          TestTown.LONG_AGO,
          Optional.empty());
      return id;
    });
  }

  /** Somebody works in the city and is a guardian in the town. */
  TestTown.Worker parent() {
    var nursery = city.organisation(OrganisationKind.NURSERY, "すみれ園");
    TestTown.Worker worker = city.worker(nursery, PostKind.NURSERY_HEAD, "青空 みなみ");
    town.run(tx ->
        Accounts.addMembership(
            tx, worker.account(), Membership.Kind.GUARDIAN, family.mother.value()));
    return worker;
  }

  /** An offered choice: what the form sends, and the municipality. */
  record Offer(String mark, String municipality, String role) {}

  static List<Offer> offers(Visitor.Reply page) {
    return MARK.matcher(page.text())
        .results()
        .map((MatchResult found) -> new Offer(found.group(1), found.group(2), found.group(3)))
        .toList();
  }

  static String mark(Visitor.Reply page, String municipality) {
    return offers(page).stream()
        .filter(one -> one.municipality().equals(municipality))
        .findFirst()
        .orElseThrow(() -> new AssertionError(page.body()))
        .mark();
  }

  /** Signs in and chooses. */
  Visitor in(String login, String municipality, String address) {
    Visitor visitor = program.visitor(address);
    Visitor.Reply asked = visitor.signIn(login, TestTown.PASSWORD).is(200);
    visitor.post(SignInMembershipController.URL, "to", mark(asked, municipality)).is(200);
    return visitor;
  }

  /** Goes on from where one is signed in. */
  static Visitor.Reply go(Visitor visitor, String municipality) {
    Visitor.Reply page = visitor.get(MembershipController.URL).is(200);
    return visitor.post(MembershipController.URL, "to", mark(page, municipality));
  }

  static List<String> traced(TestTown where, Action action) {
    return where.trace(action).stream().map(row -> String.valueOf(row.getDetail())).toList();
  }
}
